package org.cellarius.galaxy.population;

import java.util.Arrays;
import java.util.List;

/** A rule that puts each star in one of {@code groups()} groups, or in none. */
public sealed interface Grouping
        permits Grouping.Everyone, Grouping.Slices, Grouping.Bins, Grouping.Cells, Grouping.Both {

    /** Number of groups. */
    int groups();

    /** Number of columns that decide. */
    int columns();

    /** The group of a star from its deciding columns {@code in[first], in[first + 1], ...}; -1 for none. */
    int groupOf(double[][] in, int first, int row);

    /** All stars in one group. */
    record Everyone() implements Grouping {
        @Override
        public int groups() {
            return 1;
        }

        @Override
        public int columns() {
            return 0;
        }

        @Override
        public int groupOf(double[][] in, int first, int row) {
            return 0;
        }
    }

    /**
     * Slices [e_0, e_1), [e_1, e_2), &hellip; of one column; edges rise strictly.
     *
     * <p>No record: the edges are looked up for every star, and a list of boxed numbers would cost more than the search.
     */
    final class Slices implements Grouping {
        /** So many edges are gone through one by one; of more a place is guessed first. */
        private static final int FEW = 8;

        private final double[] edges;

        /** Slices in one unit of the column, on average. */
        private final double perUnit;

        public Slices(List<Double> edges) {
            this.edges = edges.stream().mapToDouble(Double::doubleValue).toArray();
            if (edges.size() < 2) {
                throw new IllegalArgumentException("slices need at least two edges, got " + edges);
            }
            for (int k = 1; k < edges.size(); k++) {
                if (!(edges.get(k) > edges.get(k - 1))) {
                    throw new IllegalArgumentException(
                            "edges must rise: " + edges.get(k) + " follows " + edges.get(k - 1));
                }
            }
            this.perUnit = (this.edges.length - 1) / (this.edges[this.edges.length - 1] - this.edges[0]);
        }

        /** The edges, rising. */
        public List<Double> edges() {
            return Arrays.stream(edges).boxed().toList();
        }

        /** {@code count} slices of equal width from {@code lo}. */
        public static Slices regular(double lo, double width, int count) {
            var steps = EvenSteps.of(lo, width);
            return new Slices(java.util.stream.IntStream.rangeClosed(0, count)
                    .mapToObj(steps::at)
                    .toList());
        }

        @Override
        public int groups() {
            return edges.length - 1;
        }

        @Override
        public int columns() {
            return 1;
        }

        @Override
        public int groupOf(double[][] in, int first, int row) {
            double v = in[first][row];
            if (!(v >= edges[0] && v < edges[edges.length - 1])) {
                return -1;
            }
            return edges.length <= FEW ? oneByOne(v) : guessed(v);
        }

        /** The edges below, counted: without a branch that a processor would guess wrong for every other star. */
        private int oneByOne(double v) {
            int slice = 0;
            for (int k = 1; k < edges.length - 1; k++) {
                slice += v >= edges[k] ? 1 : 0;
            }
            return slice;
        }

        /** Right at once where the edges are even, but for rounding; else a binary search from there on would take no longer than one from the start. */
        private int guessed(double v) {
            int guess = Math.min((int) ((v - edges[0]) * perUnit), edges.length - 2);
            if (v >= edges[guess]) {
                if (v < edges[guess + 1]) {
                    return guess;
                }
                return searched(v, guess + 1, edges.length - 1);
            }
            return searched(v, 0, guess);
        }

        private int searched(double v, int from, int to) {
            int lo = from;
            int hi = to;
            while (hi - lo > 1) {
                int mid = (lo + hi) >>> 1;
                if (v >= edges[mid]) {
                    lo = mid;
                } else {
                    hi = mid;
                }
            }
            return lo;
        }
    }

    /**
     * Bins [k w, (k+1) w) of one column.
     *
     * <p>No record: the edges are laid out once.
     */
    final class Bins implements Grouping {
        private final EvenBins bins;

        /**
         * Bins from k = {@code first} on.
         *
         * @param width of a bin, unit of the column
         */
        public Bins(double width, int first, int count) {
            Cells.refuseWidth(width);
            this.bins = new EvenBins(EvenSteps.multiplesOf(width), first, count);
        }

        @Override
        public int groups() {
            return bins.count();
        }

        @Override
        public int columns() {
            return 1;
        }

        @Override
        public int groupOf(double[][] in, int first, int row) {
            return bins.of(in[first][row]);
        }
    }

    /**
     * Square cells [k w, (k+1) w) of a plane, columns of cells one after the other.
     *
     * <p>No record: the edges are laid out once.
     */
    final class Cells implements Grouping {
        private static final long LARGEST = 4_000_000;

        private final double width;
        private final EvenBins x;
        private final EvenBins y;

        /**
         * Cells from k = {@code firstX} and {@code firstY} on.
         *
         * @param width side of a cell, units of both coordinates
         */
        public Cells(double width, int firstX, int countX, int firstY, int countY) {
            refuseWidth(width);
            if (countX < 1 || countY < 1 || (long) countX * countY > LARGEST) {
                throw new IllegalArgumentException(
                        "a map of %d x %d cells: it needs at least one and at most %,d cells; choose larger cells or a smaller range"
                                .formatted(countX, countY, LARGEST));
            }
            this.width = width;
            var steps = EvenSteps.multiplesOf(width);
            this.x = new EvenBins(steps, firstX, countX);
            this.y = new EvenBins(steps, firstY, countY);
        }

        private static void refuseWidth(double width) {
            if (!(width > 0)) {
                throw new IllegalArgumentException("cell width " + width + ": it must be positive");
            }
        }

        /** The cells that cover the given ranges. */
        public static Cells covering(double width, double minX, double maxX, double minY, double maxY) {
            refuseWidth(width);
            var steps = EvenSteps.multiplesOf(width);
            double fx = steps.indexOf(minX);
            double fy = steps.indexOf(minY);
            double nx = steps.indexOf(maxX) - fx + 1;
            double ny = steps.indexOf(maxY) - fy + 1;
            if (!(nx * ny <= LARGEST)) {
                throw new IllegalArgumentException(
                        "a map of %.0f x %.0f cells is too large; choose larger cells or a smaller range"
                                .formatted(nx, ny));
            }
            return new Cells(width, (int) fx, (int) nx, (int) fy, (int) ny);
        }

        /** Side of a cell. */
        public double width() {
            return width;
        }

        @Override
        public int groups() {
            return x.count() * y.count();
        }

        @Override
        public int columns() {
            return 2;
        }

        @Override
        public int groupOf(double[][] in, int first, int row) {
            int kx = x.of(in[first][row]);
            int ky = y.of(in[first + 1][row]);
            return kx >= 0 && ky >= 0 ? kx * y.count() + ky : -1;
        }

        /** Lower edge of a group's cell in x. */
        public double lowX(int group) {
            return x.edge(group / y.count());
        }

        /** Upper edge of a group's cell in x. */
        public double highX(int group) {
            return x.edge(group / y.count() + 1);
        }

        /** Lower edge of a group's cell in y. */
        public double lowY(int group) {
            return y.edge(group % y.count());
        }

        /** Upper edge of a group's cell in y. */
        public double highY(int group) {
            return y.edge(group % y.count() + 1);
        }
    }

    /** Two groupings at once: group number = group of the first x groups of the second + group of the second. */
    record Both(Grouping first, Grouping second) implements Grouping {
        @Override
        public int groups() {
            return Math.multiplyExact(first.groups(), second.groups());
        }

        @Override
        public int columns() {
            return first.columns() + second.columns();
        }

        @Override
        public int groupOf(double[][] in, int at, int row) {
            int a = first.groupOf(in, at, row);
            int b = a < 0 ? -1 : second.groupOf(in, at + first.columns(), row);
            return b < 0 ? -1 : a * second.groups() + b;
        }
    }
}
