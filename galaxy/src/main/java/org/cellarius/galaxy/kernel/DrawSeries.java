package org.cellarius.galaxy.kernel;

/**
 * Constants of the series that both forms of {@link DrawMath} sum, in one place so that they agree to the bit.
 *
 * <p>ln m = 2 artanh s = 2 (s + s&sup3;/3 + &hellip;), s = (m&minus;1)/(m+1), m in [&radic;&frac12;, &radic;2): s&sup2; &lt;
 * 0.0295, eight terms, the first neglected one 3e-14. Sine and cosine of &pi;w/2, |w| &le; &frac12;, by Taylor's series in
 * w&sup2;, seven and eight terms, the first neglected ones 2e-14 and 1e-15; the angle is doubled afterwards, once or twice. e<sup>x</sup>: a power of two
 * times Taylor's series of fourteen terms, |r| &lt; 0.347.
 */
final class DrawSeries {

    static final long MIX_1 = 0xBF58476D1CE4E5B9L;
    static final long MIX_2 = 0x94D049BB133111EBL;

    /** Exponent bits of [1, 2). */
    static final long ONE_BITS = 0x3FF0000000000000L;
    /** Exponent bits of 2^52: an integer below 2^51 in the lower bits makes the double 2^52 + integer. */
    static final long INTEGER_BITS = 0x4330000000000000L;

    /** From [1, 2) to the open interval (0, 1): the middles of 2^52 cells. */
    static final double UNIFORM_ORIGIN = 1 - 0x1p-53;
    /** From [1, 2) to [&minus;&frac12;, &frac12;). */
    static final double CENTRE = 1.5;

    static final long SQRT_HALF_BITS = Double.doubleToRawLongBits(Math.sqrt(0.5));
    static final long EXPONENT_SHIFT = 1024;
    static final double EXPONENT_ZERO = 0x1p52 + EXPONENT_SHIFT;
    /** Written out: a library may round its logarithm otherwise. */
    static final double LN_2 = 0.6931471805599453;

    static final double L3 = 1.0 / 3;
    static final double L5 = 1.0 / 5;
    static final double L7 = 1.0 / 7;
    static final double L9 = 1.0 / 9;
    static final double L11 = 1.0 / 11;
    static final double L13 = 1.0 / 13;
    static final double L15 = 1.0 / 15;

    static final double PER_LN_2 = 1.4426950408889634;
    /** Adding it leaves the nearest integer in the lowest bits. */
    static final double ROUNDING = 0x1.8p52;
    /** The upper 32 bits of ln 2: its product with a small integer is exact. */
    static final double LN_2_HIGH = 0x1.62e42fep-1;

    static final double LN_2_LOW = 0x1.f473de6af278fp-30;

    static final double E2 = 1.0 / 2;
    static final double E3 = E2 / 3;
    static final double E4 = E3 / 4;
    static final double E5 = E4 / 5;
    static final double E6 = E5 / 6;
    static final double E7 = E6 / 7;
    static final double E8 = E7 / 8;
    static final double E9 = E8 / 9;
    static final double E10 = E9 / 10;
    static final double E11 = E10 / 11;
    static final double E12 = E11 / 12;
    static final double E13 = E12 / 13;

    private static final double QUARTER_TURN = Math.PI / 2;

    static final double S1 = QUARTER_TURN;
    static final double S3 = term(S1, 3);
    static final double S5 = term(S3, 5);
    static final double S7 = term(S5, 7);
    static final double S9 = term(S7, 9);
    static final double S11 = term(S9, 11);
    static final double S13 = term(S11, 13);

    static final double C2 = term(1, 2);
    static final double C4 = term(C2, 4);
    static final double C6 = term(C4, 6);
    static final double C8 = term(C6, 8);
    static final double C10 = term(C8, 10);
    static final double C12 = term(C10, 12);
    static final double C14 = term(C12, 14);

    private DrawSeries() {}

    /** The next coefficient: &minus;(&pi;/2)&sup2;/(k(k&minus;1)) times the one before. */
    private static double term(double before, int k) {
        return -before * QUARTER_TURN * QUARTER_TURN / (k * (k - 1));
    }
}
