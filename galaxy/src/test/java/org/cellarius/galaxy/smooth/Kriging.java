package org.cellarius.galaxy.smooth;

import java.util.List;

/**
 * The same model in other words: f is a Gaussian process of covariance B S&#8314; B&#7488; about functions free of prior (universal kriging, Rasmussen and Williams 2006, section
 * 2.7), by matrices as large as the number of stars and Gauss-Jordan elimination.
 */
final class Kriging {

    private final double[][] design;
    private final double[][] free;
    private final double[][] prior;
    private final double[][] inverse;
    private final double[][] ofFree;
    private final double[] y;
    private final double[] beta;
    private final SplineBasis basis;
    private double lnDeterminants;

    Kriging(SplineBasis basis, double[][] columns, double v, double[] lambda) {
        this.basis = basis;
        int n = columns[0].length;
        int p = basis.coefficients();
        double[][] s = new double[p][p];
        var band = new BandMatrix(p, basis.band());
        new RoughnessPenalty(basis).addTo(band, lambda);
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                s[i][j] = band.get(i, j);
            }
        }
        double[][] kernel = kernelOfPenalty();
        // S+ by adding the projector on the kernel, inverting and taking it away again.
        double[][] projector =
                product(kernel, product(inverted(product(transposed(kernel), kernel)), transposed(kernel)));
        double[][] sum = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                sum[i][j] = s[i][j] + projector[i][j];
            }
        }
        prior = inverted(sum);
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                prior[i][j] -= projector[i][j];
            }
        }
        design = new double[n][];
        y = columns[2];
        for (int i = 0; i < n; i++) {
            design[i] = row(columns[0][i], columns[1][i]);
        }
        free = product(design, kernel);
        double[][] k = product(design, product(prior, transposed(design)));
        for (int i = 0; i < n; i++) {
            k[i][i] += v + columns[3][i] * columns[3][i];
        }
        inverse = inverted(k);
        lnDeterminants = lnDeterminant;
        double[][] normal = product(transposed(free), product(inverse, free));
        ofFree = inverted(normal);
        lnDeterminants += lnDeterminant;
        beta = times(ofFree, times(transposed(free), times(inverse, y)));
        this.kernel = kernel;
    }

    private final double[][] kernel;
    private double lnDeterminant;

    private double[] row(double... x) {
        double[] row = new double[basis.coefficients()];
        var place = basis.place();
        place.at(x);
        int[] numbers = new int[basis.local()];
        place.numbers(numbers);
        for (int a = 0; a < numbers.length; a++) {
            row[numbers[a]] += place.weights()[a];
        }
        return row;
    }

    /** Constants and lines in the numbers of coefficients. */
    private double[][] kernelOfPenalty() {
        List<SplineAxis> axes = basis.axes();
        int[] powers = {axes.get(0).freeOfPenalty(), axes.get(1).freeOfPenalty()};
        double[][] kernel = new double[basis.coefficients()][powers[0] * powers[1]];
        for (int i = 0; i < axes.get(0).coefficients(); i++) {
            for (int j = 0; j < axes.get(1).coefficients(); j++) {
                int number = i * basis.stride(0) + j * basis.stride(1);
                for (int a = 0; a < powers[0]; a++) {
                    for (int b = 0; b < powers[1]; b++) {
                        kernel[number][a * powers[1] + b] = Math.pow(i, a) * Math.pow(j, b);
                    }
                }
            }
        }
        return kernel;
    }

    /** Mean and standard deviation of f at a place. */
    double[] at(double... x) {
        double[] b = row(x);
        double[] ks = times(design, times(prior, b));
        double[] residual = new double[y.length];
        double[] trend = times(free, beta);
        for (int i = 0; i < y.length; i++) {
            residual[i] = y[i] - trend[i];
        }
        double[] own = times(transposed(kernel), b);
        double mean = dot(own, beta) + dot(ks, times(inverse, residual));
        double[] kinvks = times(inverse, ks);
        double[] rest = own.clone();
        double[] through = times(transposed(free), kinvks);
        for (int i = 0; i < rest.length; i++) {
            rest[i] -= through[i];
        }
        double variance = dot(b, times(prior, b)) - dot(ks, kinvks) + dot(rest, times(ofFree, rest));
        return new double[] {mean, Math.sqrt(variance)};
    }

    /** But for a constant. */
    double restrictedLikelihood() {
        double[] residual = new double[y.length];
        double[] trend = times(free, beta);
        for (int i = 0; i < y.length; i++) {
            residual[i] = y[i] - trend[i];
        }
        return -0.5 * (lnDeterminants + dot(residual, times(inverse, residual)));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] times(double[][] m, double[] v) {
        double[] out = new double[m.length];
        for (int i = 0; i < m.length; i++) {
            out[i] = dot(m[i], v);
        }
        return out;
    }

    private static double[][] transposed(double[][] m) {
        double[][] t = new double[m[0].length][m.length];
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m[0].length; j++) {
                t[j][i] = m[i][j];
            }
        }
        return t;
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] c = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                for (int j = 0; j < b[0].length; j++) {
                    c[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return c;
    }

    /** By elimination with pivots; leaves the logarithm of the determinant. */
    private double[][] inverted(double[][] matrix) {
        int n = matrix.length;
        double[][] m = new double[n][2 * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(matrix[i], 0, m[i], 0, n);
            m[i][n + i] = 1;
        }
        lnDeterminant = 0;
        for (int p = 0; p < n; p++) {
            int best = p;
            for (int i = p; i < n; i++) {
                best = Math.abs(m[i][p]) > Math.abs(m[best][p]) ? i : best;
            }
            double[] kept = m[p];
            m[p] = m[best];
            m[best] = kept;
            lnDeterminant += Math.log(Math.abs(m[p][p]));
            double pivot = m[p][p];
            for (int j = 0; j < 2 * n; j++) {
                m[p][j] /= pivot;
            }
            for (int i = 0; i < n; i++) {
                double f = m[i][p];
                if (i != p && f != 0) {
                    for (int j = 0; j < 2 * n; j++) {
                        m[i][j] -= f * m[p][j];
                    }
                }
            }
        }
        double[][] out = new double[n][n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(m[i], n, out[i], 0, n);
        }
        return out;
    }
}
