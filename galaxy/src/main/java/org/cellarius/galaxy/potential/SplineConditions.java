package org.cellarius.galaxy.potential;

import java.util.Arrays;
import org.cellarius.galaxy.kernel.SplineDegree;

/**
 * Interpolation by a uniform spline on cells 0 &hellip; N (de Boor 1978, A Practical Guide to Splines, chapter XIII): slope zero at
 * the start, as befits an even function, and the values at the N+1 nodes. What is still missing to as many conditions as there are
 * coefficients, N + degree, are values in the middle of the outermost cells.
 */
final class SplineConditions {

    private final SplineDegree degree;
    private final int cells;
    /** Where the values are taken; the slope at the start comes before them. */
    private final double[] places;

    SplineConditions(SplineDegree degree, int cells) {
        this.degree = degree;
        this.cells = cells;
        int missing = degree.degree() - 2;
        double[] all = new double[cells + 1 + missing];
        for (int node = 0; node <= cells; node++) {
            all[node] = node;
        }
        for (int k = 0; k < missing; k++) {
            // By turns the last, the first, the last but one.
            int pair = k / 2;
            all[cells + 1 + k] = k % 2 == 0 ? cells - pair - 0.5 : pair + 0.5;
        }
        Arrays.sort(all);
        this.places = all;
    }

    /** Coefficients of a spline. */
    int count() {
        return cells + degree.degree();
    }

    /** Where the value that the k-th condition asks for is taken, in cells; condition 0 is the slope at the start. */
    double place(int k) {
        return places[k - 1];
    }

    /** Replaces the conditions of many splines, a row for each condition, by their coefficients, a row for each coefficient. */
    void solve(double[][] conditions) {
        double[][] matrix = matrix();
        eliminate(matrix, conditions);
        for (int k = matrix.length - 1; k >= 0; k--) {
            for (int j = k + 1; j < matrix.length; j++) {
                subtract(matrix[k][j], conditions[j], conditions[k]);
            }
            divide(conditions[k], matrix[k][k]);
        }
    }

    private double[][] matrix() {
        double[][] matrix = new double[count()][count()];
        double[] value = new double[degree.order()];
        double[] slope = new double[degree.order()];
        degree.weigh(0, value, slope);
        System.arraycopy(slope, 0, matrix[0], 0, slope.length);
        for (int k = 1; k < matrix.length; k++) {
            int cell = (int) Math.min(place(k), cells - 1);
            degree.weigh(place(k) - cell, value, slope);
            System.arraycopy(value, 0, matrix[k], cell, value.length);
        }
        return matrix;
    }

    /** Gauss's elimination with the largest pivots of the columns. */
    private static void eliminate(double[][] matrix, double[][] right) {
        for (int k = 0; k < matrix.length; k++) {
            int pivot = k;
            for (int i = k + 1; i < matrix.length; i++) {
                pivot = Math.abs(matrix[i][k]) > Math.abs(matrix[pivot][k]) ? i : pivot;
            }
            exchange(matrix, k, pivot);
            exchange(right, k, pivot);
            for (int i = k + 1; i < matrix.length; i++) {
                double factor = matrix[i][k] / matrix[k][k];
                subtract(factor, matrix[k], matrix[i]);
                subtract(factor, right[k], right[i]);
            }
        }
    }

    private static void exchange(double[][] rows, int i, int j) {
        double[] row = rows[i];
        rows[i] = rows[j];
        rows[j] = row;
    }

    private static void subtract(double factor, double[] row, double[] from) {
        if (factor != 0) {
            for (int j = 0; j < row.length; j++) {
                from[j] -= factor * row[j];
            }
        }
    }

    private static void divide(double[] row, double by) {
        for (int j = 0; j < row.length; j++) {
            row[j] /= by;
        }
    }
}
