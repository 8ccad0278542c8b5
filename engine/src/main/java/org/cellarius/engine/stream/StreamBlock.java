package org.cellarius.engine.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.Precision;
import org.cellarius.engine.Derived;
import org.cellarius.engine.StarStream;
import org.cellarius.engine.StarStreamSource;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.Tally;
import org.cellarius.engine.condition.Loops;
import org.cellarius.engine.condition.NotInMemory;
import org.cellarius.engine.condition.Truths;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.StarStatus;

/** The buffers of some rows and the loops that take them through the steps of a stream. Used again and again, by one thread at a time. */
public final class StreamBlock {

    /** The columns that come out by now, with their buffers. */
    private record Buffers(List<TableColumn> columns, List<ColumnBuffer> buffers) {

        ColumnBuffer of(String name) {
            for (int k = 0; k < columns.size(); k++) {
                if (columns.get(k).name().equalsIgnoreCase(name)) {
                    return buffers.get(k);
                }
            }
            throw new IllegalArgumentException("no column '" + name + "'");
        }
    }

    /** A count whose condition is looked at only where another one is found. */
    private record Suspected(Truths suspicion, Loops loops, Truths condition, int place) {}

    private final List<ColumnBuffer> source = new ArrayList<>();
    private final Loops loops = new Loops();
    private final List<long[]> counted = new ArrayList<>();
    private final List<ColumnBuffer> outputs;
    private final List<Truths> conditions = new ArrayList<>();
    private final int mostRows;
    private final int[] chosen;
    private final boolean numbered;
    private int rows;
    private int left;

    private StreamBlock(StarStream stream, int mostRows) throws NotInMemory {
        this.mostRows = mostRows;
        this.chosen = new int[mostRows];
        this.numbered = stream.source().columns().contains(StarStreamSource.NUMBER);
        stream.source().columns().forEach(c -> source.add(ColumnBuffer.of(c.type(), mostRows)));
        var buffers = new Buffers(stream.source().columns(), source);
        for (int k = 0; k < source.size(); k++) {
            if (stream.source().columns().get(k).precision() == Precision.SINGLE
                    && source.get(k) instanceof ColumnBuffer.Doubles d) {
                loops.add(n -> MeantDecimals.of(d.values(), n));
            }
        }
        for (StarStream.Step step : stream.steps()) {
            if (!conditions.isEmpty() && !(step instanceof StarStream.Kept)) {
                throw new NotInMemory("a step behind a cut");
            }
            switch (step) {
                case StarStream.Projected p -> buffers = projected(p, buffers);
                case StarStream.Computed c -> buffers = computed(c, buffers);
                case StarStream.Counted c -> count(c.tally(), buffers);
                case StarStream.Kept k ->
                    conditions.add(new BufferExpressions(buffers::of, mostRows, loops).truths(k.condition()));
            }
        }
        this.outputs = buffers.buffers();
    }

    /** Whether a stream can be done in memory, or a database has to do it. */
    public static boolean fits(StarStream stream) {
        try {
            // A block of no rows takes no memory, and is made by the same rules.
            new StreamBlock(stream, 0);
            return true;
        } catch (NotInMemory database) {
            return false;
        }
    }

    /** A block for a stream that {@link #fits}. */
    static StreamBlock of(StarStream stream) {
        try {
            return new StreamBlock(stream, BlockReader.BLOCK_ROWS);
        } catch (NotInMemory e) {
            throw new IllegalArgumentException("not done in memory: " + e.getMessage(), e);
        }
    }

    private Buffers projected(StarStream.Projected step, Buffers before) throws NotInMemory {
        var expressions = new BufferExpressions(before::of, mostRows, loops);
        var columns = new ArrayList<TableColumn>();
        var buffers = new ArrayList<ColumnBuffer>();
        for (Derived derived : step.derived()) {
            columns.add(derived.column());
            buffers.add(expressions.column(derived.value(), derived.column().type()));
        }
        return new Buffers(columns, buffers);
    }

