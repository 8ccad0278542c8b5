package org.cellarius.galaxy.smooth;

import java.util.Arrays;

/** Eigenvalues of a small symmetric matrix by cyclic rotations (Jacobi 1846). */
final class SymmetricEigenvalues {

    private static final int MOST_SWEEPS = 60;

    /** What is left beside the diagonal, relative to the matrix. */
    private static final double TOLERANCE = 1e-15;

    private SymmetricEigenvalues() {}

    /** All of them, rising. */
    static double[] rising(double[][] matrix) {
        int n = matrix.length;
        double[][] a = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
        double size = 0;
        for (double[] row : a) {
            for (double v : row) {
                size += v * v;
            }
        }
        for (int sweep = 0; sweep < MOST_SWEEPS && beside(a) > TOLERANCE * TOLERANCE * size; sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    if (a[p][q] != 0) {
                        rotate(a, p, q);
                    }
                }
            }
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = a[i][i];
        }
        Arrays.sort(values);
        return values;
    }

    /** Sum of squares above the diagonal. */
    private static double beside(double[][] a) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = i + 1; j < a.length; j++) {
                sum += a[i][j] * a[i][j];
            }
        }
        return sum;
    }

    /** Makes a[p][q] zero. */
    private static void rotate(double[][] a, int p, int q) {
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int k = 0; k < a.length; k++) {
            double kp = a[k][p];
            double kq = a[k][q];
            a[k][p] = c * kp - s * kq;
            a[k][q] = s * kp + c * kq;
        }
        for (int k = 0; k < a.length; k++) {
            double pk = a[p][k];
            double qk = a[q][k];
            a[p][k] = c * pk - s * qk;
            a[q][k] = s * pk + c * qk;
        }
    }
}
