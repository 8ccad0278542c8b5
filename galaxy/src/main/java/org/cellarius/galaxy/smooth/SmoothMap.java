package org.cellarius.galaxy.smooth;

/**
 * A smooth function in the cells of a grid, and where stars support it. Elsewhere it is not shown: splines run on smoothly across holes and beyond the last star, and that is no
 * measurement.
 *
 * @param grid the cells
 * @param value posterior mean in the middle of each cell, unit of the value
 * @param error posterior standard deviation of the function there, likewise; without the intrinsic scatter
 * @param n stars in each cell
 * @param near stars in it and about it: see {@link MapGrid#near}
 * @param shown whether stars support it
 */
public record SmoothMap(MapGrid grid, double[] value, double[] error, long[] n, long[] near, boolean[] shown) {

    /**
     * What supports a cell.
     *
     * @param stars near it, at least
     * @param largestError of the function, unit of the value; infinite for any
     */
    public record Support(long stars, double largestError) {
        public Support {
            if (stars < 0 || !(largestError > 0)) {
                throw new IllegalArgumentException(
                        "cells with " + stars + " stars and an error of " + largestError + " at most: neither can be");
            }
        }
    }

    /** Reads a surface in all cells. */
    public static SmoothMap of(SmoothSurface surface, MapGrid grid, long[] n, Support support) {
        double[] value = new double[grid.cells()];
        double[] error = new double[grid.cells()];
        boolean[] shown = new boolean[grid.cells()];
        long[] near = grid.near(n);
        var reader = surface.reader();
        for (int cell = 0; cell < value.length; cell++) {
            reader.at(grid.middle(cell));
            value[cell] = reader.value();
            error[cell] = Math.sqrt(reader.variance());
            shown[cell] = near[cell] >= support.stars() && error[cell] <= support.largestError();
        }
        return new SmoothMap(grid, value, error, n.clone(), near, shown);
    }

    /** How many cells are shown. */
    public int cellsShown() {
        int count = 0;
        for (boolean one : shown) {
            count += one ? 1 : 0;
        }
        return count;
    }
}
