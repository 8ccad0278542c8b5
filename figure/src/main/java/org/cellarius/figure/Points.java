package org.cellarius.figure;

import java.util.Arrays;

/**
 * Symbols at (x, y). More than {@value #RASTER_FROM} of them are drawn as an image, so that vector files stay small; above some
 * ten thousand {@link Density} shows more.
 *
 * @param x abscissae, in the unit of the panel's x axis
 * @param y ordinates, in the unit of the panel's y axis, as many
 * @param style colour and symbol
 * @param legend text of the legend; empty for none
 * @param sizesPt the size of each across, in points, above 0; empty where all have that of the style
 */
public record Points(double[] x, double[] y, PointStyle style, String legend, double[] sizesPt) implements Layer {

    /** From this many points on, a layer is embedded as an image. */
    static final int RASTER_FROM = 2000;

    /** All of the size of the style. */
    public Points(double[] x, double[] y, PointStyle style, String legend) {
        this(x, y, style, legend, new double[0]);
    }

    public Points {
        Lengths.mustBe(x.length, "y", y);
        Lengths.mustBeEmptyOr(x.length, "sizesPt", sizesPt);
        if (Arrays.stream(sizesPt).anyMatch(s -> !(s > 0 && s <= PointStyle.LARGEST_PT))) {
            throw new IllegalArgumentException(
                    "sizes of symbols are above 0 and at most 72 pt: " + Arrays.toString(sizesPt));
        }
        x = x.clone();
        y = y.clone();
        sizesPt = sizesPt.clone();
    }

    /** The style of one of them. */
    PointStyle style(int i) {
        return sizesPt.length == 0 ? style : new PointStyle(style.colour(), style.symbol(), sizesPt[i], style.filled());
    }
}
