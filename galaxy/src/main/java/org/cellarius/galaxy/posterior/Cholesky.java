package org.cellarius.galaxy.posterior;

import java.util.Optional;

/**
 * L with L L&#7488; equal to a positive definite matrix.
 *
 * @param factor L, its rows
 */
public record Cholesky(double[][] factor) {

    /** Empty where the matrix is not positive definite. */
    public static Optional<Cholesky> of(double[][] matrix) {
        int d = matrix.length;
        double[][] l = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double s = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    s -= l[i][k] * l[j][k];
                }
                if (i != j) {
                    l[i][j] = s / l[j][j];
                } else if (s > 1e-14 * matrix[i][i]) {
                    l[i][i] = Math.sqrt(s);
                } else {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Cholesky(l));
    }

    /** L&#8315;&sup1; v. */
    double[] forward(double[] v) {
        double[] x = v.clone();
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= factor[i][k] * x[k];
            }
            x[i] /= factor[i][i];
        }
        return x;
    }

    /** L&#8315;&#7488; v. */
    double[] backward(double[] v) {
        double[] x = v.clone();
        for (int i = x.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < x.length; k++) {
                x[i] -= factor[k][i] * x[k];
            }
            x[i] /= factor[i][i];
        }
        return x;
    }

    /** The inverse of the matrix times a vector. */
    public double[] solve(double[] v) {
        return backward(forward(v));
    }

    /** |L&#8315;&sup1; v|: for a precision and a gradient the length of Newton's step in standard deviations. */
    double length(double[] v) {
        double sum = 0;
        for (double z : forward(v)) {
            sum += z * z;
        }
        return Math.sqrt(sum);
    }

    /** L v. */
    double[] times(double[] v) {
        double[] x = new double[v.length];
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k <= i; k++) {
                x[i] += factor[i][k] * v[k];
            }
        }
        return x;
    }

    double lnDiagonal() {
        double sum = 0;
        for (int i = 0; i < factor.length; i++) {
            sum += Math.log(factor[i][i]);
        }
        return sum;
    }

    /** The inverse of L, its rows. */
    public double[][] inverseFactor() {
        int d = factor.length;
        double[][] inverse = new double[d][d];
        for (int i = 0; i < d; i++) {
            inverse[i][i] = 1 / factor[i][i];
            for (int j = 0; j < i; j++) {
                double s = 0;
                for (int k = j; k < i; k++) {
                    s += factor[i][k] * inverse[k][j];
                }
                inverse[i][j] = -s * inverse[i][i];
            }
        }
        return inverse;
    }

    /** The inverse of the matrix. */
    public double[][] inverse() {
        int d = factor.length;
        double[][] inverse = new double[d][];
        for (int i = 0; i < d; i++) {
            double[] unit = new double[d];
            unit[i] = 1;
            inverse[i] = solve(unit);
        }
        return inverse;
    }
}
