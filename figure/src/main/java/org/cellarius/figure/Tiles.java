package org.cellarius.figure;

import java.util.Arrays;

/**
 * A map of polygons of any shape, coloured by the panel's {@link ColourScale}: sectors of rings, cells of the sky. A tile without a
 * finite value stays empty.
 *
 * @param x corners of each tile, in the unit of the panel's x axis
 * @param y likewise, in that of the y axis
 * @param value values, in the unit of the colour scale
 */
public record Tiles(double[][] x, double[][] y, double[] value) implements Coloured {
    public Tiles {
        if (x.length != value.length || y.length != value.length) {
            throw new IllegalArgumentException(
                    value.length + " values for " + x.length + " and " + y.length + " tiles");
        }
        for (int i = 0; i < x.length; i++) {
            Lengths.mustBe(x[i].length, "y", y[i]);
        }
        x = Arrays.stream(x).map(double[]::clone).toArray(double[][]::new);
        y = Arrays.stream(y).map(double[]::clone).toArray(double[][]::new);
        value = value.clone();
    }

    @Override
    public boolean drawn(int i) {
        return Double.isFinite(value[i])
                && x[i].length > 2
                && Arrays.stream(x[i]).allMatch(Double::isFinite)
                && Arrays.stream(y[i]).allMatch(Double::isFinite);
    }
}
