package org.cellarius.galaxy.migration;

import java.util.Comparator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The distribution of true ages at each radius of a sample: of stars farther out more are young. */
public final class AgesByRadius {

    /** Groups of radii. */
    public static final int MOST = 5;

    /** Of fewer stars the distribution would be mostly chance. */
    private static final int FEWEST_STARS = 1000;

    private AgesByRadius() {}

    /**
     * The deconvolved distribution of the group of radii that a star lies in; groups have as many stars each.
     *
     * @param observedGyr observed ages, Gyr
     * @param errors as many
     * @param radiusKpc as many radii, kpc
     * @param most groups at most; fewer where they would have fewer than 1000 stars
     * @param oldestGyr true ages lie below, Gyr
     */
    public static IntFunction<AgeDistribution> deconvolved(
            double[] observedGyr, AgeErrors errors, double[] radiusKpc, int most, double oldestGyr) {
        int n = observedGyr.length;
        int groups = Math.clamp(n / FEWEST_STARS, 1, most);
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> radiusKpc[i]).thenComparing(i -> i))
                .mapToInt(Integer::intValue)
                .toArray();
        AgeDistribution[] found = new AgeDistribution[groups];
        int[] group = new int[n];
        for (int g = 0; g < groups; g++) {
            int from = (int) ((long) n * g / groups);
            int to = (int) ((long) n * (g + 1) / groups);
            int[] members =
                    IntStream.range(from, to).map(k -> order[k]).sorted().toArray();
            for (int star : members) {
                group[star] = g;
            }
            found[g] = AgeDistribution.deconvolved(observedGyr, errors, members, oldestGyr);
        }
        return star -> found[group[star]];
    }
}
