package org.cellarius.galaxy.kernel;

/**
 * Columns of some stars whose y is truncated, for {@link TruncatedPass}; all as long, a multiple of {@link DrawMath#SLOTS}.
 *
 * @param x latent abscissae as observed, from the pivot
 * @param y ordinates
 * @param xError errors of x
 * @param yVariance &sigma;_y&sup2;
 * @param inverseWeight 1/p
 * @param low lower limit of y, in widths from the line
 * @param high upper limit
 * @param kappaSquared variance of the line's height over the latent x, in units of the width squared of y
 * @param root 1/&radic;V
 * @param square r&sup2;/V
 * @param centre latent x given y, from the pivot
 * @param factor root times the mean of 1/D
 * @param atLow density at the lower limit
 * @param atHigh density at the upper limit
 * @param belowLow smaller tail at the lower limit
 * @param aboveHigh smaller tail at the upper limit
 */
public record TruncatedColumns(
        double[] x,
        double[] y,
        double[] xError,
        double[] yVariance,
        double[] inverseWeight,
        double[] low,
        double[] high,
        double[] kappaSquared,
        double[] root,
        double[] square,
        double[] centre,
        double[] factor,
        double[] atLow,
        double[] atHigh,
        double[] belowLow,
        double[] aboveHigh) {

    /** Empty columns. */
    public static TruncatedColumns ofLength(int n) {
        return new TruncatedColumns(
                new double[n],
                new double[n],
                new double[n],
                new double[n],
                new double[n],
                new double[n],
                new double[n],
                new double[n],
                new double[n],
                new double[n],
                new double[n],
                new double[n],
                new double[n],
                new double[n],
                new double[n],
                new double[n]);
    }
}
