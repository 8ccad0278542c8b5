package org.cellarius.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.galaxy.column.OrderedRows;
import org.cellarius.galaxy.column.OrderedStatistic;
import org.cellarius.galaxy.column.Tasks;

/**
 * Puts the rows of groups in order for a statistic that looks at them by rising x. The first rows are held in memory. Where more come they tell how x is spread: then all go into
 * a file, each group in ranges of x that hold about as many rows, and one range after the other is read and sorted.
 */
final class OrderedGroups<S> implements AutoCloseable {

    /** So many rows are held before a file is made. */
    private static final int MOST_HELD = 1 << 16;
    /** Rows of a range, about. */
    private static final int RANGE_ROWS = 1 << 17;

    private final OrderedStatistic<S> statistic;
    private final long expected;
    private final Optional<Path> folder;
    private final long[] missing;
    private int[] groups = new int[1024];
    private double[] x = new double[1024];
    private double[] y = new double[1024];
    private int held;
    private Optional<RangesFile> file = Optional.empty();

    /**
     * @param expected about how many rows will come
     * @param folder of the file; empty where all rows are held in memory
     */
    OrderedGroups(OrderedStatistic<S> statistic, long expected, Optional<Path> folder) {
        this.statistic = statistic;
        this.expected = expected;
        this.folder = folder;
        this.missing = new long[statistic.groups()];
    }

    /** Takes rows: x, y and what tells the group. */
    void add(double[][] in, int[] rows, int count) {
        for (int i = 0; i < count; i++) {
            add(in, rows[i]);
        }
    }

    private void add(double[][] in, int row) {
        int group = statistic.groupOf(in, row);
        if (group < 0) {
            return;
        }
        double atX = in[0][row];
        double atY = in[1][row];
        if (!Double.isFinite(atX) || !Double.isFinite(atY)) {
            missing[group]++;
        } else if (file.isPresent()) {
            file.get().add(group, atX, atY);
        } else {
            hold(group, atX, atY);
        }
    }

    private void hold(int group, double atX, double atY) {
        if (held == groups.length) {
            int room = (int) Math.min(Integer.MAX_VALUE - 16L, 2L * held);
            groups = Arrays.copyOf(groups, room);
            x = Arrays.copyOf(x, room);
            y = Arrays.copyOf(y, room);
        }
        groups[held] = group;
        x[held] = atX;
        y[held++] = atY;
        if (held == MOST_HELD && folder.isPresent()) {
            var made = new RangesFile(folder.get(), edges());
            for (int i = 0; i < held; i++) {
                made.add(groups[i], x[i], y[i]);
            }
            file = Optional.of(made);
            groups = new int[0];
            x = new double[0];
            y = new double[0];
        }
    }

    /** Where the ranges of each group end, from the rows that are held. */
    private double[][] edges() {
        double[][] edges = new double[statistic.groups()][];
        for (int g = 0; g < edges.length; g++) {
            int group = g;
            double[] sorted = IntStream.range(0, held)
                    .filter(i -> groups[i] == group)
                    .mapToDouble(i -> x[i])
                    .sorted()
                    .toArray();
            double rows = (double) expected * sorted.length / held;
            int ranges = (int) Math.clamp(Math.rint(rows / RANGE_ROWS), 1, Math.max(1, sorted.length / 16));
            edges[g] = IntStream.range(1, ranges)
                    .mapToDouble(k -> sorted[(int) ((long) k * sorted.length / ranges)])
                    .distinct()
                    .toArray();
        }
        return edges;
    }

    /** The statistic of each group, after the last row. */
    List<S> found(Tasks tasks) {
        List<Optional<S>> found = new ArrayList<>(Collections.nCopies(statistic.groups(), Optional.empty()));
        tasks.each(found.size(), g -> found.set(g, Optional.of(statistic.of(g, rows(g)))));
        return found.stream().map(Optional::orElseThrow).toList();
    }

    private OrderedRows rows(int group) {
        return file.<OrderedRows>map(f -> f.rows(group, missing[group])).orElseGet(() -> {
            int[] places =
                    IntStream.range(0, held).filter(i -> groups[i] == group).toArray();
            return new HeldGroup(x, y, places, missing[group]);
        });
    }

    /** Closes and deletes the file. */
    @Override
    public void close() {
        file.ifPresent(RangesFile::close);
    }

    /** Rows of a group that are in memory. */
    private record HeldGroup(double[] x, double[] y, int[] places, long missing) implements OrderedRows {
        @Override
        public long count() {
            return places.length;
        }

        @Override
        public void each(Visitor visitor) {
            RangesFile.sorted(x, y, places, visitor);
        }
    }
}
