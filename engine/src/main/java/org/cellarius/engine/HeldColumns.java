package org.cellarius.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.condition.RowValues;
import org.cellarius.engine.condition.Truths;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.column.RowsInMemory;
import org.cellarius.galaxy.column.Tasks;

/**
 * Columns of one star table that many questions ask for: they are read together, once, and stay in memory as long as there is room; what nobody foresaw is read when it is asked
 * for. Statistics see the same rows in the same blocks and parts as when they are read from the file.
 */
public final class HeldColumns {

    /** Conditions made of others that are kept worked out. */
    private static final int KEPT_CHOICES = 8;

    /** Reads expressions over all rows of the table; conditions are 1, 0 or missing. Several threads may read at once. */
    @FunctionalInterface
    public interface Reader {
        /**
         * Reads all rows in order.
         *
         * @param told whether the astronomer is told how far it is
         */
        void read(List<Expression> expressions, Engine.BlockConsumer consumer, boolean told);
    }

    private final StarTable table;
    private final long mostBytes;
    private final int threads;
    private final Map<Expression, double[]> columns = new HashMap<>();
    private final Map<Expression, byte[]> conditions = new HashMap<>();
    private final Map<Expression, ChosenRows> choices = new LinkedHashMap<>(16, 0.75f, true);
    private final RowsInMemory.Room room = new RowsInMemory.Room();
    private long bytes;

    /**
     * @param mostBytes room for the columns
     * @param threads that read them
     */
    public HeldColumns(StarTable table, long mostBytes, int threads) {
        this.table = table;
        this.mostBytes = mostBytes;
        this.threads = threads;
    }

    public boolean isOf(StarTable other) {
        return table.equals(other);
    }

    /**
     * Reads what questions will ask for, in one pass.
     *
     * @return false where there is no room for all of it, or some of it has no value in every row: then nothing is read
     */
    public synchronized boolean read(List<Expression> numbers, List<Expression> wanted, Reader reader) {
        var ofNumbers = new LinkedHashSet<>(numbers);
        var ofConditions = new LinkedHashSet<Expression>();
        wanted.forEach(w -> HeldCondition.leaves(w, ofNumbers, ofConditions));
        return load(ofNumbers, ofConditions, reader);
    }

    /** Answers from memory; empty where the table is another one, or there is no room. */
    public synchronized Optional<Answers> answers(
            StarTable asked, Collection<? extends Question<?>> questions, int threads, Reader reader) {
        var numbers = new LinkedHashSet<Expression>();
        var wanted = new LinkedHashSet<Expression>();
        for (Question<?> question : questions) {
            numbers.addAll(question.expressions());
            HeldCondition.leaves(question.condition(), numbers, wanted);
        }
        if (!asked.equals(table) || !load(numbers, wanted, reader)) {
            return Optional.empty();
        }
        Tasks tasks = threads == 1 ? Tasks.IN_TURN : new ThreadTasks(threads);
        var answers = new Answers();
        try (var parts = new PartThreads(threads)) {
            for (Question<?> question : questions) {
                answer(question, answers, tasks, parts);
            }
        }
        return Optional.of(answers);
    }

    private <A> void answer(Question<A> question, Answers answers, Tasks tasks, PartThreads parts) {
        switch (question) {
            case Question.Count q -> answers.add(q, chosen(q.condition(), tasks).count());
            case Question.Folded<?> q -> fold(q, answers, tasks, parts);
            case Question.Columns q -> answers.add(q, rows(q, tasks).gathered());
            case Question.Ordered<?> q -> order(q, answers, tasks);
        }
    }

    private <S> void order(Question.Ordered<S> question, Answers answers, Tasks tasks) {
        try (var groups = new OrderedGroups<>(question.statistic(), question.expected(), Optional.empty())) {
            int[] all = IntStream.range(0, PartedFold.BLOCK_ROWS).toArray();
            rows(question, tasks).scan((rows, in) -> groups.add(in, all, rows));
            answers.add(question, groups.found(tasks));
        }
    }

    private <S> void fold(Question.Folded<S> question, Answers answers, Tasks tasks, PartThreads parts) {
        HeldRows rows = rows(question, tasks);
        answers.add(
                question,
                question.partial()
                        .ofAll()
                        .filter(all -> rows.chosen().count() <= mostWhole())
                        .map(all -> all.of(rows.inMemory(room), tasks))
                        .orElseGet(() -> rows.fold(question.partial(), parts)));
    }

    /** So many rows may be put side by side group by group: an eighth of what memory there is. */
    private static long mostWhole() {
        return Runtime.getRuntime().maxMemory() / 8 / ((long) Double.BYTES + Integer.BYTES);
    }

    private HeldRows rows(Question<?> question, Tasks tasks) {
        return new HeldRows(columns(question.expressions()), chosen(question.condition(), tasks));
    }

