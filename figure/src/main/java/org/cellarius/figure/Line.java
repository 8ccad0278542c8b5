package org.cellarius.figure;

/**
 * A curve through (x, y) in the order given, broken where a value is missing.
 *
 * @param x abscissae, in the unit of the panel's x axis
 * @param y ordinates, in the unit of the panel's y axis, as many
 * @param style colour, width, dashes
 * @param legend text of the legend; empty for none
 */
public record Line(double[] x, double[] y, LineStyle style, String legend) implements Layer {

    public Line {
        Lengths.mustBe(x.length, "y", y);
        x = x.clone();
        y = y.clone();
    }
}
