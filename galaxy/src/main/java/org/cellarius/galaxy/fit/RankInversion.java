package org.cellarius.galaxy.fit;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.cellarius.galaxy.kernel.StandardNormal;
import org.cellarius.galaxy.posterior.Percentiles;

/**
 * Intervals of the slope of a quantile regression by inverting the rank-score test (Gutenbrunner, Jureckova, Koenker and Portnoy 1993, J. Nonparam. Stat. 2,
 * 307; Koenker 1994; what R's {@code quantreg} does below 1001 rows): slopes that the test does not refuse. It needs no density of the stars at the line, and holds
 * for few stars where their scatter is the same along x.
 *
 * <p>For a slope b the residuals y &minus; b x are ranked; a star's score is 1 above the quantile, 0 below it, and a share for the one on it. Under b the scores are
 * dealt at random to the stars: T = &Sigma; (x &minus; x&#772;) score over its standard deviation over all permutations falls with b, by a step at slopes of pairs; the ends of an interval are
 * the slopes where it passes the normal quantile.
 */
final class RankInversion {

    /** Above so many stars the slopes of all pairs are too many to keep: the ends are found by halving. */
    static final int MOST_STARS = 200;

    /** With fewer stars than that beyond the line, n min(&tau;, 1 &minus; &tau;), errors from the density at the line are too small: 17 to 58 of 68 per cent. */
    static final int FEW_BEYOND = 50;

    private static final int HALVINGS = 50;
    private static final int DOUBLINGS = 100;

    /** Up to so many stars every permutation is looked at: few make a T of shorter tails than a normal one. */
    private static final int MOST_DEALT = 12;

    private final double[] x;
    private final double[] y;
    private final double[] slopes;
    private final double[] scores;
    private final double sd;
    private final double[] everyT;

    /**
     * @param x counted from its mean
     */
    RankInversion(double[] x, double[] y, double probability) {
        this.x = x;
        this.y = y;
        int n = x.length;
        this.scores = IntStream.rangeClosed(1, n)
                .mapToDouble(rank -> Math.clamp(rank - n * probability, 0, 1))
                .toArray();
        this.slopes = IntStream.range(0, n <= MOST_STARS ? n : 0)
                .boxed()
                .flatMap(i ->
                        IntStream.range(0, i).filter(j -> x[i] != x[j]).mapToObj(j -> (y[i] - y[j]) / (x[i] - x[j])))
                .mapToDouble(Double::doubleValue)
                .sorted()
                .distinct()
                .toArray();
        double mean = Arrays.stream(scores).average().orElse(0);
        double variance =
                Arrays.stream(scores).map(s -> (s - mean) * (s - mean)).sum() / (n - 1);
        this.sd = Math.sqrt(variance * Arrays.stream(x).map(v -> v * v).sum());
        this.everyT = everyT();
    }

    /**
     * The slopes at {@link Percentiles#LEVELS}; the middle one is the estimate. An end that no slope reaches, because the stars are too few to refuse any, is infinite.
     */
    Percentiles percentiles(double estimate) {
        double[] q = Percentiles.LEVELS.stream()
                .mapToDouble(p -> p == 0.5 ? estimate : at(critical(p), estimate))
                .toArray();
        // Levels of the test are wide for few stars: the best line lies in its own interval.
        return new Percentiles(
                Math.min(q[0], estimate),
                Math.min(q[1], estimate),
                estimate,
                Math.max(q[3], estimate),
                Math.max(q[4], estimate));
    }

    /** The T that a share p of all permutations exceeds: of few stars from all of them, else normal. */
    private double critical(double p) {
        if (everyT.length == 0) {
            return -StandardNormal.quantile(p);
        }
        // Half of a value's share lies on either side of it.
        double place = Math.clamp((1 - p) * everyT.length - 0.5, 0, everyT.length - 1.0);
        int below = Math.min((int) place, everyT.length - 2);
        return everyT[below] + (place - below) * (everyT[below + 1] - everyT[below]);
    }

    /** T of every way to deal the scores, in order; empty where there are too many ways. */
    private double[] everyT() {
        int n = x.length;
        if (n > MOST_DEALT) {
            return new double[0];
        }
        long whole = Arrays.stream(scores).filter(s -> s == 1).count();
        double share = Arrays.stream(scores).filter(s -> s > 0 && s < 1).sum();
        return IntStream.range(0, 1 << n)
                .filter(set -> Integer.bitCount(set) == whole)
                .boxed()
                .flatMapToDouble(set -> {
                    double sum = IntStream.range(0, n)
                            .filter(i -> (set >> i & 1) == 1)
                            .mapToDouble(i -> x[i])
                            .sum();
                    return share == 0
                            ? DoubleStream.of(sum / sd)
                            : IntStream.range(0, n)
                                    .filter(i -> (set >> i & 1) == 0)
                                    .mapToDouble(i -> (sum + share * x[i]) / sd);
                })
                .sorted()
                .toArray();
    }

    /** Where T falls below that value. */
    private double at(double wanted, double estimate) {
        if (slopes.length == 0) {
            return byHalving(wanted, estimate);
        }
        // Levels: number k lies below slope number k; T of it falls with k.
        int first = lastAtLeast(wanted);
        if (first < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (first == slopes.length) {
            return Double.POSITIVE_INFINITY;
        }
        return slopes[first];
    }

    /** The same from slopes on either side, half as far apart each time. */
    private double byHalving(double wanted, double estimate) {
        double spreadX = Arrays.stream(x).map(Math::abs).max().orElse(0);
        double spreadY = Arrays.stream(y).map(Math::abs).max().orElse(0);
        double step = Math.max(1e-3 * spreadY / spreadX, Double.MIN_NORMAL);
        boolean rises = tOf(estimate) >= wanted;
        double near = estimate;
        double far = estimate;
        for (int k = 0; rises == (tOf(far) >= wanted); k++) {
            if (k == DOUBLINGS) {
                return rises ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            }
            near = far;
            far += rises ? step : -step;
            step *= 2;
        }
        for (int k = 0; k < HALVINGS; k++) {
            double middle = 0.5 * (near + far);
            if (rises == (tOf(middle) >= wanted)) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return 0.5 * (near + far);
    }

    /** The last level whose T is at least that; &minus;1: none. */
    private int lastAtLeast(double wanted) {
        int low = -1;
        int high = slopes.length + 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (t(middle) >= wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double t(int level) {
        double slope = level == 0
                ? slopes[0] - 1
                : level == slopes.length ? slopes[level - 1] + 1 : 0.5 * (slopes[level - 1] + slopes[level]);
        return tOf(slope);
    }

    private double tOf(double slope) {
        double[] r = new double[x.length];
        Arrays.setAll(r, i -> y[i] - slope * x[i]);
        double[] sorted = r.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * scores[rank(sorted, r[i])];
        }
        return sum / sd;
    }

    private static int rank(double[] sorted, double value) {
        return Math.clamp(Arrays.binarySearch(sorted, value), 0, sorted.length - 1);
    }

    /** Half of the central 68 per cent. */
    static double error(Percentiles p) {
        return 0.5 * (p.p84() - p.p16());
    }
}
