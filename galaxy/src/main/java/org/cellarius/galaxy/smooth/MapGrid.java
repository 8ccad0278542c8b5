package org.cellarius.galaxy.smooth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cellarius.galaxy.column.Partial;

/**
 * The cells in which a smooth map is told: it is read in the middle of each, and stars are counted in them. Numbers of cells run fastest along the last coordinate. As a statistic
 * over many stars it counts those of each cell; columns: the coordinates.
 */
public final class MapGrid implements Partial<long[]> {

    private final List<double[]> edges;
    private final List<SplineAxis> axes;
    private final int cells;

    private MapGrid(List<double[]> edges, List<SplineAxis> axes) {
        this.edges = edges;
        this.axes = axes;
        this.cells = edges.stream().mapToInt(e -> e.length - 1).reduce(1, (a, b) -> a * b);
    }

    /**
     * Cells along some coordinates.
     *
     * @param edges of each coordinate, rising, within its range; those of a periodic one span it whole
     */
    public static MapGrid of(List<SplineAxis> axes, List<double[]> edges) {
        var own = new ArrayList<double[]>();
        for (int k = 0; k < axes.size(); k++) {
            double[] e = edges.get(k).clone();
            if (e.length < 2) {
                throw new IllegalArgumentException("a grid needs two edges along each coordinate");
            }
            for (int i = 1; i < e.length; i++) {
                if (!(e[i] > e[i - 1])) {
                    throw new IllegalArgumentException("the edges " + Arrays.toString(e) + " of a grid do not rise");
                }
            }
            if (e[0] < axes.get(k).from() || e[e.length - 1] > axes.get(k).to()) {
                throw new IllegalArgumentException("the edges of a grid, from " + e[0] + " to " + e[e.length - 1]
                        + ", leave the range of the map, from " + axes.get(k).from() + " to "
                        + axes.get(k).to());
            }
            own.add(e);
        }
        return new MapGrid(own, List.copyOf(axes));
    }

    /** Edges of cells of equal width, the nearest to the wanted one, over a whole range. */
    public static double[] even(SplineAxis axis, double width) {
        int n = (int) Math.clamp(Math.rint((axis.to() - axis.from()) / width), 1, 10_000);
        double[] e = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            e[i] = i == n ? axis.to() : axis.from() + i * (axis.to() - axis.from()) / n;
        }
        return e;
    }

    public int cells() {
        return cells;
    }

    public int coordinates() {
        return edges.size();
    }

    /** Cells along a coordinate. */
    public int along(int coordinate) {
        return edges.get(coordinate).length - 1;
    }

    /** The place of a cell along a coordinate, from 0. */
    public int index(int cell, int coordinate) {
        int rest = cell;
        for (int k = edges.size() - 1; k > coordinate; k--) {
            rest /= along(k);
        }
        return rest % along(coordinate);
    }

    public double low(int cell, int coordinate) {
        return edges.get(coordinate)[index(cell, coordinate)];
    }

    public double high(int cell, int coordinate) {
        return edges.get(coordinate)[index(cell, coordinate) + 1];
    }

    /** The middle of a cell, where the map is read. */
    public double[] middle(int cell) {
        double[] x = new double[edges.size()];
        Arrays.setAll(x, k -> 0.5 * (low(cell, k) + high(cell, k)));
        return x;
    }

    @Override
    public int columns() {
        return edges.size();
    }

    @Override
    public long[] empty() {
        return new long[cells];
    }

    @Override
    public long[] fold(long[] state, int rows, double[][] in) {
        for (int i = 0; i < rows; i++) {
            int number = 0;
            for (int k = 0; k < edges.size() && number >= 0; k++) {
                int at = at(k, in[k][i]);
                number = at < 0 ? -1 : number * along(k) + at;
            }
            if (number >= 0) {
                state[number]++;
            }
        }
        return state;
    }

    private int at(int k, double x) {
        SplineAxis axis = axes.get(k);
        double turn = axis.to() - axis.from();
        double v = axis.periodic() ? x - turn * Math.floor((x - axis.from()) / turn) : x;
        double[] e = edges.get(k);
        if (!(v >= e[0] && v <= e[e.length - 1])) {
            return -1;
        }
        int found = Arrays.binarySearch(e, v);
        return Math.min(e.length - 2, found >= 0 ? found : -found - 2);
    }

    @Override
    public long[] merge(long[] left, long[] right) {
        for (int k = 0; k < left.length; k++) {
            left[k] += right[k];
        }
        return left;
    }

    /**
     * Stars in each cell and about it, as far as a spline is sharp: half an interval between knots to both sides along the first two coordinates, one cell at least, corners
     * included.
     */
    public long[] near(long[] counts) {
        long[] near = counts;
        for (int k = 0; k < Math.min(2, edges.size()); k++) {
            near = summed(near, k, reach(k));
        }
        return near;
    }

    /** Cells in half an interval; of a periodic coordinate at most so many that none is counted twice. */
    private int reach(int k) {
        SplineAxis axis = axes.get(k);
        double[] e = edges.get(k);
        double interval = (axis.to() - axis.from()) / axis.intervals();
        int reach = (int) Math.max(1, Math.rint(0.5 * interval * along(k) / (e[e.length - 1] - e[0])));
        return axis.periodic() ? Math.min(reach, (along(k) - 1) / 2) : reach;
    }

    /** Sums over windows along one coordinate. */
    private long[] summed(long[] counts, int coordinate, int reach) {
        int step = 1;
        for (int k = edges.size() - 1; k > coordinate; k--) {
            step *= along(k);
        }
        int n = along(coordinate);
        long[] sums = new long[cells];
        for (int cell = 0; cell < cells; cell++) {
            int own = index(cell, coordinate);
            for (int d = -reach; d <= reach; d++) {
                int there = axes.get(coordinate).periodic() ? Math.floorMod(own + d, n) : own + d;
                if (there >= 0 && there < n) {
                    sums[cell] += counts[cell + (there - own) * step];
                }
            }
        }
        return sums;
    }
}
