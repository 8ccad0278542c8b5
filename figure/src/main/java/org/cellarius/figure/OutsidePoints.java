package org.cellarius.figure;

import java.awt.Color;

/**
 * Points that the axes do not hold, as arrows at the frame towards them, each with the number of its points beside it; arrows that would touch are one. Points inside are not drawn.
 *
 * @param x abscissae, in the unit of the panel's x axis
 * @param y ordinates, in the unit of the panel's y axis, as many
 * @param colour of arrows and numbers
 */
public record OutsidePoints(double[] x, double[] y, Color colour) implements Layer {

    public OutsidePoints {
        Lengths.mustBe(x.length, "y", y);
        x = x.clone();
        y = y.clone();
    }
}
