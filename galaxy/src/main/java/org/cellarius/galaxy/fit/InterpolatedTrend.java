package org.cellarius.galaxy.fit;

import java.util.Arrays;

/**
 * A trend through given points, straight between them and level from the outermost ones to the ends.
 *
 * @param x abscissae of the points, rising strictly
 * @param y the trend there, for example medians in bins
 * @param from lower end, at or below the first point
 * @param to upper end, at or above the last point
 * @param n number of stars behind the points
 */
public record InterpolatedTrend(double[] x, double[] y, double from, double to, long n) implements Trend {

    public InterpolatedTrend {
        if (x.length == 0 || x.length != y.length) {
            throw new IllegalArgumentException(
                    "a trend through " + x.length + " abscissae and " + y.length + " values");
        }
        for (int k = 1; k < x.length; k++) {
            if (!(x[k] > x[k - 1])) {
                throw new IllegalArgumentException("points of a trend must rise: " + x[k] + " follows " + x[k - 1]);
            }
        }
        if (!(from <= x[0] && to >= x[x.length - 1])) {
            throw new IllegalArgumentException("a trend from " + from + " to " + to + " has points outside");
        }
    }

    @Override
    public double at(double value) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        int found = Arrays.binarySearch(x, value);
        if (found >= 0) {
            return y[found];
        }
        int above = -found - 1;
        if (above == 0) {
            return y[0];
        }
        if (above == x.length) {
            return y[x.length - 1];
        }
        return y[above - 1] + (value - x[above - 1]) * (y[above] - y[above - 1]) / (x[above] - x[above - 1]);
    }
}
