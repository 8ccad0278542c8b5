package org.cellarius.galaxy.migration;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The ages over which a star's likelihood is summed: those of the stars where they are exact, else the nodes of Gauss's rule for p(age | observed age) of each star.
 *
 * @param perStar nodes of each star; what a star does not need has the weight 0
 * @param ageGyr ages, Gyr, star after star
 * @param weight weights, of sum 1 for each star
 */
public record AgeNodes(int perStar, double[] ageGyr, double[] weight) {

    /** Points at which p(age | observed age) is told. */
    private static final int POINTS = 61;

    public AgeNodes {
        if (perStar < 1 || ageGyr.length % perStar != 0 || weight.length != ageGyr.length) {
            throw new IllegalArgumentException(
                    ageGyr.length + " ages and " + weight.length + " weights of " + perStar + " for each star");
        }
        for (double age : ageGyr) {
            if (!(age >= 0 && age < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("an age of " + age + " Gyr: it must not be negative");
            }
        }
    }

    /** Ages without errors, Gyr. */
    public static AgeNodes exact(double[] ageGyr) {
        double[] weight = new double[ageGyr.length];
        Arrays.fill(weight, 1);
        return new AgeNodes(1, ageGyr, weight);
    }

    /**
     * Ages with errors: p(age | observed) is p(observed | age) times the distribution of ages in the sample.
     *
     * @param observedGyr observed ages, Gyr
     * @param errors as many
     * @param priors that of each star
     * @param nodes of each star
     */
    public static AgeNodes of(double[] observedGyr, AgeErrors errors, IntFunction<AgeDistribution> priors, int nodes) {
        int n = observedGyr.length;
        double[] age = new double[n * nodes];
        double[] weight = new double[n * nodes];
        IntStream.range(0, n).forEach(i -> {
            GaussRule rule = rule(observedGyr[i], errors, i, priors.apply(i), nodes);
            for (int k = 0; k < nodes; k++) {
                boolean there = k < rule.nodes().length;
                age[i * nodes + k] = rule.nodes()[there ? k : 0];
                weight[i * nodes + k] = there ? rule.weights()[k] : 0;
            }
        });
        return new AgeNodes(nodes, age, weight);
    }

    private static GaussRule rule(double observed, AgeErrors errors, int star, AgeDistribution prior, int nodes) {
        double oldest = prior.oldestGyr();
        double low = Math.min(errors.lowGyr(star, observed), 0.9 * oldest);
        double high = Math.clamp(errors.highGyr(star, observed), low, oldest);
        double[] ages = new double[POINTS];
        double[] weight = new double[POINTS];
        double total = 0;
        double step = (high - low) / POINTS;
        for (int k = 0; k < POINTS; k++) {
            ages[k] = low + (k + 0.5) * step;
            weight[k] = errors.density(star, observed, ages[k]) * prior.density(ages[k]);
            total += weight[k];
        }
        if (!(total > 0)) {
            // An age that the sample cannot have: the nearest that it can.
            return new GaussRule(new double[] {Math.clamp(observed, 0, oldest)}, new double[] {1});
        }
        return GaussRule.of(ages, weight, nodes);
    }

    int stars() {
        return ageGyr.length / perStar;
    }

    /** The oldest of all nodes, Gyr. */
    public double oldestGyr() {
        return Arrays.stream(ageGyr).max().orElse(0);
    }
}
