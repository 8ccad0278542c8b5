package org.cellarius.engine;

import java.util.Arrays;
import java.util.function.Supplier;
import org.cellarius.galaxy.column.Partial;
import org.cellarius.galaxy.column.RowsInMemory;
import org.cellarius.galaxy.column.Tasks;

/**
 * Columns of chosen rows in memory.
 *
 * @param columns of all rows of the table
 */
record HeldRows(double[][] columns, ChosenRows chosen) {

    /** Sorted rows that are gathered while as many before them are looked at. */
    private static final int SORTED_ROWS = 32 * PartedFold.BLOCK_ROWS;

    <S> S fold(Partial<S> partial, PartThreads threads) {
        var fold = new PartedFold<>(partial, threads);
        for (int p = 0; p < chosen.parts(); p++) {
            int part = p;
            Supplier<S> folded = () -> folded(partial, part);
            fold.add(folded);
        }
        return fold.state();
    }

    /** The rows for statistics that look at all of them at once. */
    RowsInMemory inMemory(RowsInMemory.Room room) {
        return new RowsInMemory() {
            @Override
            public int rows() {
                return (int) chosen.count();
            }

            @Override
            public int parts() {
                return chosen.parts();
            }

            @Override
            public int first(int part) {
                return (int) Math.min(chosen.count(), (long) part * PartedFold.PART_ROWS);
            }

            @Override
            public void scan(int part, int wanted, Visitor visitor) {
                int begin = chosen.partStarts()[part];
                int end = chosen.partStarts()[part + 1];
                if (chosen.ofAll()) {
                    visitor.accept(columns, begin, end - begin);
                } else {
                    new HeldRows(Arrays.copyOf(columns, wanted), chosen)
                            .scan(begin, end, (rows, in) -> visitor.accept(in, 0, rows));
                }
            }

            @Override
            public Room room() {
                return room;
            }
        };
    }

    private <S> S folded(Partial<S> partial, int part) {
        var state = new Object() {
            S now = partial.empty();
        };
        scan(
                chosen.partStarts()[part],
                chosen.partStarts()[part + 1],
                (rows, in) -> state.now = partial.fold(state.now, rows, in));
        return state.now;
    }

    /** Hands over the rows block by block. */
    void scan(Engine.BlockConsumer consumer) {
        scan(0, chosen.rows(), consumer);
    }

    private void scan(int begin, int end, Engine.BlockConsumer consumer) {
        double[][] block = new double[columns.length][PartedFold.BLOCK_ROWS];
        int[] taken = new int[chosen.ofAll() ? 0 : PartedFold.BLOCK_ROWS];
        for (int from = begin; from < end; ) {
            int filled = Math.min(PartedFold.BLOCK_ROWS, end - from);
            int next = from + filled;
            if (chosen.ofAll()) {
                for (int k = 0; k < columns.length; k++) {
                    System.arraycopy(columns[k], from, block[k], 0, filled);
                }
            } else {
                ChosenRows.Taken found = chosen.take(from, end, taken);
                filled = found.count();
                next = found.next();
                gather(taken, 0, filled, block);
            }
            if (filled > 0) {
                consumer.accept(filled, block);
            }
            from = next;
        }
    }

    /** Copies the rows that stand in a list from a place on. */
    private void gather(int[] rows, int from, int count, double[][] into) {
        for (int k = 0; k < columns.length; k++) {
            double[] column = columns[k];
            double[] out = into[k];
            for (int i = 0; i < count; i++) {
                out[i] = column[rows[from + i]];
            }
        }
    }

    private int[] numbers() {
        int[] rows = new int[(int) chosen.count()];
        if (chosen.ofAll()) {
            Arrays.setAll(rows, i -> i);
        } else {
            chosen.take(0, chosen.rows(), rows);
        }
        return rows;
    }

    /** The chosen rows alone. */
    double[][] gathered() {
        int rows = (int) chosen.count();
        if (chosen.ofAll()) {
            return Arrays.stream(columns).map(c -> Arrays.copyOf(c, rows)).toArray(double[][]::new);
        }
        double[][] own = new double[columns.length][rows];
        gather(numbers(), 0, rows, own);
        return own;
    }

    /**
     * Hands over the rows in rising order of a column of theirs that is never missing; of equal ones, in the table's order. While some are looked at, the next are gathered.
     */
    void scanSorted(double[] key, Tasks tasks, Engine.BlockConsumer consumer) {
        int[] order = RisingOrder.of(key, numbers(), tasks);
        double[][] now = new double[columns.length][Math.min(order.length, SORTED_ROWS)];
        double[][] next = new double[columns.length][Math.min(order.length, SORTED_ROWS)];
        gather(order, 0, Math.min(order.length, SORTED_ROWS), now);
        for (int from = 0; from < order.length; from += SORTED_ROWS) {
            double[][] looked = now;
            double[][] gathered = next;
            int begin = from;
            int after = Math.min(order.length, from + SORTED_ROWS);
            tasks.each(2, task -> {
                if (task == 0) {
                    handOver(after - begin, looked, consumer);
                } else {
                    gather(order, after, Math.min(SORTED_ROWS, order.length - after), gathered);
                }
            });
            next = looked;
            now = gathered;
        }
    }

    private static void handOver(int rows, double[][] all, Engine.BlockConsumer consumer) {
        double[][] block = new double[all.length][PartedFold.BLOCK_ROWS];
        for (int from = 0; from < rows; from += PartedFold.BLOCK_ROWS) {
            int count = Math.min(PartedFold.BLOCK_ROWS, rows - from);
            for (int k = 0; k < all.length; k++) {
                System.arraycopy(all[k], from, block[k], 0, count);
            }
            consumer.accept(count, block);
        }
    }
}
