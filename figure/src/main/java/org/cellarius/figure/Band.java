package org.cellarius.figure;

import java.awt.Color;

/**
 * The area between two curves, e.g. a 68 per cent range; interrupted where a value is missing.
 *
 * @param x abscissae, in the unit of the panel's x axis
 * @param lo lower edge, in the unit of the panel's y axis, as many
 * @param hi upper edge, likewise
 * @param colour colour of the area
 * @param alpha opacity, 0 to 1
 * @param legend text of the legend; empty for none
 */
public record Band(double[] x, double[] lo, double[] hi, Color colour, double alpha, String legend) implements Layer {

    public Band {
        Lengths.mustBe(x.length, "lo", lo);
        Lengths.mustBe(x.length, "hi", hi);
        if (!(alpha >= 0 && alpha <= 1)) {
            throw new IllegalArgumentException("opacity of a band is between 0 and 1, not " + alpha);
        }
        x = x.clone();
        lo = lo.clone();
        hi = hi.clone();
    }
}
