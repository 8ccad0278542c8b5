package org.cellarius.figure;

/**
 * Dots coloured by the panel's {@link ColourScale}, the last above those before. More than {@value Points#RASTER_FROM} of them are
 * drawn as an image. A point without a finite value is not drawn.
 *
 * @param x abscissae, in the unit of the panel's x axis
 * @param y ordinates, in the unit of the panel's y axis, as many
 * @param value values, in the unit of the colour scale, as many
 * @param sizePt size across, in points (1/72 inch), above 0
 */
public record ColouredPoints(double[] x, double[] y, double[] value, double sizePt) implements Coloured {
    public ColouredPoints {
        Lengths.mustBe(x.length, "y", y);
        Lengths.mustBe(x.length, "value", value);
        if (!(sizePt > 0 && sizePt <= 72)) {
            throw new IllegalArgumentException("size of a point is above 0 and at most 72 pt, not " + sizePt);
        }
        x = x.clone();
        y = y.clone();
        value = value.clone();
    }

    @Override
    public boolean drawn(int i) {
        return Double.isFinite(value[i]) && Double.isFinite(x[i]) && Double.isFinite(y[i]);
    }
}
