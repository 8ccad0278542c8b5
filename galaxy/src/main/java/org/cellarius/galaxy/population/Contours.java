package org.cellarius.galaxy.population;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lines of one level through values on a regular grid, by marching squares with linear interpolation along the edges. Beyond the grid the
 * values are zero, so that every line is closed or empty; a saddle is parted by the mean of its four corners.
 *
 * @param values value at column i and row j in {@code [j * columns + i]}; not a number counts as zero
 * @param x0 place of the first column
 * @param stepX distance of columns, above zero
 * @param y0 place of the first row
 * @param stepY distance of rows, above zero
 */
public record Contours(double[] values, int columns, double x0, double stepX, double y0, double stepY) {

    /** A closed line: its first point is its last. */
    public record Ring(double[] x, double[] y) {}

    public Contours {
        if (columns < 1 || values.length % columns != 0) {
            throw new IllegalArgumentException(values.length + " values in rows of " + columns);
        }
        values = values.clone();
    }

    private int rows() {
        return values.length / columns;
    }

    private double at(int column, int row) {
        if (column < 0 || row < 0 || column >= columns || row >= rows()) {
            return 0;
        }
        double v = values[row * columns + column];
        return Double.isNaN(v) ? 0 : v;
    }

    /** The highest value; zero where all are. */
    public double highest() {
        double highest = 0;
        for (double v : values) {
            highest = v > highest ? v : highest;
        }
        return highest;
    }

    /** The value at a place, linear along x and along y between the four around it. */
    public double height(double x, double y) {
        double across = (x - x0) / stepX;
        double up = (y - y0) / stepY;
        int column = (int) Math.floor(across);
        int row = (int) Math.floor(up);
        double tx = across - column;
        double ty = up - row;
        return (1 - ty) * ((1 - tx) * at(column, row) + tx * at(column + 1, row))
                + ty * ((1 - tx) * at(column, row + 1) + tx * at(column + 1, row + 1));
    }

    /** The lines on which the values are as high as a level above zero. */
    public List<Ring> at(double level) {
        if (!(level > 0)) {
            throw new IllegalArgumentException("the level " + level + " of a contour is not above zero");
        }
        // A line comes into one square by each edge that it crosses, and leaves it by another.
        Map<Long, Long> next = new LinkedHashMap<>();
        for (int row = -1; row < rows(); row++) {
            for (int column = -1; column < columns; column++) {
                square(column, row, level, next);
            }
        }
        List<Ring> rings = new ArrayList<>();
        while (!next.isEmpty()) {
            rings.add(ring(next.keySet().iterator().next(), level, next));
        }
        return rings;
    }

    private Ring ring(long start, double level, Map<Long, Long> next) {
        List<double[]> points = new ArrayList<>();
        for (Long edge = start; edge != null; edge = next.remove(edge)) {
            points.add(crossing(edge, level));
        }
        return new Ring(
                points.stream().mapToDouble(p -> p[0]).toArray(),
                points.stream().mapToDouble(p -> p[1]).toArray());
    }

    /** The segments of a square, each with the higher side on its left. */
    private void square(int column, int row, double level, Map<Long, Long> next) {
        boolean sw = at(column, row) >= level;
        boolean se = at(column + 1, row) >= level;
        boolean ne = at(column + 1, row + 1) >= level;
        boolean nw = at(column, row + 1) >= level;
        long south = along(column, row);
        long north = along(column, row + 1);
        long west = up(column, row);
        long east = up(column + 1, row);
        boolean[] high = {sw, se, ne, nw};
        long[] edges = {south, east, north, west};
        boolean joined = sw == ne && se == nw && sw != se && centre(column, row) >= level;
        // Against the clock: a line comes in by the edge where a run of high corners ends.
        for (int k = 0; k < 4; k++) {
            if (high[k] && !high[(k + 1) % 4]) {
                // Where two high corners hang together across the square, it goes round the low corner between them.
                int to = joined ? (k + 1) % 4 : (before(high, k) + 3) % 4;
                next.put(edges[k], edges[to]);
            }
        }
    }

    /** The first of the run of high corners that ends at one. */
    private static int before(boolean[] high, int last) {
        int first = last;
        while (high[(first + 3) % 4]) {
            first = (first + 3) % 4;
        }
        return first;
    }

    private double centre(int column, int row) {
        return 0.25 * (at(column, row) + at(column + 1, row) + at(column, row + 1) + at(column + 1, row + 1));
    }

    /** The edge from a corner to the right. */
    private long along(int column, int row) {
        return 2L * ((long) (row + 1) * (columns + 2) + (column + 1));
    }

    /** The edge from a corner upwards. */
    private long up(int column, int row) {
        return along(column, row) + 1;
    }

    private double[] crossing(long edge, double level) {
        long corner = edge / 2;
        int column = (int) (corner % (columns + 2)) - 1;
        int row = (int) (corner / (columns + 2)) - 1;
        boolean upwards = edge % 2 == 1;
        double from = at(column, row);
        double to = upwards ? at(column, row + 1) : at(column + 1, row);
        double t = (level - from) / (to - from);
        return new double[] {
            x0 + stepX * (column + (upwards ? 0 : t)), y0 + stepY * (row + (upwards ? t : 0)),
        };
    }
}
