package org.cellarius.galaxy.learned;

import java.util.Arrays;
import java.util.List;

/**
 * How well densities tell of stars held out.
 *
 * @param stars number of stars
 * @param bias median of foretold median less measured target, in the unit of the learned number
 * @param scatter 1.4826 times the median absolute deviation of that difference
 * @param compression slope of the foretold median against the measured target by least squares: 1 where the range is kept, less where both ends are
 *     drawn to the middle (Imig et al. 2023, fig. A.2); NaN where all targets are equal
 * @param coverage68 share of the stars whose measured target lies between the levels 0.1587 and 0.8413
 * @param coverage95 the same for 0.025 and 0.975
 * @param distance largest distance of the distribution of levels from a uniform one (Kolmogorov)
 * @param chance probability of a larger one if the levels are uniform and independent
 */
public record Reliability(
        int stars,
        double bias,
        double scatter,
        double compression,
        double coverage68,
        double coverage95,
        double distance,
        double chance) {

    private static final double TO_SIGMA = 1.482602218505602;

    /** Of some stars. */
    public static Reliability of(List<HeldOut> stars) {
        if (stars.isEmpty()) {
            throw new IllegalArgumentException("no stars");
        }
        double[] differences =
                stars.stream().mapToDouble(s -> s.median() - s.measured()).toArray();
        double bias = median(differences);
        double scatter = TO_SIGMA
                * median(Arrays.stream(differences).map(d -> Math.abs(d - bias)).toArray());
        double distance = distance(stars.stream().mapToDouble(HeldOut::level).toArray());
        return new Reliability(
                stars.size(),
                bias,
                scatter,
                compression(stars),
                within(stars, Predictions.LOW),
                within(stars, 0.025),
                distance,
                chance(distance, stars.size()));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return 0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]);
    }

    private static double within(List<HeldOut> stars, double level) {
        return (double) stars.stream()
                        .filter(s -> s.level() >= level && s.level() <= 1 - level)
                        .count()
                / stars.size();
    }

    private static double compression(List<HeldOut> stars) {
        double x = stars.stream().mapToDouble(HeldOut::measured).average().orElseThrow();
        double y = stars.stream().mapToDouble(HeldOut::median).average().orElseThrow();
        double xx = stars.stream()
                .mapToDouble(s -> (s.measured() - x) * (s.measured() - x))
                .sum();
        double xy = stars.stream()
                .mapToDouble(s -> (s.measured() - x) * (s.median() - y))
                .sum();
        return xx > 0 ? xy / xx : Double.NaN;
    }

    /** Kolmogorov's distance of levels from the uniform distribution. */
    static double distance(double[] levels) {
        double[] sorted = levels.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double most = 0;
        for (int k = 0; k < n; k++) {
            most = Math.max(most, Math.max((k + 1.0) / n - sorted[k], sorted[k] - (double) k / n));
        }
        return most;
    }

    /** Kolmogorov's distribution with Stephens' correction for few stars (1970, J. R. Stat. Soc. B 32, 115); good to 0.015 from 50 stars on5 from 50 stars on. */
    static double chance(double distance, int n) {
        double root = Math.sqrt(n);
        double x = distance * (root + 0.12 + 0.11 / root);
        if (x < 0.2) {
            return 1;
        }
        double sum = 0;
        for (int k = 1; k <= 100; k++) {
            double term = 2 * Math.exp(-2.0 * k * k * x * x);
            sum += k % 2 == 1 ? term : -term;
            if (term < 1e-12) {
                break;
            }
        }
        return Math.clamp(sum, 0, 1);
    }
}
