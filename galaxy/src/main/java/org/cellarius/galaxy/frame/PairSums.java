package org.cellarius.galaxy.frame;

import java.util.Arrays;

/**
 * Covariances of every pair of quantities among the draws of one star that have both. Values are measured from the first one known, so that
 * nothing cancels.
 */
final class PairSums {

    private final int columns;
    private final double[] origin;
    /** Number, sums of each of the two, and of their product, by pair. */
    private final double[][] sums;

    PairSums(int columns) {
        this.columns = columns;
        this.origin = new double[columns];
        this.sums = new double[columns * (columns - 1) / 2][4];
    }

    void start() {
        Arrays.fill(origin, Double.NaN);
        for (double[] pair : sums) {
            Arrays.fill(pair, 0);
        }
    }

    /** Adds n draws; {@code values[q][k]} is the k-th column of the q-th group. */
    void add(int n, double[][][] values) {
        if (sums.length == 0) {
            return;
        }
        double[][] flat = Arrays.stream(values).flatMap(Arrays::stream).toArray(double[][]::new);
        for (int i = 0; i < n; i++) {
            int pair = 0;
            for (int a = 0; a < columns; a++) {
                if (Double.isNaN(origin[a]) && Double.isFinite(flat[a][i])) {
                    origin[a] = flat[a][i];
                }
                for (int b = a + 1; b < columns; b++) {
                    if (Double.isNaN(origin[b]) && Double.isFinite(flat[b][i])) {
                        origin[b] = flat[b][i];
                    }
                    add(sums[pair++], flat[a][i] - origin[a], flat[b][i] - origin[b]);
                }
            }
        }
    }

    private static void add(double[] sum, double a, double b) {
        if (Double.isFinite(a) && Double.isFinite(b)) {
            sum[0]++;
            sum[1] += a;
            sum[2] += b;
            sum[3] += a * b;
        }
    }

    /** Writes the covariances, divisor n &minus; 1, from a column on; the next column. */
    int write(double[][] out, int from, int row) {
        int column = from;
        for (double[] s : sums) {
            out[column++][row] = s[0] > 1 ? (s[3] - s[1] * s[2] / s[0]) / (s[0] - 1) : Double.NaN;
        }
        return column;
    }
}
