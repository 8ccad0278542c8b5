package org.cellarius.galaxy.mock;

import java.util.Arrays;

/**
 * Lines that are known, one per slice: what mock stars are drawn from.
 *
 * @param edges edges of the slices, rising; empty where all stars share one line
 * @param slopes one per slice, units of y per unit of x
 * @param intercepts y at x = 0
 * @param scatters intrinsic scatter in y, one standard deviation, not negative
 */
public record LineTruth(double[] edges, double[] slopes, double[] intercepts, double[] scatters) {

    public LineTruth {
        int slices = Math.max(1, edges.length - 1);
        if (slopes.length != slices || intercepts.length != slices || scatters.length != slices) {
            throw new IllegalArgumentException("there are " + slices + " slices, and " + slopes.length + " slopes");
        }
        for (double scatter : scatters) {
            if (!(scatter >= 0 && scatter < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("an intrinsic scatter of " + scatter);
            }
        }
    }

    /** The slice of a star; one outside all belongs to the nearest, so that it can scatter in. */
    public int sliceOf(double value) {
        if (edges.length == 0) {
            return 0;
        }
        int found = Arrays.binarySearch(edges, value);
        int slice = found >= 0 ? found : -found - 2;
        return Math.max(0, Math.min(slopes.length - 1, slice));
    }

    /** y of a star at x with the scatter {@code normal}, in standard deviations. */
    public double at(int slice, double x, double normal) {
        return intercepts[slice] + slopes[slice] * x + scatters[slice] * normal;
    }
}