    private Buffers computed(StarStream.Computed step, Buffers before) throws NotInMemory {
        var expressions = new BufferExpressions(before::of, mostRows, loops);
        ColumnKernel kernel = step.kernel();
        double[][] in = new double[step.inputs().size()][];
        for (int k = 0; k < in.length; k++) {
            in[k] = expressions.numbers(step.inputs().get(k));
        }
        var columns = new ArrayList<>(step.kept());
        var buffers = new ArrayList<ColumnBuffer>();
        step.kept().forEach(c -> buffers.add(before.of(c.name())));
        double[][] out = new double[kernel.outputs().size()][mostRows];
        for (double[] column : out) {
            buffers.add(new ColumnBuffer.Doubles(column));
        }
        var status = new StarStatus[mostRows];
        var words = new ColumnBuffer.Texts(new String[mostRows]);
        buffers.add(words);
        columns.addAll(StarStream.outputs(kernel));
        loops.add(n -> {
            kernel.apply(n, in, out, status);
            for (int i = 0; i < n; i++) {
                words.values()[i] = status[i].name();
            }
        });
        return new Buffers(columns, buffers);
    }

    private void count(Tally tally, Buffers before) throws NotInMemory {
        var expressions = new BufferExpressions(before::of, mostRows, loops);
        long[] found = new long[1 + tally.counts().size()];
        counted.add(found);
        var plain = new ArrayList<Truths>();
        var places = new ArrayList<Integer>();
        var suspected = new ArrayList<Suspected>();
        for (int k = 0; k < tally.counts().size(); k++) {
            Tally.Count count = tally.counts().get(k);
            if (count.suspicion().isEmpty()) {
                plain.add(expressions.truths(count.condition()));
                places.add(1 + k);
            } else {
                suspected.add(suspected(count.condition(), count.suspicion().get(), 1 + k, expressions));
            }
        }
        loops.add(n -> {
            found[0] += n;
            for (int k = 0; k < plain.size(); k++) {
                found[places.get(k)] += plain.get(k).count(n);
            }
            for (Suspected s : suspected) {
                if (s.suspicion().count(n) > 0) {
                    s.loops().run(n);
                    found[s.place()] += s.condition().count(n);
                }
            }
        });
    }

    private static Suspected suspected(
            Expression condition, Expression suspicion, int place, BufferExpressions expressions) throws NotInMemory {
        Truths first = expressions.truths(suspicion);
        var own = new Loops();
        return new Suspected(first, own, expressions.within(own).truths(condition), place);
    }

    /** Takes the next rows of a reader, whose columns are those of the source without the number of the row; none at the end. */
    boolean fill(BlockReader reader, long before) {
        rows = reader.next();
        int read = numbered ? source.size() - 1 : source.size();
        for (int k = 0; k < read; k++) {
            copy(reader.column(k), source.get(k));
        }
        if (numbered) {
            long[] number = ((ColumnBuffer.Longs) source.get(read)).values();
            for (int i = 0; i < rows; i++) {
                number[i] = before + i;
            }
        }
        return rows > 0;
    }

    private void copy(ColumnBuffer from, ColumnBuffer to) {
        switch (from) {
            case ColumnBuffer.Doubles d ->
                System.arraycopy(d.values(), 0, ((ColumnBuffer.Doubles) to).values(), 0, rows);
            case ColumnBuffer.Longs l -> {
                var into = (ColumnBuffer.Longs) to;
                System.arraycopy(l.values(), 0, into.values(), 0, rows);
                System.arraycopy(l.missing(), 0, into.missing(), 0, rows);
            }
            case ColumnBuffer.Booleans b -> {
                var into = (ColumnBuffer.Booleans) to;
                System.arraycopy(b.values(), 0, into.values(), 0, rows);
                System.arraycopy(b.missing(), 0, into.missing(), 0, rows);
            }
            case ColumnBuffer.Texts t -> System.arraycopy(t.values(), 0, ((ColumnBuffer.Texts) to).values(), 0, rows);
        }
    }

    /** Takes the rows through all steps. */
    StreamBlock run() {
        counted.forEach(found -> Arrays.fill(found, 0));
        loops.run(rows);
        left = 0;
        for (int i = 0; i < rows; i++) {
            chosen[left] = i;
            boolean stays = true;
            for (Truths condition : conditions) {
                stays &= condition.values()[i] == Truths.YES;
            }
            left += stays ? 1 : 0;
        }
        return this;
    }

    /** Rows that were read. */
    public int rows() {
        return rows;
    }

    /** Rows that are left after the cuts. */
    public int left() {
        return left;
    }

    /** Where the rows that are left stand in the buffers. */
    public int[] chosen() {
        return chosen;
    }

    /** The buffers of the columns that come out. */
    public List<ColumnBuffer> outputs() {
        return outputs;
    }

    /** What was counted in these rows, in the order of the steps. */
    public List<Tally.Found> found() {
        return counted.stream()
                .map(n -> new Tally.Found(n[0], Arrays.stream(n).skip(1).boxed().toList()))
                .toList();
    }
}
