package org.cellarius.galaxy.migration;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The ages over which a star's likelihood is summed: those of the stars where they are exact, else the nodes of Gauss's rule for p(age | observed age) of each star.
 *
 * @param perStar nodes of each star; what a star does not need has the weight 0
 * @param ageGyr ages, Gyr, star after star
 * @param weight weights, of sum 1 for each star; all 0 where its observed age is ruled out
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
     * @param priors that of each star; a star whose true age would lie more than {@link AgeErrors#REACH} standard deviations off is ruled out
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
        if (errors.lowGyr(star, observed) >= oldest) {
            return ruledOut();
        }
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
            return ruledOut();
        }
        return GaussRule.of(ages, weight, nodes);
    }

    private static GaussRule ruledOut() {
        return new GaussRule(new double[] {0}, new double[] {0});
    }

    /** The numbers of the stars whose age is not ruled out, ascending. */
    public int[] possible() {
        return IntStream.range(0, stars())
                .filter(i -> IntStream.range(i * perStar, (i + 1) * perStar).anyMatch(k -> weight[k] > 0))
                .toArray();
    }

    /** Those of some of the stars. */
    public AgeNodes of(int[] stars) {
        int[] node = Arrays.stream(stars)
                .flatMap(i -> IntStream.range(i * perStar, (i + 1) * perStar))
                .toArray();
        return new AgeNodes(
                perStar,
                Arrays.stream(node).mapToDouble(k -> ageGyr[k]).toArray(),
                Arrays.stream(node).mapToDouble(k -> weight[k]).toArray());
    }

    int stars() {
        return ageGyr.length / perStar;
    }

    /** The oldest of all nodes, Gyr. */
    public double oldestGyr() {
        return Arrays.stream(ageGyr).max().orElse(0);
    }
}
