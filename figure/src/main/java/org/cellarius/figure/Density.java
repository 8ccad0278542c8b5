package org.cellarius.figure;

import java.util.Arrays;

/**
 * How many objects fall into each bin of a plane, coloured by the logarithm of the number of objects per area; empty bins stay
 * white. Drawn as an embedded image, so that a million stars weigh as much as a hundred. Meant as a background: put it first.
 *
 * @param xEdges edges of the columns, growing, in the unit of the panel's x axis
 * @param yEdges edges of the rows, growing, in the unit of the panel's y axis
 * @param counts {@code counts[iy * nx + ix]}, not negative
 * @param colours its colours, from the emptiest bin that is not empty to the fullest
 */
public record Density(double[] xEdges, double[] yEdges, long[] counts, ColourMap colours) implements Layer {

    public Density {
        Lengths.mustGrow("xEdges", xEdges);
        Lengths.mustGrow("yEdges", yEdges);
        int bins = Math.multiplyExact(Math.max(0, xEdges.length - 1), Math.max(0, yEdges.length - 1));
        if (counts.length != bins) {
            throw new IllegalArgumentException(
                    "counts has " + counts.length + " values where the edges make " + bins + " bins");
        }
        for (long count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("counts holds " + count + ": a number of objects is not negative");
            }
        }
        xEdges = xEdges.clone();
        yEdges = yEdges.clone();
        counts = counts.clone();
    }

    /** In light greys, to lie behind coloured lines. */
    public static Density grey(double[] xEdges, double[] yEdges, long[] counts) {
        return new Density(xEdges, yEdges, counts, ColourMap.GREYS);
    }

    /** Counts the pairs of finite (x, y) that fall into the bins; an upper edge belongs to the next bin, the last to the last. */
    public static Density counting(double[] x, double[] y, double[] xEdges, double[] yEdges, ColourMap colours) {
        Lengths.mustBe(x.length, "y", y);
        int nx = Math.max(0, xEdges.length - 1);
        long[] counts = new long[nx * Math.max(0, yEdges.length - 1)];
        for (int i = 0; i < x.length; i++) {
            int ix = bin(xEdges, x[i]);
            int iy = bin(yEdges, y[i]);
            if (ix >= 0 && iy >= 0) {
                counts[iy * nx + ix]++;
            }
        }
        return new Density(xEdges, yEdges, counts, colours);
    }

    /** The bin that holds {@code value}, or -1. */
    static int bin(double[] edges, double value) {
        int last = edges.length - 1;
        if (last < 1 || !(value >= edges[0] && value <= edges[last])) {
            return -1;
        }
        int found = Arrays.binarySearch(edges, value);
        int bin = found >= 0 ? found : -found - 2;
        return Math.min(bin, last - 1);
    }
}
