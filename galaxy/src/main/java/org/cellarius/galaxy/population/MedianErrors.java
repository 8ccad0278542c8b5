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
 * <p>Weighted stars count as their weight over the mean weight of their group, and n in the error is their effective number.
 *
 * @param grouping of the stars; columns of the pass: the value, the weight if stars are weighted, then the grouping's
 * @param meanWeights of each group; 1 where stars count the same
 * @param places rank of each probe in its group, (n &minus; 1) p
 * @param probes per group the quantiles at {@link #probabilities}
 */
public record MedianErrors(
        Grouping grouping, Weighting weighting, double[] meanWeights, double[][] places, double[][] probes)
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
    public record Neighbours(double[][] below, double[][] equal, double[][] lower, double[][] upper) {}

    /** The share s for a sample of n stars: about those that its median scatters over, 0.5/&radic;n. */
    private static double share(double n) {
        for (double share : SHARES) {
            if (share >= 0.5 / Math.sqrt(n)) {
                return share;
            }
        }
        return SHARES[SHARES.length - 1];
    }

    /** The quantiles that a group of n stars is probed at, in rising order, the median in the middle. */
    public static double[] probabilities(double n) {
        double s = share(n);
        return new double[] {0.5 - 2 * s, 0.5 - s, 0.5, 0.5 + s, 0.5 + 2 * s};
    }

    /** The quantiles that groups of any size are probed at, in rising order. */
    public static double[] allProbabilities() {
        return Arrays.stream(SHARES)
                .flatMap(s -> Arrays.stream(probabilities(Math.ceil(0.25 / (s * s)))))
                .distinct()
                .sorted()
                .toArray();
    }

    /**
     * The pass for groups whose quantiles are known.
     *
     * @param probes per group those at {@link #probabilities} of its effective number of stars
     */
    public static MedianErrors of(
            Grouping grouping, Weighting weighting, QuantilesByGroup quantiles, double[][] probes) {
        double[][] places = new double[probes.length][];
        Arrays.setAll(
                places,
                g -> Arrays.stream(probabilities(quantiles.effective()[g]))
                        .map(p -> (quantiles.counts()[g] - 1) * p)
                        .toArray());
        return new MedianErrors(grouping, weighting, quantiles.meanWeights(), places, probes);
    }

    @Override
    public int columns() {
        return 1 + weighting.columns() + grouping.columns();
    }

    @Override
    public Neighbours empty() {
        int groups = grouping.groups();
        var state = new Neighbours(
                new double[groups][PROBES],
                new double[groups][PROBES],
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
        int[] groups = grouping.groupsOf(in, 1 + weighting.columns(), rows);
        for (int i = 0; i < rows; i++) {
            double v = in[0][i];
            int g = Double.isFinite(v) && weighting.counts(in, 1, i) ? groups[i] : -1;
            double counts = g < 0 ? 0 : weighting.of(in, 1, i) / meanWeights[g];
            for (int k = 0; g >= 0 && k < PROBES; k++) {
                double probe = probes[g][k];
                if (v < probe) {
                    state.below()[g][k] += counts;
                    state.lower()[g][k] = Math.max(state.lower()[g][k], v);
                } else if (v > probe) {
                    state.upper()[g][k] = Math.min(state.upper()[g][k], v);
                } else {
                    state.equal()[g][k] += counts;
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

    /**
     * The error of a group's median; NaN where all its values are one, or there are fewer than two.
     *
     * @param n effective number of its stars
     */
    public double error(Neighbours found, int g, double n) {
        double[] q = new double[PROBES];
        Arrays.setAll(q, k -> spread(found, g, k));
        double perShare = 1 / (2 * share(n) * Math.sqrt(n));
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
        // One star alone counts 1, but for rounding of its weight.
        if (found.equal()[g][k] < 1.5) {
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
