package org.cellarius.galaxy.learned;

import java.util.Arrays;
import org.cellarius.galaxy.random.CounterRandom;

/**
 * Grows trees (CART: Breiman et al. 1984) whose splits part the distributions of the target: the gain is that of the target in units of its deviation
 * in the node, cut at three, and with half the weight that of its square, so that widths are parted as well as means. One instance per thread: it owns
 * scratch.
 */
final class TreeGrowth {

    private static final double CUT = 3;
    private static final double WEIGHT_OF_SQUARES = 0.5;
    private static final long LOW_BITS = 0xFFFFFFFFL;

    private final TrainingStars stars;
    private final int[][] ranks;
    private final int least;
    private final double[] scaled;
    private final double[] squared;
    private final long[] sorted;
    private final int[] moved;

    private int bestLabel;
    private double bestGain;
    private double bestThreshold;

    TreeGrowth(TrainingStars stars, int[][] ranks, int least) {
        this.stars = stars;
        this.ranks = ranks;
        this.least = least;
        this.scaled = new double[stars.stars()];
        this.squared = new double[stars.stars()];
        this.sorted = new long[stars.stars()];
        this.moved = new int[stars.stars()];
    }

    /** Of each label the ranks of the stars, equal values being of one rank. */
    static int[][] ranks(TrainingStars stars) {
        return Arrays.stream(stars.labels()).map(TreeGrowth::ranks).toArray(int[][]::new);
    }

    private static int[] ranks(double[] values) {
        double[] rising =
                Arrays.stream(values).map(v -> v + 0.0).sorted().distinct().toArray();
        return Arrays.stream(values)
                .mapToInt(v -> Arrays.binarySearch(rising, v + 0.0))
                .toArray();
    }

    /** A tree on some stars, whose order is changed. */
    RegressionTree grow(int[] chosen, CounterRandom.OfStar random) {
        int most = 2 * chosen.length + 1;
        int[] label = new int[most];
        double[] threshold = new double[most];
        int[] below = new int[most];
        int[] from = new int[most];
        int[] to = new int[most];
        int draw = chosen.length;
        int nodes = 1;
        to[0] = chosen.length;
        for (int k = 0; k < nodes; k++) {
            label[k] = -1;
            int n = to[k] - from[k];
            if (n < 2 * least || !scale(chosen, from[k], to[k])) {
                continue;
            }
            draw = search(chosen, from[k], to[k], random, draw);
            if (bestLabel >= 0) {
                int middle = part(chosen, from[k], to[k]);
                label[k] = bestLabel;
                threshold[k] = bestThreshold;
                below[k] = nodes;
                from[nodes] = from[k];
                to[nodes] = middle;
                from[nodes + 1] = middle;
                to[nodes + 1] = to[k];
                nodes += 2;
            }
        }
        return new RegressionTree(
                Arrays.copyOf(label, nodes),
                Arrays.copyOf(threshold, nodes),
                Arrays.copyOf(below, nodes),
                Arrays.copyOf(from, nodes),
                Arrays.copyOf(to, nodes),
                chosen);
    }

    /** Targets of a node with the mean 0, in units of their deviation, and their squares; false where all are equal. */
    private boolean scale(int[] chosen, int from, int to) {
        double[] targets = stars.targets();
        int n = to - from;
        double mean = 0;
        for (int i = from; i < to; i++) {
            mean += targets[chosen[i]] / n;
        }
        double variance = 0;
        for (int i = from; i < to; i++) {
            double d = targets[chosen[i]] - mean;
            variance += d * d / n;
        }
        if (!(variance > 0)) {
            return false;
        }
        double width = Math.sqrt(variance);
        for (int i = from; i < to; i++) {
            int star = chosen[i];
            double z = Math.clamp((targets[star] - mean) / width, -CUT, CUT);
            scaled[star] = z;
            squared[star] = z * z - 1;
        }
        return true;
    }

    private int search(int[] chosen, int from, int to, CounterRandom.OfStar random, int firstDraw) {
        int draw = firstDraw;
        int labels = ranks.length;
        int tried = (3 * labels + 3) / 4;
        int[] order = new int[labels];
        Arrays.setAll(order, j -> j);
        bestLabel = -1;
        bestGain = 0;
        for (int k = 0; k < tried; k++) {
            int other = k + (int) (random.uniform(draw++) * (labels - k));
            int label = order[other];
            order[other] = order[k];
            order[k] = label;
            searchIn(label, chosen, from, to);
        }
        return draw;
    }

    private void searchIn(int label, int[] chosen, int from, int to) {
        int n = to - from;
        int[] rank = ranks[label];
        double sum = 0;
        double sumOfSquares = 0;
        for (int i = 0; i < n; i++) {
            int star = chosen[from + i];
            sorted[i] = ((long) rank[star] << 32) | star;
            sum += scaled[star];
            sumOfSquares += squared[star];
        }
        Arrays.sort(sorted, 0, n);
        double left = 0;
        double leftOfSquares = 0;
        double before = sum * sum / n + WEIGHT_OF_SQUARES * sumOfSquares * sumOfSquares / n;
        for (int i = 0; i < n - least; i++) {
            int star = (int) (sorted[i] & LOW_BITS);
            left += scaled[star];
            leftOfSquares += squared[star];
            int there = i + 1;
            if (there < least || sorted[i] >>> 32 == sorted[there] >>> 32) {
                continue;
            }
            double gain = parted(left, sum, there, n)
                    + WEIGHT_OF_SQUARES * parted(leftOfSquares, sumOfSquares, there, n)
                    - before;
            if (gain > bestGain) {
                bestGain = gain;
                bestLabel = label;
                double[] values = stars.labels()[label];
                double low = values[star];
                double high = values[(int) (sorted[there] & LOW_BITS)];
                double middle = 0.5 * low + 0.5 * high;
                bestThreshold = middle < high ? middle : low;
            }
        }
    }

    private static double parted(double left, double sum, int there, int n) {
        double right = sum - left;
        return left * left / there + right * right / (n - there);
    }

    /** Brings the stars below the threshold before the others, in their order. */
    private int part(int[] chosen, int from, int to) {
        double[] values = stars.labels()[bestLabel];
        int low = from;
        int high = 0;
        for (int i = from; i < to; i++) {
            if (values[chosen[i]] <= bestThreshold) {
                chosen[low++] = chosen[i];
            } else {
                moved[high++] = chosen[i];
            }
        }
        System.arraycopy(moved, 0, chosen, low, high);
        return low;
    }
}
