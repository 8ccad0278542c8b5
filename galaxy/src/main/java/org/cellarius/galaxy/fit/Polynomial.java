package org.cellarius.galaxy.fit;

import org.cellarius.galaxy.population.Grouping;

/**
 * A polynomial trend y(x) = &Sigma; c_k P_k(t), P_k the Legendre polynomials and t = (x &minus; centre)/halfWidth.
 *
 * <p>Powers of temperatures near 10,000 K are useless as numbers (the 6th-order fit of Long et al. 2025 has a condition
 * number beyond 1e20 in powers of Teff); in polynomials that are orthogonal over the fitted range it is near 10. Compare
 * values, not coefficients.
 *
 * @param from lower end of the fitted range, units of x
 * @param to upper end of the fitted range, units of x
 * @param coefficients of P_0, P_1, &hellip;, units of y
 * @param n number of stars fitted
 */
public record Polynomial(double from, double to, double[] coefficients, long n) implements Trend {

    /** Beyond this a polynomial follows noise, and its ends swing. */
    public static final int HIGHEST_DEGREE = 12;

    /** Least squares, all stars weighted alike. */
    public static Polynomial fit(double[] x, double[] y, int degree) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double v : x) {
            min = Math.min(min, v);
            max = Math.max(max, v);
        }
        var sums = new PolynomialsByGroup(degree, new double[] {min}, new double[] {max}, new Grouping.Everyone());
        return sums.polynomial(sums.fold(sums.empty(), x.length, new double[][] {x, y}), 0);
    }

    /** P_0 &hellip; P_degree at t into {@code values}. */
    static void legendre(double t, double[] values) {
        values[0] = 1;
        if (values.length > 1) {
            values[1] = t;
        }
        for (int k = 2; k < values.length; k++) {
            values[k] = ((2 * k - 1) * t * values[k - 1] - (k - 1) * values[k - 2]) / k;
        }
    }

    @Override
    public double at(double x) {
        double[] values = new double[coefficients.length];
        legendre((x - centre()) / halfWidth(), values);
        double sum = 0;
        for (int k = 0; k < values.length; k++) {
            sum += coefficients[k] * values[k];
        }
        return sum;
    }

    /** The same polynomial in powers of t: for a database, which has no Legendre polynomials. */
    public double[] powersOfT() {
        int m = coefficients.length;
        double[][] p = new double[m][m];
        p[0][0] = 1;
        if (m > 1) {
            p[1][1] = 1;
        }
        for (int k = 2; k < m; k++) {
            for (int j = 0; j < m; j++) {
                double shifted = j > 0 ? p[k - 1][j - 1] : 0;
                p[k][j] = ((2 * k - 1) * shifted - (k - 1) * p[k - 2][j]) / k;
            }
        }
        double[] powers = new double[m];
        for (int k = 0; k < m; k++) {
            for (int j = 0; j <= k; j++) {
                powers[j] += coefficients[k] * p[k][j];
            }
        }
        return powers;
    }

    /** Middle of the fitted range, units of x. */
    public double centre() {
        return 0.5 * (from + to);
    }

    /** Half of the fitted range, units of x. */
    public double halfWidth() {
        return to > from ? 0.5 * (to - from) : 1;
    }
}