    /** Hands over the rows of a selection from memory; false where the table is another one, or there is no room. */
    public synchronized boolean scan(Selection selection, int threads, Reader reader, Engine.BlockConsumer consumer) {
        var numbers = new LinkedHashSet<>(selection.expressions());
        var wanted = new LinkedHashSet<Expression>();
        numbers.addAll(selection.orderBy());
        HeldCondition.leaves(selection.where(), numbers, wanted);
        if (!selection.table().equals(table) || selection.orderBy().size() > 1 || !load(numbers, wanted, reader)) {
            return false;
        }
        Tasks tasks = threads == 1 ? Tasks.IN_TURN : new ThreadTasks(threads);
        var rows = new HeldRows(columns(selection.expressions()), chosen(selection.where(), tasks));
        if (selection.orderBy().isEmpty()) {
            rows.scan(consumer);
        } else {
            rows.scanSorted(of(columns, selection.orderBy().getFirst()), tasks, consumer);
        }
        return true;
    }

    private double[][] columns(List<Expression> expressions) {
        return expressions.stream().map(e -> of(columns, e)).toArray(double[][]::new);
    }

    private static <T> T of(Map<Expression, T> read, Expression expression) {
        return Optional.ofNullable(read.get(expression)).orElseThrow();
    }

    private ChosenRows chosen(Expression condition, Tasks tasks) {
        int rows = (int) table.rows();
        if (condition.equals(Expression.always())) {
            return ChosenRows.all(rows);
        }
        ChosenRows known = choices.get(condition);
        if (known != null) {
            return known;
        }
        byte[] truths = new byte[rows];
        tasks.each(Math.ceilDiv(rows, PartedFold.PART_ROWS), part -> {
            var own = new HeldCondition(condition, PartedFold.BLOCK_ROWS, new Held());
            int end = (int) Math.min(rows, (part + 1L) * PartedFold.PART_ROWS);
            for (int from = part * PartedFold.PART_ROWS; from < end; from += PartedFold.BLOCK_ROWS) {
                int count = Math.min(PartedFold.BLOCK_ROWS, end - from);
                System.arraycopy(own.of(from, count), 0, truths, from, count);
            }
        });
        ChosenRows found = ChosenRows.of(truths, tasks);
        choices.put(condition, found);
        if (choices.size() > KEPT_CHOICES) {
            choices.remove(choices.keySet().iterator().next());
        }
        return found;
    }

    /** All rows. */
    private final class Held implements HeldCondition.Columns {
        @Override
        public double[] numbers(Expression expression) {
            return of(columns, expression);
        }

        @Override
        public RowValues.Read truths(Expression condition) {
            byte[] read = of(conditions, condition);
            return (first, rows, into) -> System.arraycopy(read, first, into, 0, rows);
        }
    }

    /** Reads what is not there yet, in one pass. */
    private boolean load(Collection<Expression> numbers, Collection<Expression> wanted, Reader reader) {
        List<Expression> missing =
                numbers.stream().filter(e -> !columns.containsKey(e)).toList();
        List<Expression> unknown =
                wanted.stream().filter(e -> !conditions.containsKey(e)).toList();
        if (table.rows() > Integer.MAX_VALUE - 8) {
            return false;
        }
        long needed = table.rows() * ((long) Double.BYTES * missing.size() + unknown.size());
        if (bytes + needed > mostBytes) {
            return false;
        }
        if (needed > 0) {
            try {
                load(missing, unknown, reader);
            } catch (RunFailure | InputError e) {
                // An expression that fails for rows that a condition leaves out is read with the condition.
                return false;
            }
            bytes += needed;
        }
        return true;
    }

    private void load(List<Expression> missing, List<Expression> unknown, Reader reader) {
        int rows = (int) table.rows();
        double[][] read = new double[missing.size()][rows];
        byte[][] truths = new byte[unknown.size()][rows];
        var expressions = new ArrayList<>(missing);
        expressions.addAll(unknown);
        // A read decodes its columns on one thread: each thread reads some of them.
        int shares = Math.min(threads, expressions.size());
        new ThreadTasks(threads).each(shares, share -> {
            int[] places = IntStream.range(0, expressions.size())
                    .filter(k -> k % shares == share)
                    .toArray();
            var next = new Object() {
                int row;
            };
            reader.read(
                    Arrays.stream(places).mapToObj(expressions::get).toList(),
                    (count, in) -> {
                        for (int k = 0; k < places.length; k++) {
                            if (places[k] < read.length) {
                                System.arraycopy(in[k], 0, read[places[k]], next.row, count);
                            } else {
                                truths(in[k], count, truths[places[k] - read.length], next.row);
                            }
                        }
                        next.row += count;
                    },
                    share == 0);
        });
        for (int k = 0; k < read.length; k++) {
            columns.put(missing.get(k), read[k]);
        }
        for (int k = 0; k < truths.length; k++) {
            conditions.put(unknown.get(k), truths[k]);
        }
    }

    private static void truths(double[] in, int count, byte[] into, int at) {
        for (int i = 0; i < count; i++) {
            into[at + i] = Truths.read(in[i]);
        }
    }
}
