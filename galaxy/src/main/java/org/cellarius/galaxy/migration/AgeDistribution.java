package org.cellarius.galaxy.migration;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How the true ages of a sample are distributed: linear between lattice points, zero beyond them.
 *
 * @param stepGyr distance of the points, Gyr; the first lies at 0
 * @param perGyr density at each point, 1/Gyr
 */
public record AgeDistribution(double stepGyr, double[] perGyr) {

    /** Steps of the deconvolution. Each is smoothed, so that more of them change nothing that matters. */
    private static final int STEPS = 100;

    private static final double LATTICE_GYR = 0.25;

    /** Of more stars some are taken, at equal distances. */
    private static final int MOST_STARS = 20_000;

    public AgeDistribution {
        if (!(stepGyr > 0) || perGyr.length < 2) {
            throw new IllegalArgumentException("a distribution of ages needs two points and a step above zero");
        }
    }

    /** The same density at all ages up to the oldest, Gyr. */
    public static AgeDistribution uniform(double oldestGyr) {
        return new AgeDistribution(oldestGyr, new double[] {1 / oldestGyr, 1 / oldestGyr});
    }

    /**
     * That of observed ages, freed of their errors: expectation and maximisation with a smoothing of 1:2:1 after each step (Silverman, Jones, Wilson and Nychka 1990, J. R. Stat. Soc. B 52, 271),
     * on points 0.25 Gyr apart. It has a resolution of about 1 Gyr.
     *
     * @param observedGyr all observed ages of the sample, Gyr; a cut in them would be taken for one in true ages
     * @param errors as many
     * @param stars the numbers of those that count
     * @param oldestGyr true ages lie below, Gyr
     */
    public static AgeDistribution deconvolved(double[] observedGyr, AgeErrors errors, int[] stars, double oldestGyr) {
        int points = 1 + (int) Math.ceil(oldestGyr / LATTICE_GYR);
        double step = oldestGyr / (points - 1);
        int every = 1 + stars.length / MOST_STARS;
        double[][] likelihood = IntStream.range(0, stars.length)
                .filter(k -> k % every == 0)
                .map(k -> stars[k])
                .mapToObj(star -> row(observedGyr[star], errors, star, points, step))
                .toArray(double[][]::new);
        double[] share = new double[points];
        Arrays.fill(share, 1.0 / points);
        for (int k = 0; k < STEPS; k++) {
            share = smoothed(expected(share, likelihood));
        }
        double[] density = new double[points];
        for (int j = 0; j < points; j++) {
            // The outermost points stand for half a step.
            density[j] = share[j] / step * (j == 0 || j == points - 1 ? 2 : 1);
        }
        return new AgeDistribution(step, density);
    }

    private static double[] row(double observed, AgeErrors errors, int star, int points, double step) {
        double[] row = new double[points];
        // An error far below the step would fall between the points: four places of each cell are asked.
        for (int j = 0; j < points; j++) {
            for (int part = 0; part < 4; part++) {
                double age = Math.clamp((j + (part - 1.5) / 4) * step, 0.25 * step / 4, (points - 1) * step);
                row[j] += errors.density(star, observed, age) / 4;
            }
        }
        return row;
    }

    private static double[] expected(double[] share, double[][] likelihood) {
        double[] next = new double[share.length];
        int counted = 0;
        for (double[] row : likelihood) {
            double sum = 0;
            for (int j = 0; j < share.length; j++) {
                sum += share[j] * row[j];
            }
            if (sum > 0) {
                counted++;
                for (int j = 0; j < share.length; j++) {
                    next[j] += share[j] * row[j] / sum;
                }
            }
        }
        if (counted == 0) {
            return share.clone();
        }
        for (int j = 0; j < next.length; j++) {
            next[j] /= counted;
        }
        return next;
    }

    private static double[] smoothed(double[] share) {
        int n = share.length;
        double[] next = new double[n];
        for (int j = 0; j < n; j++) {
            next[j] = 0.25 * (share[Math.max(0, j - 1)] + 2 * share[j] + share[Math.min(n - 1, j + 1)]);
        }
        return next;
    }

    /** Density at an age, 1/Gyr. */
    public double density(double ageGyr) {
        double place = ageGyr / stepGyr;
        if (!(place >= 0 && place <= perGyr.length - 1)) {
            return 0;
        }
        int j = Math.min((int) place, perGyr.length - 2);
        double t = place - j;
        return (1 - t) * perGyr[j] + t * perGyr[j + 1];
    }

    /** The end of the lattice, Gyr. */
    public double oldestGyr() {
        return stepGyr * (perGyr.length - 1);
    }
}
