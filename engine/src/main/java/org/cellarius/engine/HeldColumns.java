package org.cellarius.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.column.Partial;

/**
 * Columns of one star table that many statistics ask for: each expression and each condition is read from the file once, and stays in memory as long as there is room.
 * Statistics see the same rows in the same blocks as when they are read from the file.
 */
public final class HeldColumns {

    /** Reads expressions over all rows of the table. */
    @FunctionalInterface
    public interface Reader {
        void read(List<Expression> expressions, Engine.BlockConsumer consumer);
    }

    private final StarTable table;
    private final long mostBytes;
    private final Map<Expression, double[]> columns = new HashMap<>();
    private final Map<Expression, boolean[]> conditions = new HashMap<>();
    private long bytes;

    /**
     * @param mostBytes room for the columns
     */
    public HeldColumns(StarTable table, long mostBytes) {
        this.table = table;
        this.mostBytes = mostBytes;
    }

    public boolean isOf(StarTable other) {
        return table.equals(other);
    }

    /** The columns and rows of a selection; empty where it is of another table, sorted, or has no room. */
    public synchronized Optional<Rows> of(Selection selection, Reader reader) {
        if (!selection.table().equals(table)
                || !selection.orderBy().isEmpty()
                || table.rows() > Integer.MAX_VALUE - 8) {
            return Optional.empty();
        }
        List<Expression> missing = selection.expressions().stream()
                .distinct()
                .filter(e -> !columns.containsKey(e))
                .toList();
        Optional<Expression> newCondition = condition(selection).filter(w -> !conditions.containsKey(w));
        long needed = table.rows()
                * ((long) Double.BYTES * missing.size()
                        + newCondition.map(w -> 1L).orElse(0L));
        if (bytes + needed > mostBytes) {
            return Optional.empty();
        }
        if (!missing.isEmpty() || newCondition.isPresent()) {
            try {
                load(missing, newCondition, reader);
            } catch (RunFailure | InputError e) {
                // An expression that fails for rows that the condition leaves out is read with the condition.
                return Optional.empty();
            }
            bytes += needed;
        }
        double[][] asked =
                selection.expressions().stream().map(e -> of(columns, e)).toArray(double[][]::new);
        return Optional.of(
                new Rows((int) table.rows(), asked, condition(selection).map(w -> of(conditions, w))));
    }

    /** The number of rows that a condition leaves, where it has been asked before. */
    public synchronized Optional<Long> count(Selection selection) {
        return selection.table().equals(table)
                ? condition(selection)
                        .flatMap(w -> Optional.ofNullable(conditions.get(w)))
                        .map(chosen -> {
                            long count = 0;
                            for (boolean one : chosen) {
                                count += one ? 1 : 0;
                            }
                            return count;
                        })
                : Optional.empty();
    }

    private static Optional<Expression> condition(Selection selection) {
        return selection.ofAll() ? Optional.empty() : Optional.of(selection.where());
    }

    private static <T> T of(Map<Expression, T> read, Expression expression) {
        return Optional.ofNullable(read.get(expression)).orElseThrow();
    }

    private void load(List<Expression> missing, Optional<Expression> condition, Reader reader) {
        int rows = (int) table.rows();
        double[][] read = new double[missing.size()][rows];
        boolean[] chosen = new boolean[condition.isPresent() ? rows : 0];
        var expressions = new ArrayList<>(missing);
        condition.ifPresent(w -> expressions.add(Expression.of(1L).where(w)));
        var next = new Object() {
            int row;
        };
        reader.read(expressions, (count, in) -> {
            for (int k = 0; k < read.length; k++) {
                System.arraycopy(in[k], 0, read[k], next.row, count);
            }
            if (condition.isPresent()) {
                double[] answers = in[read.length];
                for (int i = 0; i < count; i++) {
                    chosen[next.row + i] = answers[i] == 1;
                }
            }
            next.row += count;
        });
        for (int k = 0; k < read.length; k++) {
            columns.put(missing.get(k), read[k]);
        }
        condition.ifPresent(w -> conditions.put(w, chosen));
    }

    /**
     * Rows in memory.
     *
     * @param rows rows of the table
     * @param columns the asked columns
     * @param chosen which rows are asked for; empty for all
     */
    public record Rows(int rows, double[][] columns, Optional<boolean[]> chosen) {

        /** Folds a statistic in blocks of that many rows. */
        public <S> S fold(Partial<S> partial, int blockRows) {
            double[][] block = new double[columns.length][blockRows];
            S state = partial.empty();
            for (int from = 0; from < rows; ) {
                int filled = 0;
                int next = from;
                if (chosen.isEmpty()) {
                    filled = Math.min(blockRows, rows - from);
                    next = from + filled;
                    copy(from, filled, block);
                } else {
                    int[] taken = new int[blockRows];
                    boolean[] mask = chosen.orElseThrow();
                    while (next < rows && filled < blockRows) {
                        taken[filled] = next;
                        filled += mask[next++] ? 1 : 0;
                    }
                    gather(taken, filled, block);
                }
                if (filled > 0) {
                    state = partial.fold(state, filled, block);
                }
                from = next;
            }
            return state;
        }

        private void copy(int from, int count, double[][] block) {
            for (int k = 0; k < columns.length; k++) {
                System.arraycopy(columns[k], from, block[k], 0, count);
            }
        }

        private void gather(int[] taken, int count, double[][] block) {
            for (int k = 0; k < columns.length; k++) {
                double[] column = columns[k];
                double[] into = block[k];
                for (int i = 0; i < count; i++) {
                    into[i] = column[taken[i]];
                }
            }
        }

        /** Hands over the rows block by block. */
        public void scan(Engine.BlockConsumer consumer, int blockRows) {
            fold(new Handing(columns.length, consumer), blockRows);
        }
    }

    /** A statistic that only hands on what it sees. */
    private record Handing(int columns, Engine.BlockConsumer consumer) implements Partial<Boolean> {

        @Override
        public Boolean empty() {
            return true;
        }

        @Override
        public Boolean fold(Boolean state, int rows, double[][] in) {
            consumer.accept(rows, in);
            return state;
        }

        @Override
        public Boolean merge(Boolean left, Boolean right) {
            return left;
        }
    }
}
