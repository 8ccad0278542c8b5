package org.cellarius.galaxy.population;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.cellarius.galaxy.column.RowsInMemory;
import org.cellarius.galaxy.column.Tasks;

/**
 * Exact quantiles per group of values that are in memory: values are put side by side group by group (a counting sort), then the wanted ranks of
 * each group are selected. It takes twelve bytes for each value, and goes three times over the values instead of once for each of the passes of
 * {@link QuantilePass}, which gives the same numbers.
 */
public final class GroupedSelection {

    private static final int PARTS = 16;

    /** Counters of all parts together: 64 MB. */
    private static final long MOST_COUNTERS = 16_000_000;

    /** Groups that one task selects in, so that tasks of few and of many values even out. */
    private static final int TASKS = 64;

    private static final int[] NO_RANKS = {};

    private final Grouping grouping;
    private final double[] probabilities;
    private final RowsInMemory rows;
    private final Tasks tasks;

    /** The numbers of the probabilities in rising order: a rank is sought behind the one before. */
    private final int[] rising;

    private GroupedSelection(Grouping grouping, double[] probabilities, RowsInMemory rows, Tasks tasks) {
        this.grouping = grouping;
        this.probabilities = probabilities;
        this.rows = rows;
        this.tasks = tasks;
        this.rising = IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble(q -> probabilities[q]))
                .mapToInt(q -> q)
                .toArray();
    }

    /**
     * The quantiles.
     *
     * @param probabilities each in [0, 1]
     * @param rows the value, then the grouping's columns
     */
    public static QuantilesByGroup of(Grouping grouping, double[] probabilities, RowsInMemory rows, Tasks tasks) {
        for (double p : probabilities) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("quantile " + p + ": it must lie in [0, 1]");
            }
        }
        return new GroupedSelection(grouping, probabilities, rows, tasks).selected();
    }

    private QuantilesByGroup selected() {
        int groups = grouping.groups();
        int used = Math.min(rows.parts(), Math.clamp(MOST_COUNTERS / Math.max(1, groups), 1, PARTS));
        int[] groupOf = rows.room().wholes(rows.rows());
        int[][] next = new int[used][groups];
        tasks.each(
                used,
                share -> each(share, used, 1 + grouping.columns(), (in, from, count, at) -> {
                    grouping.groupsOf(in, 1, from, count, groupOf, at);
                    count(in[0], from, count, groupOf, at, next[share]);
                }));
        int[] first = new int[groups + 1];
        for (int g = 0; g < groups; g++) {
            int at = first[g];
            for (int[] part : next) {
                int own = part[g];
                part[g] = at;
                at += own;
            }
            first[g + 1] = at;
        }
        double[] sorted = rows.room().numbers(first[groups]);
        tasks.each(
                used,
                share -> each(
                        share,
                        used,
                        1,
                        (in, from, count, at) -> scatter(in[0], from, count, groupOf, at, next[share], sorted)));
        double[][] values = new double[groups][];
        long[] counts = new long[groups];
        int step = Math.max(1, Math.ceilDiv(groups, TASKS));
        tasks.each(Math.ceilDiv(groups, step), t -> {
            for (int g = t * step; g < Math.min(groups, (t + 1) * step); g++) {
                counts[g] = (long) first[g + 1] - first[g];
                values[g] = quantiles(sorted, first[g], first[g + 1] - 1);
            }
        });
        return new QuantilesByGroup(counts, probabilities.clone(), values);
    }

    /** Receives rows of a share: those of {@code in} from {@code from} on, which are numbers {@code at} &hellip; of all. */
    @FunctionalInterface
    private interface Rows {
        void accept(double[][] in, int from, int count, int at);
    }

    /** The parts of a share of the rows, one after the other. */
    private void each(int share, int shares, int columns, Rows visitor) {
        int begin = (int) ((long) rows.parts() * share / shares);
        int end = (int) ((long) rows.parts() * (share + 1) / shares);
        for (int part = begin; part < end; part++) {
            int[] at = {rows.first(part)};
            rows.scan(part, columns, (in, from, count) -> {
                visitor.accept(in, from, count, at[0]);
                at[0] += count;
            });
        }
    }

    /** Values that are missing belong to no group. */
    private static void count(double[] value, int from, int count, int[] groupOf, int at, int[] counts) {
        for (int i = 0; i < count; i++) {
            int g = Math.abs(value[from + i]) <= Double.MAX_VALUE ? groupOf[at + i] : -1;
            groupOf[at + i] = g;
            if (g >= 0) {
                counts[g]++;
            }
        }
    }

    private static void scatter(
            double[] value, int from, int count, int[] groupOf, int at, int[] next, double[] sorted) {
        for (int i = 0; i < count; i++) {
            int g = groupOf[at + i];
            if (g >= 0) {
                sorted[next[g]++] = value[from + i];
            }
        }
    }

    private double[] quantiles(double[] v, int first, int last) {
        double[] found = new double[probabilities.length];
        Arrays.fill(found, Double.NaN);
        int n = last - first + 1;
        int lo = first;
        for (int q : n > 0 ? rising : NO_RANKS) {
            double h = (n - 1) * probabilities[q];
            int k = first + (int) Math.floor(h);
            Quantiles.select(v, lo, last, k);
            double above = v[k];
            if (k < last && h > Math.floor(h)) {
                above = v[k + 1];
                for (int i = k + 2; i <= last; i++) {
                    above = Math.min(above, v[i]);
                }
            }
            found[q] = Quantiles.between(v[k], above, h - Math.floor(h));
            lo = k;
        }
        return found;
    }
}
