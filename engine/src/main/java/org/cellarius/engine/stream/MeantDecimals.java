package org.cellarius.engine.stream;

/**
 * Numbers of single precision as the decimals that were meant: the nearest double of 0.3, not that of the nearest float, 0.30000001192. A star of [Fe/H] &minus;0.1 so lies on
 * the edge &minus;0.1, whatever the format of its catalogue, and {@code fe_h >= -0.1} keeps it.
 *
 * <p>The decimal is the shortest that the same float stands for, if its digits make a number below {@value #MOST_DIGITS}: 12.345, &minus;0.1, 1.6. Such a float was written as that
 * decimal, but for one in five hundred at most; one of more digits may as well be a measurement of full precision, and stays as it is. Edges, limits of cuts and rounded catalogues have
 * few digits. The change is below half a unit in the float's last place.
 */
public final class MeantDecimals {

    public static final int MOST_DIGITS = 16_384;

    public static final int MOST_PLACES = 5;

    private static final double[] POWERS = {1, 10, 100, 1e3, 1e4, 1e5};

    private MeantDecimals() {}

    /** Puts the decimals in the place of the first values. */
    static void of(double[] values, int rows) {
        for (int i = 0; i < rows; i++) {
            values[i] = of(values[i]);
        }
    }

    private static double halfAway(double size) {
        double below = Math.floor(size);
        return size - below >= 0.5 ? below + 1 : below;
    }

    /** The decimal that a number of single precision stands for, or the number itself. */
    static double of(double value) {
        double size = Math.abs(value);
        for (int places = 1; places <= MOST_PLACES; places++) {
            double power = POWERS[places];
            if (size < MOST_DIGITS / power) {
                double rounded = Math.copySign(halfAway(size * power), value) / power;
                if ((float) rounded == value) {
                    return rounded;
                }
            }
        }
        return value;
    }
}
