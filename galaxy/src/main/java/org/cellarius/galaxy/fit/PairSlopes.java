package org.cellarius.galaxy.fit;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The slopes of all pairs of different x, in order, without making them: for stars sorted by x, the pairs of slope below t are those whose
 * y &minus; t x are in falling order.
 *
 * @param x sorted
 * @param y in the same order
 * @param count pairs of different x
 */
record PairSlopes(double[] x, double[] y, long count) {

    static PairSlopes of(double[] x, double[] y) {
        int[] order = IntStream.range(0, x.length)
                .boxed()
                .sorted((a, b) -> x[a] != x[b] ? Double.compare(x[a], x[b]) : Double.compare(y[a], y[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] sortedX = Arrays.stream(order).mapToDouble(i -> x[i]).toArray();
        double[] sortedY = Arrays.stream(order).mapToDouble(i -> y[i]).toArray();
        long n = x.length;
        long pairs = n * (n - 1) / 2;
        long run = 0;
        for (int i = 1; i < x.length; i++) {
            run = sortedX[i] == sortedX[i - 1] ? run + 1 : 0;
            pairs -= run;
        }
        return new PairSlopes(sortedX, sortedY, pairs);
    }

    double median() {
        return count % 2 == 1 ? smallest(count / 2) : 0.5 * (smallest(count / 2 - 1) + smallest(count / 2));
    }

    /** The slope at a rank counted from 0.5 for the smallest; clamped to the extremes. */
    double atRank(double rank) {
        double place = Math.clamp(rank - 0.5, 0, count - 1.0);
        long below = (long) place;
        double first = smallest(below);
        double share = place - below;
        return share < 1e-9 ? first : first + share * (smallest(Math.min(count - 1, below + 1)) - first);
    }

    /** The k-th smallest slope, k from 0, to the last digits but two. */
    double smallest(long k) {
        double low = -1;
        double high = 1;
        while (below(low) > k) {
            low *= 4;
        }
        while (below(high) <= k) {
            high *= 4;
        }
        while (high - low > 4 * Math.ulp(Math.max(Math.abs(low), Math.abs(high)))) {
            double middle = 0.5 * (low + high);
            if (below(middle) <= k) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    /** Pairs of slope below t. */
    private long below(double t) {
        double[] height = new double[x.length];
        // Stars of one x must not count: their order is that of rising y, and stays so.
        Arrays.setAll(height, i -> y[i] - t * x[i]);
        return inversions(height, new double[x.length], 0, x.length);
    }

    private static long inversions(double[] a, double[] scratch, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        long count = inversions(a, scratch, from, middle) + inversions(a, scratch, middle, to);
        int left = from;
        int right = middle;
        for (int k = from; k < to; k++) {
            if (right >= to || (left < middle && a[left] <= a[right])) {
                scratch[k] = a[left++];
            } else {
                scratch[k] = a[right++];
                count += middle - left;
            }
        }
        System.arraycopy(scratch, from, a, from, to - from);
        return count;
    }
}
