package org.cellarius.measure.distribution;

import java.util.Arrays;
import org.cellarius.figure.Axis;

/**
 * The upper edge of a histogram or a density curve.
 *
 * @param x values, rising or level
 * @param y heights there
 */
record Outline(double[] x, double[] y) {

    /** Less than a millimetre apart at the width of a column. */
    private static final int MOST_POINTS = 100;

    /** Of a slice; heights as the look says. */
    static Outline of(Series one, int slice, Distribution product, CurveTables tables, Axis axis) {
        DistributionLook look = product.look();
        double stars = one.moments()[slice].weight();
        return switch (look.curve()) {
            case HISTOGRAM -> stairs(one.histogram().edges(), heights(one, slice, product));
            case KDE -> {
                double[] at = one.peaked(slice)
                        ? tables.points(one, slice, axis.min(), axis.max(), MOST_POINTS)
                        : new double[0];
                yield new Outline(
                        at,
                        Arrays.stream(at)
                                .map(x -> look.heights().of(one.kernels(slice, x), stars, product.width()))
                                .toArray());
            }
        };
    }

    /** Heights of the bins. */
    static double[] heights(Series one, int slice, Distribution product) {
        double[] heights = new double[one.histogram().bins()];
        Arrays.setAll(
                heights,
                k -> product.look()
                        .heights()
                        .of(one.density(slice, k), one.moments()[slice].weight(), product.width()));
        return heights;
    }

    private static Outline stairs(double[] edges, double[] heights) {
        double[] x = new double[2 * heights.length + 2];
        double[] y = new double[x.length];
        for (int k = 0; k < heights.length; k++) {
            x[2 * k + 1] = edges[k];
            x[2 * k + 2] = edges[k + 1];
            y[2 * k + 1] = heights[k];
            y[2 * k + 2] = heights[k];
        }
        x[0] = edges[0];
        x[x.length - 1] = edges[edges.length - 1];
        return new Outline(x, y);
    }

    double highest() {
        return Arrays.stream(y).max().orElse(0);
    }

    /** The height at a value; 0 outside. */
    double at(double value) {
        for (int k = 1; k < x.length; k++) {
            if (value >= x[k - 1] && value <= x[k] && x[k] > x[k - 1]) {
                double t = (value - x[k - 1]) / (x[k] - x[k - 1]);
                return y[k - 1] + t * (y[k] - y[k - 1]);
            }
        }
        return 0;
    }

    /** The same with heights so many times as high, standing on a base. */
    Outline standing(double base, double scale) {
        return new Outline(x, Arrays.stream(y).map(h -> base + scale * h).toArray());
    }
}
