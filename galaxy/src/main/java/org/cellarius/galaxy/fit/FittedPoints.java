package org.cellarius.galaxy.fit;

/**
 * Points that a line was laid through in place of the stars: medians of bins or windows, with x rising.
 *
 * @param x in the column's unit
 * @param y likewise
 */
public record FittedPoints(double[] x, double[] y) {

    /** The line was laid through the stars. */
    public static final FittedPoints NONE = new FittedPoints(new double[0], new double[0]);

    public FittedPoints {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " x and " + y.length + " y");
        }
    }

    public boolean isEmpty() {
        return x.length == 0;
    }
}
