package org.cellarius.galaxy.age;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.galaxy.kernel.CurveIntegrals;
import org.cellarius.galaxy.kernel.SegmentDistances;

/**
 * A homologous grid laid out for the observables of a study: stretches of {@link CurveIntegrals#POINTS} points, and the cells
 * between neighbouring isochrones with their boxes. Whatever is interpolated within a cell lies in its box.
 *
 * <p>A stretch has rows: the observables, the stars born on each piece, and the quantities whose means are wanted.
 */
final class CurveCells {

    /** Points that begin a piece. */
    private static final int PIECES = CurveIntegrals.POINTS - 1;

    private final HomologousGrid grid;
    private final int dims;
    private final int[] told;
    private final int rows;
    private final int stretches;
    private final double[] values;
    private final double[] stretchLowest;
    private final double[] stretchHighest;
    private final double[][] lowest;
    private final double[][] highest;
    private final double births;

    /**
     * The cells.
     *
     * @param columns the grid's columns that are the dimensions
     * @param told the grid's columns whose means are wanted
     */
    CurveCells(HomologousGrid grid, int[] columns, int[] told) {
        this.grid = grid;
        this.told = told.clone();
        dims = columns.length;
        rows = dims + 1 + told.length;
        stretches = Math.ceilDiv(grid.points() - 1, PIECES);
        int isochrones = grid.feH().length * grid.alphaFe().length * grid.agesGyr().length;
        long numbers = (long) isochrones * stretches * rows * CurveIntegrals.POINTS + CurveIntegrals.POINTS;
        if (numbers > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("the isochrones have too many points for one table");
        }
        values = new double[(int) numbers];
        stretchLowest = new double[isochrones * stretches * dims];
        stretchHighest = new double[isochrones * stretches * dims];
        double most = 0;
        for (int n = 0; n < isochrones; n++) {
            Optional<double[][]> isochrone = grid.isochrone(n);
            if (isochrone.isPresent()) {
                most = Math.max(most, lay(n, isochrone.get(), columns));
            }
        }
        births = most;
        int cells =
                Math.ceilDiv(irons() * alphas() * ages() * stretches, SegmentDistances.BOXES) * SegmentDistances.BOXES;
        lowest = new double[dims][cells];
        highest = new double[dims][cells];
        for (int d = 0; d < dims; d++) {
            Arrays.fill(lowest[d], Double.POSITIVE_INFINITY);
            Arrays.fill(highest[d], Double.POSITIVE_INFINITY);
        }
        for (int i = 0; i < irons(); i++) {
            for (int j = 0; j < alphas(); j++) {
                for (int k = 0; k < ages(); k++) {
                    box(i, j, k);
                }
            }
        }
    }

    private double lay(int isochrone, double[][] from, int[] columns) {
        double[] mass = from[from.length - 1];
        double all = 0;
        for (int s = 0; s < stretches; s++) {
            int base = offset(isochrone, s);
            for (int i = 0; i < CurveIntegrals.POINTS; i++) {
                int p = Math.min(s * PIECES + i, grid.points() - 1);
                for (int d = 0; d < dims; d++) {
                    double value = from[columns[d]][p];
                    int at = (isochrone * stretches + s) * dims + d;
                    values[base + d * CurveIntegrals.POINTS + i] = value;
                    stretchLowest[at] = i == 0 ? value : Math.min(stretchLowest[at], value);
                    stretchHighest[at] = i == 0 ? value : Math.max(stretchHighest[at], value);
                }
                for (int t = 0; t < told.length; t++) {
                    values[base + (dims + 1 + t) * CurveIntegrals.POINTS + i] = from[told[t]][p];
                }
                if (i < PIECES && p + 1 < grid.points()) {
                    double born = KroupaMassFunction.below(mass[p + 1]) - KroupaMassFunction.below(mass[p]);
                    values[base + dims * CurveIntegrals.POINTS + i] = born;
                    all += Double.isNaN(born) ? 0 : born;
                }
            }
        }
        return all;
    }

    private void box(int i, int j, int k) {
        int[] corners = corners(i, j, k);
        if (Arrays.stream(corners).anyMatch(n -> grid.isochrone(n).isEmpty())) {
            return;
        }
        for (int s = 0; s < stretches; s++) {
            double[] low = new double[dims];
            double[] high = new double[dims];
            Arrays.fill(low, Double.POSITIVE_INFINITY);
            Arrays.fill(high, Double.NEGATIVE_INFINITY);
            boolean whole = true;
            for (int corner : corners) {
                int base = offset(corner, s);
                for (int at = 0; at < rows * CurveIntegrals.POINTS; at++) {
                    whole &= !Double.isNaN(values[base + at]);
                }
                for (int d = 0; d < dims; d++) {
                    for (int n = 0; n < CurveIntegrals.POINTS; n++) {
                        double value = values[base + d * CurveIntegrals.POINTS + n];
                        low[d] = Math.min(low[d], value);
                        high[d] = Math.max(high[d], value);
                    }
                }
            }
            if (whole) {
                for (int d = 0; d < dims; d++) {
                    lowest[d][cell(i, j, k, s)] = low[d];
                    highest[d][cell(i, j, k, s)] = high[d];
                }
            }
        }
    }

    /** Isochrones at the corners of a cell; one of each pair where an axis has one value only. */
    private int[] corners(int i, int j, int k) {
        return IntStream.range(0, 8)
                .map(c -> grid.number(
                        Math.min(i + (c & 1), grid.feH().length - 1),
                        Math.min(j + (c >> 1 & 1), grid.alphaFe().length - 1),
                        k + (c >> 2)))
                .distinct()
                .toArray();
    }

    HomologousGrid grid() {
        return grid;
    }

    /** Intervals of [Fe/H]; one where the grid has one value. */
    int irons() {
        return Math.max(grid.feH().length - 1, 1);
    }

    int alphas() {
        return Math.max(grid.alphaFe().length - 1, 1);
    }

    int ages() {
        return grid.agesGyr().length - 1;
    }

    int stretches() {
        return stretches;
    }

    int dims() {
        return dims;
    }

    int rows() {
        return rows;
    }

    int told() {
        return told.length;
    }

    /** Where a stretch of an isochrone begins in {@link #values}. */
    int offset(int isochrone, int stretch) {
        return (isochrone * stretches + stretch) * rows * CurveIntegrals.POINTS;
    }

    double[] values() {
        return values;
    }

    /** The number of a cell among the boxes: cells of one composition and age stand together. */
    int cell(int iron, int alpha, int age, int stretch) {
        return ((iron * alphas() + alpha) * ages() + age) * stretches + stretch;
    }

    /** The lowest value of a dimension anywhere in the cells. */
    double least(int dimension) {
        return Arrays.stream(lowest[dimension]).min().orElseThrow();
    }

    /** The highest one. */
    double most(int dimension) {
        return Arrays.stream(highest[dimension]).filter(Double::isFinite).max().orElseThrow();
    }

    /** The lowest value of dimension d on a stretch: {@code [(isochrone stretches + stretch) dims + d]}. */
    double[] stretchLowest() {
        return stretchLowest;
    }

    /** The highest one. */
    double[] stretchHighest() {
        return stretchHighest;
    }

    double[][] lowest() {
        return lowest;
    }

    double[][] highest() {
        return highest;
    }

    /** Stars born on the isochrone on which most are, in units of {@link KroupaMassFunction}. */
    double births() {
        return births;
    }
}
