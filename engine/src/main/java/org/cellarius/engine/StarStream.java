package org.cellarius.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cellarius.galaxy.column.ColumnKernel;

/**
 * Steps that rows take one after the other on their way from a source to a star table, described before any row is read: {@link Engine#write(StarStream, java.nio.file.Path,
 * Progress)} then reads the source once, a batch at a time, and writes only what comes out at the end. Rows keep their order.
 *
 * <p>A stream belongs to the engine that opened it. Steps that take rows away come last, because the results of kernels stand beside their rows by position.
 */
public final class StarStream {

    /** The column of a catalogue file's stream that numbers its rows, from 0. */
    public static final String ROW = "cellarius_row";

    private static final AtomicLong NUMBER = new AtomicLong();

    /** What a row goes through. */
    sealed interface Step {}

    /** Columns computed of those before. */
    record Projected(List<String> expressions) implements Step {}

    /** A kernel whose outputs stand in a table of their own, beside the kept columns. */
    record Computed(ColumnKernel kernel, List<String> inputs, StarTable before, StarTable outputs) implements Step {}

    /** Rows that fulfil a condition. */
    record Kept(String condition) implements Step {}

    /** Counts on the way. */
    record Counted(Tally tally, StarTable of) implements Step {}

    private final StarStreamSource source;
    private final long number;
    private final List<Step> steps;
    private final StarTable shape;

    private StarStream(StarStreamSource source, long number, List<Step> steps, StarTable shape) {
        this.source = source;
        this.number = number;
        this.steps = List.copyOf(steps);
        this.shape = shape;
    }

    /** The rows of a source as they are. */
    static StarStream of(DuckDbEngine engine, StarStreamSource source) {
        long number = NUMBER.incrementAndGet();
        var stream = new StarStream(
                source,
                number,
                List.of(),
                new StarTable(new StarTable.InDatabase(name(number, "source")), source.columns(), 0));
        engine.makeEmpty(name(number, "source"), source.columns());
        return stream;
    }

    private static String name(long number, String what) {
        return "stream_" + number + "_" + what;
    }

    /** The columns that come out by now, as a table without rows, over which expressions are read. */
    public StarTable shape() {
        return shape;
    }

    /**
     * Other columns in place of those that come out by now.
     *
     * @param columns their names, types and units
     * @param expressions SQL expressions for them, in the same order
     */
    public StarStream project(List<TableColumn> columns, List<String> expressions) {
        String list = IntStream.range(0, columns.size())
                .mapToObj(k ->
                        expressions.get(k) + " AS " + Sql.name(columns.get(k).name()))
                .collect(Collectors.joining(", "));
        return with(new Projected(expressions), "(SELECT " + list + " FROM " + shape.sql() + ")", columns);
    }

    /** The kept columns, the outputs of a kernel, then {@code status}. */
    StarStream compute(DuckDbEngine engine, ColumnKernel kernel, List<String> inputs, List<String> kept) {
        List<TableColumn> written = KernelRun.outputColumns(kernel);
        String outputs = name(number, "kernel" + steps.size());
        engine.makeEmpty(outputs, written);
        String keptSql = kept.stream().map(Sql::name).collect(Collectors.joining(", "));
        var step = new Computed(kernel, inputs, shape, new StarTable(new StarTable.InDatabase(outputs), written, 0));
        return with(
                step,
                "(SELECT a.*, b.* FROM (SELECT " + keptSql + " FROM " + shape.sql() + ") a POSITIONAL JOIN " + outputs
                        + " b)",
                Stream.concat(kept.stream().map(name -> shape.require(name, "")), written.stream())
                        .toList());
    }

    /** The rows that fulfil an SQL condition. */
    public StarStream keep(String condition) {
        return with(
                new Kept(condition), "(SELECT * FROM " + shape.sql() + " WHERE " + condition + "\n)", shape.columns());
    }

    /** Counts rows as they are by now. */
    public StarStream count(Tally tally) {
        return with(new Counted(tally, shape), shape.sql(), shape.columns());
    }

    private StarStream with(Step step, String sql, List<TableColumn> columns) {
        if (step instanceof Computed && steps.stream().anyMatch(Kept.class::isInstance)) {
            throw new IllegalArgumentException("kernels come before steps that take rows away");
        }
        var more = new ArrayList<>(steps);
        more.add(step);
        return new StarStream(source, number, more, new StarTable(new StarTable.InDatabase(sql), columns, 0));
    }

    StarStreamSource source() {
        return source;
    }

    List<Step> steps() {
        return steps;
    }

    /** The table of the database that holds a batch of the source. */
    String batch() {
        return name(number, "source");
    }

    /** The table into which the next batch is read meanwhile. */
    String nextBatch() {
        return name(number, "next");
    }

    /** The table of the database that gathers what comes out. */
    String result() {
        return name(number, "result");
    }
}
