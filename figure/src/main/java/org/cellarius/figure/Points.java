package org.cellarius.figure;

/**
 * Symbols at (x, y). More than {@value #RASTER_FROM} of them are drawn as an image, so that vector files stay small; above some
 * ten thousand {@link Density} shows more.
 *
 * @param x abscissae, in the unit of the panel's x axis
 * @param y ordinates, in the unit of the panel's y axis, as many
 * @param style colour and symbol
 * @param legend text of the legend; empty for none
 */
public record Points(double[] x, double[] y, PointStyle style, String legend) implements Layer {

    /** From this many points on, a layer is embedded as an image. */
    static final int RASTER_FROM = 2000;

    public Points {
        Lengths.mustBe(x.length, "y", y);
        x = x.clone();
        y = y.clone();
    }
}
