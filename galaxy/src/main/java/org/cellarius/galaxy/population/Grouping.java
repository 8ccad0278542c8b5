package org.cellarius.galaxy.population;

import java.util.Arrays;
import java.util.List;

/** A rule that puts each star in one of {@code groups()} groups, or in none. */
public sealed interface Grouping permits Grouping.Everyone, Grouping.Slices, Grouping.Bins, Grouping.Both, PlaneCells {

    /** Number of groups. */
    int groups();

    /** Number of columns that decide. */
    int columns();

    /** The group of a star from its deciding columns {@code in[first], in[first + 1], ...}; -1 for none. */
    int groupOf(double[][] in, int first, int row);

    /** The same for rows from {@code from} on; {@code groups} receives them from {@code at} on. */
    default void groupsOf(double[][] in, int first, int from, int rows, int[] groups, int at) {
        for (int i = 0; i < rows; i++) {
            groups[at + i] = groupOf(in, first, from + i);
        }
    }

    /** The groups of the first rows. */
    default int[] groupsOf(double[][] in, int first, int rows) {
        int[] groups = new int[rows];
        groupsOf(in, first, 0, rows, groups, 0);
        return groups;
    }

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
        public void groupsOf(double[][] in, int first, int from, int rows, int[] groups, int at) {
            double[] column = in[first];
            double lowest = edges[0];
            double highest = edges[edges.length - 1];
            boolean few = edges.length <= FEW;
            for (int i = 0; i < rows; i++) {
                double v = column[from + i];
                groups[at + i] = !(v >= lowest && v < highest) ? -1 : few ? oneByOne(v) : guessed(v);
            }
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
            PlaneCells.refuseWidth(width);
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

    /** Two groupings at once: group number = group of the first x groups of the second + group of the second. */
    record Both(Grouping first, Grouping second) implements Grouping {
        /** Rows whose second group is held at once. */
        private static final int BLOCK_ROWS = 4096;

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

        @Override
        public void groupsOf(double[][] in, int column, int from, int rows, int[] groups, int at) {
            first.groupsOf(in, column, from, rows, groups, at);
            if (second instanceof Everyone) {
                return;
            }
            int parts = second.groups();
            int[] within = new int[Math.min(rows, BLOCK_ROWS)];
            for (int done = 0; done < rows; done += within.length) {
                int count = Math.min(within.length, rows - done);
                second.groupsOf(in, column + first.columns(), from + done, count, within, 0);
                for (int i = 0; i < count; i++) {
                    int a = groups[at + done + i];
                    groups[at + done + i] = (a | within[i]) < 0 ? -1 : a * parts + within[i];
                }
            }
        }
    }
}
