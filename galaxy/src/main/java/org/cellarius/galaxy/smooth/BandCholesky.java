package org.cellarius.galaxy.smooth;

import java.util.Optional;

/**
 * L with L L&#7488; equal to a positive definite band matrix. It has the same band, so that factor and solution cost n b&sup2; and n b steps instead of n&sup3; and n&sup2;; within
 * the band the inverse is found as cheaply (Takahashi, Fagan and Chen 1973, 8th PICA Conf., 63).
 */
final class BandCholesky {

    /** A pivot so small beside its diagonal element is nothing but rounding errors. */
    private static final double SMALLEST_PIVOT = 1e-14;

    private final int size;
    private final int band;
    /** Lower half: element (i, j) at i (band + 1) + j &minus; i + band. */
    private final double[] l;

    private BandCholesky(int size, int band, double[] l) {
        this.size = size;
        this.band = band;
        this.l = l;
    }

    /** Empty where the matrix is not positive definite. */
    static Optional<BandCholesky> of(BandMatrix matrix) {
        int n = matrix.size();
        int b = matrix.band();
        double[] l = new double[n * (b + 1)];
        double[] a = matrix.elements();
        for (int i = 0; i < n; i++) {
            int rowI = i * b + b;
            int from = Math.max(0, i - b);
            int source = matrix.row(i);
            for (int j = from; j <= i; j++) {
                int rowJ = j * b + b;
                double s = a[source + j] - dot(l, rowI + from, l, rowJ + from, j - from);
                if (j < i) {
                    l[rowI + j] = s / l[rowJ + j];
                } else if (s > SMALLEST_PIVOT * a[source + i]) {
                    l[rowI + i] = Math.sqrt(s);
                } else {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new BandCholesky(n, b, l));
    }

    /** Four sums side by side: a processor adds them at once. */
    private static double dot(double[] a, int p, double[] b, int q, int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int k = 0;
        for (; k + 3 < count; k += 4) {
            s0 += a[p + k] * b[q + k];
            s1 += a[p + k + 1] * b[q + k + 1];
            s2 += a[p + k + 2] * b[q + k + 2];
            s3 += a[p + k + 3] * b[q + k + 3];
        }
        for (; k < count; k++) {
            s0 += a[p + k] * b[q + k];
        }
        return s0 + s1 + (s2 + s3);
    }

    /** Logarithm of the determinant of the matrix. */
    double lnDeterminant() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += Math.log(l[i * (band + 1) + band]);
        }
        return 2 * sum;
    }

    /** The solution x of the matrix times x equal to v. */
    double[] solve(double[] v) {
        double[] x = v.clone();
        for (int i = 0; i < size; i++) {
            int row = i * band + band;
            double s = x[i];
            for (int k = Math.max(0, i - band); k < i; k++) {
                s -= l[row + k] * x[k];
            }
            x[i] = s / l[row + i];
        }
        return backward(x);
    }

    /** L&#8315;&#7488; v: of standard normals v a draw from the normal distribution with the inverse of the matrix as its covariance. */
    double[] backward(double[] v) {
        double[] x = v.clone();
        for (int i = size - 1; i >= 0; i--) {
            int row = i * band + band;
            x[i] /= l[row + i];
            for (int k = Math.max(0, i - band); k < i; k++) {
                x[k] -= l[row + k] * x[i];
            }
        }
        return x;
    }

    /** The inverse of the matrix within the band. */
    BandMatrix inverseWithinBand() {
        var inverse = new BandMatrix(size, band);
        double[] v = inverse.elements();
        double[] column = new double[band];
        for (int i = size - 1; i >= 0; i--) {
            int last = Math.min(size - 1, i + band);
            for (int k = i + 1; k <= last; k++) {
                column[k - i - 1] = l[k * band + band + i];
            }
            double pivot = l[i * band + band + i];
            for (int j = last; j > i; j--) {
                inverse.set(i, j, -dot(column, 0, v, inverse.row(j) + i + 1, last - i) / pivot);
            }
            double s = dot(column, 0, v, inverse.row(i) + i + 1, last - i);
            inverse.set(i, i, (1 / pivot - s) / pivot);
        }
        return inverse;
    }
}
