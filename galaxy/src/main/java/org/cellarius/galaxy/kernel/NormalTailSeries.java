package org.cellarius.galaxy.kernel;

/**
 * Constants of both forms of {@link NormalTails}.
 *
 * <p>exp(&minus;t&sup2;/2): a power of two times Taylor's series of thirteen terms. Mills' ratio (tail over density) times t + {@value #SHIFT}: a
 * polynomial in s, which runs from &minus;1 at t = 0 to 1 at t = 9 as a ratio of linear functions of t; its coefficients are those of the Chebyshev
 * series through exact values.
 */
final class NormalTailSeries {

    static final double REACH = 9;
    static final double SHIFT = 3;

    /** s = (t A - B)/(t + SHIFT). */
    static final double A = (2 * SHIFT + REACH) / REACH;

    static final double B = SHIFT;

    /** 1/k! over &radic;(2&pi;). */
    static final double[] EXPONENTIAL = new double[14];

    static final int DEGREE = 18;

    /** Coefficients of the powers of s. */
    static final double[] MILLS = mills();

    static {
        double term = StandardNormal.PEAK;
        for (int k = 0; k < EXPONENTIAL.length; k++) {
            EXPONENTIAL[k] = term;
            term /= k + 1;
        }
    }

    private NormalTailSeries() {}

    private static double[] mills() {
        int n = DEGREE + 1;
        double[] chebyshev = new double[n];
        for (int i = 0; i < n; i++) {
            double angle = Math.PI * (i + 0.5) / n;
            double s = Math.cos(angle);
            double t = SHIFT * (1 + s) / (A - s);
            double value = (t + SHIFT) * StandardNormal.tailOverDensity(t);
            for (int k = 0; k < n; k++) {
                chebyshev[k] += (k == 0 ? 1.0 : 2.0) / n * value * Math.cos(k * angle);
            }
        }
        // T(k+1) = 2 s T(k) - T(k-1), in powers of s.
        double[] before = new double[n];
        double[] now = new double[n];
        double[] sum = new double[n];
        before[0] = 1;
        now[1] = 1;
        sum[0] = chebyshev[0];
        for (int k = 1; k < n; k++) {
            double[] next = new double[n];
            for (int j = 0; j < n; j++) {
                sum[j] += chebyshev[k] * now[j];
                next[j] = (j > 0 ? 2 * now[j - 1] : 0) - before[j];
            }
            before = now;
            now = next;
        }
        return sum;
    }
}
