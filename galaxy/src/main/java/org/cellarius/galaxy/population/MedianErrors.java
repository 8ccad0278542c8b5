package org.cellarius.galaxy.population;

import java.util.Arrays;
import org.cellarius.galaxy.column.Partial;

/**
 * Standard errors of the medians of groups, whatever the distribution, and where values are rounded: of the quantiles about the median this pass counts how many stars have just that
 * value, and looks for the next values on either side. Stars of one value are spread evenly over the half way to the next ones, as medians of grouped data are; so
 *
 * <pre>  error&sup2; = max(1/(2 f &radic;n))&sup2; + (0.3 step)&sup2;,   at least 0.34 step,</pre>
 *
 * <p>f the densities between the quantiles 0.5 &minus; s and 0.5 + s, s about 0.5/&radic;n, and between those twice as far off; step the distance of the values at the median, 0 where
 * no two stars share it. The last term is what the rounding of the median itself leaves unknown; 0.34 of it hold 68 per cent where nothing else matters.
 *
 * @param grouping of the stars; columns of the pass: the value, then the grouping's
 * @param places rank of each probe in its group, (n &minus; 1) p
 * @param probes per group the quantiles at {@link #probabilities}
 */
public record MedianErrors(Grouping grouping, double[][] places, double[][] probes)
        implements Partial<MedianErrors.Neighbours> {

    private static final double[] SHARES = {0.025, 0.05, 0.1};

    /** The wider of the two densities misses a minimum between two peaks, the narrower knows few stars; measured. */
    private static final double OF_WIDE = 0.9;

    /** The standard deviation within a step is 0.289; a little more holds 68 per cent together with the other error. */
    private static final double BESIDE = 0.3;

    private static final double ROUNDED = 0.34;
    private static final int PROBES = 5;
    private static final int MEDIAN = 2;

    /** Per group and probe: stars below it and of just its value, and the next values on either side. */
    public record Neighbours(long[][] below, long[][] equal, double[][] lower, double[][] upper) {}

    /** The share s for a sample of n stars: about those that its median scatters over, 0.5/&radic;n. */
    private static double share(long n) {
        for (double share : SHARES) {
            if (share >= 0.5 / Math.sqrt((double) n)) {
                return share;
            }
        }
        return SHARES[SHARES.length - 1];
    }

    /** The quantiles that a group of n stars is probed at, in rising order, the median in the middle. */
    public static double[] probabilities(long n) {
        double s = share(n);
        return new double[] {0.5 - 2 * s, 0.5 - s, 0.5, 0.5 + s, 0.5 + 2 * s};
    }

    /** The quantiles that groups of any size are probed at, in rising order. */
    public static double[] allProbabilities() {
        return Arrays.stream(SHARES)
                .flatMap(s -> Arrays.stream(probabilities((long) Math.ceil(0.25 / (s * s)))))
                .distinct()
                .sorted()
                .toArray();
    }

    /**
     * The pass for groups whose quantiles are known.
     *
     * @param quantiles per group those at {@link #probabilities} of its stars
     */
    public static MedianErrors of(Grouping grouping, long[] counts, double[][] quantiles) {
        double[][] places = new double[counts.length][];
        Arrays.setAll(
                places,
                g -> Arrays.stream(probabilities(counts[g]))
                        .map(p -> (counts[g] - 1) * p)
                        .toArray());
        return new MedianErrors(grouping, places, quantiles);
    }

    @Override
    public int columns() {
        return 1 + grouping.columns();
    }

    @Override
    public Neighbours empty() {
        int groups = grouping.groups();
        var state = new Neighbours(
                new long[groups][PROBES],
                new long[groups][PROBES],
                new double[groups][PROBES],
                new double[groups][PROBES]);
        for (int g = 0; g < groups; g++) {
            Arrays.fill(state.lower()[g], Double.NEGATIVE_INFINITY);
            Arrays.fill(state.upper()[g], Double.POSITIVE_INFINITY);
        }
        return state;
    }

    @Override
    public Neighbours fold(Neighbours state, int rows, double[][] in) {
        int[] groups = grouping.groupsOf(in, 1, rows);
        for (int i = 0; i < rows; i++) {
            double v = in[0][i];
            int g = Double.isFinite(v) ? groups[i] : -1;
            for (int k = 0; g >= 0 && k < PROBES; k++) {
                double probe = probes[g][k];
                if (v < probe) {
                    state.below()[g][k]++;
                    state.lower()[g][k] = Math.max(state.lower()[g][k], v);
                } else if (v > probe) {
                    state.upper()[g][k] = Math.min(state.upper()[g][k], v);
                } else {
                    state.equal()[g][k]++;
                }
            }
        }
        return state;
    }

    @Override
    public Neighbours merge(Neighbours left, Neighbours right) {
        for (int g = 0; g < grouping.groups(); g++) {
            for (int k = 0; k < PROBES; k++) {
                left.below()[g][k] += right.below()[g][k];
                left.equal()[g][k] += right.equal()[g][k];
                left.lower()[g][k] = Math.max(left.lower()[g][k], right.lower()[g][k]);
                left.upper()[g][k] = Math.min(left.upper()[g][k], right.upper()[g][k]);
            }
        }
        return left;
    }

    /** The error of a group's median; NaN where all its values are one, or there are fewer than two. */
    public double error(Neighbours found, int g, long n) {
        double[] q = new double[PROBES];
        Arrays.setAll(q, k -> spread(found, g, k));
        double perShare = 1 / (2 * share(n) * Math.sqrt((double) n));
        double low = q[MEDIAN] - q[1];
        double high = q[3] - q[MEDIAN];
        double near = Math.sqrt(0.5 * (low * low + high * high)) * perShare;
        double wide = OF_WIDE * 0.25 * (q[4] - q[0]) * perShare;
        double step = step(found, g, MEDIAN);
        double error = Math.max(Math.hypot(Math.max(near, wide), BESIDE * step), ROUNDED * step);
        return n > 1 && error > 0 ? error : Double.NaN;
    }

    /** A probe among the stars of its value spread evenly; itself where it shares it with none. */
    private double spread(Neighbours found, int g, int k) {
        double step = step(found, g, k);
        if (step == 0) {
            return probes[g][k];
        }
        double lower = Math.max(found.lower()[g][k], probes[g][k] - step);
        double upper = Math.min(found.upper()[g][k], probes[g][k] + step);
        double place = (places[g][k] - found.below()[g][k] + 0.5) / found.equal()[g][k];
        return 0.5 * (lower + probes[g][k]) + 0.5 * (upper - lower) * Math.clamp(place, 0, 1);
    }

    /** The mean distance to the next values of a value that several stars share; else 0. */
    private double step(Neighbours found, int g, int k) {
        if (found.equal()[g][k] < 2) {
            return 0;
        }
        double below = probes[g][k] - found.lower()[g][k];
        double above = found.upper()[g][k] - probes[g][k];
        if (Double.isInfinite(below) && Double.isInfinite(above)) {
            return 0;
        }
        return Double.isInfinite(below) ? above : Double.isInfinite(above) ? below : 0.5 * (below + above);
    }
}
