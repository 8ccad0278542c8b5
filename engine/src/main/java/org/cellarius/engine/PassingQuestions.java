package org.cellarius.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.engine.condition.RowValues;
import org.cellarius.engine.condition.Truths;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.column.Tasks;

/** Questions answered of rows that come by once, in the table's order: questions side by side on several threads, each seeing its rows in order. */
public final class PassingQuestions implements Engine.BlockConsumer, AutoCloseable {

    /** Rows that are taken in before the questions look at them. */
    private static final int BATCH_ROWS = 16 * PartedFold.BLOCK_ROWS;

    private final List<Taker<?>> takers = new ArrayList<>();
    private final List<Expression> expressions;
    private final Map<Expression, Integer> places = new HashMap<>();
    private final double[][] batch;
    private final PartThreads threads;
    private final Tasks tasks;
    private final Path folder;
    private int filled;

    /**
     * Several questions with conditions of their own.
     *
     * @param folder where stars that must be put in order may lie meanwhile
     */
    public PassingQuestions(Collection<? extends Question<?>> questions, int threads, Path folder) {
        // The questions have the threads among them.
        this(List.copyOf(questions), false, 1, threads == 1 ? Tasks.IN_TURN : new ThreadTasks(threads), folder);
    }

    private PassingQuestions(List<Question<?>> questions, boolean chosen, int partThreads, Tasks tasks, Path folder) {
        this.folder = folder;
        this.threads = new PartThreads(partThreads);
        this.tasks = tasks;
        var read = new LinkedHashSet<Expression>();
        var conditions = new LinkedHashSet<Expression>();
        for (Question<?> question : questions) {
            read.addAll(question.expressions());
            if (!chosen) {
                HeldCondition.leaves(question.condition(), read, conditions);
            }
        }
        read.addAll(conditions);
        if (read.isEmpty()) {
            read.add(Expression.of(1L));
        }
        this.expressions = List.copyOf(read);
        for (int k = 0; k < expressions.size(); k++) {
            places.put(expressions.get(k), k);
        }
        this.batch = new double[expressions.size()][BATCH_ROWS];
        questions.forEach(q -> takers.add(taker(q, chosen ? Expression.always() : q.condition())));
    }

    /** A single question, of rows that all fulfil its condition. */
    public static PassingQuestions ofChosen(Question<?> question, int threads, Path folder) {
        return new PassingQuestions(List.of(question), true, threads, Tasks.IN_TURN, folder);
    }

    /** What is to be read: numbers, and conditions as 1, 0 or missing. */
    public List<Expression> expressions() {
        return expressions;
    }

    @Override
    public void accept(int rows, double[][] in) {
        int done = 0;
        while (done < rows) {
            int more = Math.min(rows - done, BATCH_ROWS - filled);
            for (int k = 0; k < batch.length; k++) {
                System.arraycopy(in[k], done, batch[k], filled, more);
            }
            done += more;
            filled += more;
            if (filled == BATCH_ROWS) {
                look();
            }
        }
    }

    private void look() {
        int rows = filled;
        tasks.each(takers.size(), k -> takers.get(k).look(rows));
        filled = 0;
    }

    /** The answers, after the last row. */
    public Answers answers() {
        look();
        var answers = new Answers();
        takers.forEach(t -> t.answer(answers));
        return answers;
    }

    @Override
    public void close() {
        takers.forEach(Taker::close);
        threads.close();
    }

    private Taker<?> taker(Question<?> question, Expression condition) {
        return switch (question) {
            case Question.Count q -> new Counting(q, condition);
            case Question.Folded<?> q -> new Folding<>(q, condition);
            case Question.Columns q -> new Keeping(q, condition);
            case Question.Ordered<?> q -> new Ordering<>(q, condition);
        };
    }

    /** Takes the rows of one question. */
    private abstract class Taker<A> {
        private final Question<A> question;
        private final HeldCondition condition;
        private final double[][] in;
        private final int[] taken = new int[PartedFold.BLOCK_ROWS];

        Taker(Question<A> question, Expression condition) {
            this.question = question;
            this.condition = new HeldCondition(condition, PartedFold.BLOCK_ROWS, new Passing());
            this.in = question.expressions().stream()
                    .map(PassingQuestions.this::column)
                    .toArray(double[][]::new);
        }

        void look(int rows) {
            for (int from = 0; from < rows; from += taken.length) {
                int count = Math.min(taken.length, rows - from);
                byte[] truths = condition.of(from, count);
                int chosen = 0;
                for (int i = 0; i < count; i++) {
                    taken[chosen] = from + i;
                    chosen += truths[i] == Truths.YES ? 1 : 0;
                }
                take(in, taken, chosen);
            }
        }

        abstract void take(double[][] columns, int[] rows, int count);

        abstract A answer();

        /** Gives back what it holds beside memory. */
        void close() {}

        void answer(Answers answers) {
            answers.add(question, answer());
        }
    }

    private double[] column(Expression expression) {
        return batch[Optional.ofNullable(places.get(expression)).orElseThrow()];
    }

    private final class Counting extends Taker<Long> {
        private long found;

        Counting(Question.Count question, Expression condition) {
            super(question, condition);
        }

        @Override
        void take(double[][] columns, int[] rows, int count) {
            found += count;
        }

        @Override
        Long answer() {
            return found;
        }
    }

    private final class Folding<S> extends Taker<S> {
        private final PassingFold<S> fold;

        Folding(Question.Folded<S> question, Expression condition) {
            super(question, condition);
            this.fold = new PassingFold<>(question.partial(), threads);
        }

        @Override
        void take(double[][] columns, int[] rows, int count) {
            fold.accept(columns, rows, count);
        }

        @Override
        S answer() {
            return fold.state();
        }
    }

    private final class Keeping extends Taker<double[][]> {
        private final StarColumns kept;
        private final double[][] block;

        Keeping(Question.Columns question, Expression condition) {
            super(question, condition);
            int columns = question.expressions().size();
            this.kept = new StarColumns(columns);
            this.block = new double[columns][PartedFold.BLOCK_ROWS];
        }

        @Override
        void take(double[][] columns, int[] rows, int count) {
            for (int k = 0; k < block.length; k++) {
                for (int i = 0; i < count; i++) {
                    block[k][i] = columns[k][rows[i]];
                }
            }
            kept.accept(count, block);
        }

        @Override
        double[][] answer() {
            double[][] all = new double[block.length][];
            Arrays.setAll(all, kept::column);
            return all;
        }
    }

    private final class Ordering<S> extends Taker<List<S>> {
        private final OrderedGroups<S> groups;

        Ordering(Question.Ordered<S> question, Expression condition) {
            super(question, condition);
            this.groups = new OrderedGroups<>(question.statistic(), question.expected(), Optional.of(folder));
        }

        @Override
        void take(double[][] columns, int[] rows, int count) {
            groups.add(columns, rows, count);
        }

        @Override
        List<S> answer() {
            return groups.found(tasks);
        }

        @Override
        void close() {
            groups.close();
        }
    }

    /** The rows of the batch; conditions are numbers in it: 1, 0 or missing. */
    private final class Passing implements HeldCondition.Columns {
        @Override
        public double[] numbers(Expression expression) {
            return column(expression);
        }

        @Override
        public RowValues.Read truths(Expression condition) {
            double[] read = column(condition);
            return (first, rows, into) -> {
                for (int i = 0; i < rows; i++) {
                    into[i] = Truths.read(read[first + i]);
                }
            };
        }
    }
}
