package org.cellarius.galaxy.kernel;

/**
 * Constants of the exponential that both forms of {@link DiscSums} sum: exp x = 2<sup>k</sup> exp r, k = round(x/ln 2), |r| &le; &frac12; ln 2, exp r by Taylor's series to r<sup>12</sup>, the first
 * neglected term 2e-16. ln 2 in two parts, so that k ln 2 loses no digits (Cody and Waite 1980).
 */
final class ExpSeries {

    static final double LOG2_E = 1.4426950408889634;
    static final double LN_2_HIGH = 0x1.62e42fee00000p-1;
    static final double LN_2_LOW = 0x1.a39ef35793c76p-33;

    /** 1.5 times 2^52: adding it rounds to a whole number, which stands in the lower bits. */
    static final double ROUNDING = 0x1.8p52;

    static final int MANTISSA = 52;
    static final long ONE_BITS = 0x3FF0000000000000L;

    /** Exponents beyond are cut: what is smaller counts as nothing. */
    static final double LEAST = -690;

    static final double MOST = 690;

    /** 1/12!, 1/11!, and so on to 1/2!. */
    static final double[] INVERSE_FACTORIALS = inverseFactorials();

    private ExpSeries() {}

    private static double[] inverseFactorials() {
        double[] all = new double[11];
        double factorial = 1;
        for (int k = 2; k <= 12; k++) {
            factorial *= k;
            all[12 - k] = 1 / factorial;
        }
        return all;
    }
}
