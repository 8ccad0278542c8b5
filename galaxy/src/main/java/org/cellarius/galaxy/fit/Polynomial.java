package org.cellarius.galaxy.fit;

/**
 * A polynomial trend y(x), held in t = (x &minus; centre)/halfWidth of the fitted range so that high degrees stay accurate.
 *
 * <p>Powers of temperatures near 10,000 K are useless as numbers (the 6th-order fit of Long et al. 2025 has a condition
 * number beyond 1e20 in powers of Teff); compare values, not coefficients.
 *
 * @param centre middle of the fitted range, units of x
 * @param halfWidth half of the fitted range, units of x
 * @param coefficients of t^0, t^1, &hellip;, units of y
 * @param n number of stars fitted
 */
public record Polynomial(double centre, double halfWidth, double[] coefficients, int n) {

    /** Least squares by Householder reflections on the scaled powers. */
    public static Polynomial fit(double[] x, double[] y, int degree) {
        int n = x.length;
        int m = degree + 1;
        if (degree < 0 || degree > 12) {
            throw new IllegalArgumentException("polynomial degree " + degree + ": it must lie between 0 and 12");
        }
        if (n < m + 1) {
            throw new IllegalArgumentException(
                    "a polynomial of degree %d needs at least %d stars, there are %d".formatted(degree, m + 1, n));
        }
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double v : x) {
            min = Math.min(min, v);
            max = Math.max(max, v);
        }
        if (!(max > min) && degree > 0) {
            throw new IllegalArgumentException("all stars have the same x (" + min + "): no trend can be fitted");
        }
        double centre = 0.5 * (min + max);
        double halfWidth = max > min ? 0.5 * (max - min) : 1;
        double[][] a = new double[m][n];
        for (int i = 0; i < n; i++) {
            double t = (x[i] - centre) / halfWidth;
            double p = 1;
            for (int k = 0; k < m; k++) {
                a[k][i] = p;
                p *= t;
            }
        }
        return new Polynomial(centre, halfWidth, leastSquares(a, y.clone()), n);
    }

    /** The trend at x. */
    public double at(double x) {
        double t = (x - centre) / halfWidth;
        double sum = 0;
        for (int k = coefficients.length - 1; k >= 0; k--) {
            sum = sum * t + coefficients[k];
        }
        return sum;
    }

    /** Minimises |A c &minus; y|; a[k] is column k; both arguments are overwritten. */
    private static double[] leastSquares(double[][] a, double[] y) {
        int m = a.length;
        int n = y.length;
        double[] diagonal = new double[m];
        for (int k = 0; k < m; k++) {
            double norm = 0;
            for (int i = k; i < n; i++) {
                norm = Math.hypot(norm, a[k][i]);
            }
            if (norm == 0) {
                throw new IllegalArgumentException(
                        "the stars have too few different x values for a polynomial of degree " + (m - 1));
            }
            double alpha = a[k][k] > 0 ? -norm : norm;
            a[k][k] -= alpha;
            double vv = 0;
            for (int i = k; i < n; i++) {
                vv += a[k][i] * a[k][i];
            }
            for (int j = k + 1; j < m; j++) {
                reflect(a[k], a[j], k, vv);
            }
            reflect(a[k], y, k, vv);
            diagonal[k] = alpha;
        }
        double[] c = new double[m];
        for (int k = m - 1; k >= 0; k--) {
            double s = y[k];
            for (int j = k + 1; j < m; j++) {
                s -= a[j][k] * c[j];
            }
            c[k] = s / diagonal[k];
        }
        return c;
    }

    private static void reflect(double[] v, double[] column, int from, double vv) {
        double dot = 0;
        for (int i = from; i < v.length; i++) {
            dot += v[i] * column[i];
        }
        double f = 2 * dot / vv;
        for (int i = from; i < v.length; i++) {
            column[i] -= f * v[i];
        }
    }
}
