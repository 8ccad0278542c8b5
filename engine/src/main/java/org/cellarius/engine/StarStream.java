package org.cellarius.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;

/**
 * Steps that rows take one after the other on their way from a source to a star table, described before any row is read: {@link Engine#write(StarStream, java.nio.file.Path,
 * Progress)} then reads the source once and writes only what comes out at the end. Rows keep their order.
 *
 * <p>Kernels come before the steps that take rows away.
 *
 * @param source where the rows come from
 * @param steps what they go through
 * @param columns what comes out
 */
public record StarStream(StarStreamSource source, List<Step> steps, List<TableColumn> columns) {

    /** The column of a catalogue file's stream that numbers its rows, from 0. */
    public static final String ROW = "cellarius_row";

    /** The column of a kernel that says whether a star could be computed. */
    public static final String STATUS = "status";

    /** What a row goes through. */
    public sealed interface Step {}

    /** Columns computed of those before, in their place. */
    public record Projected(List<Derived> derived) implements Step {
        public Projected {
            derived = List.copyOf(derived);
        }
    }

    /**
     * A kernel whose outputs, then {@code status}, stand behind some columns that are kept.
     *
     * @param inputs of the kernel, in its order and units
     */
    public record Computed(ColumnKernel kernel, List<Expression> inputs, List<TableColumn> kept) implements Step {
        public Computed {
            inputs = List.copyOf(inputs);
            kept = List.copyOf(kept);
        }
    }

    /** Rows that fulfil a condition. */
    public record Kept(Expression condition) implements Step {}

    /** Counts on the way. */
    public record Counted(Tally tally) implements Step {}

    public StarStream {
        steps = List.copyOf(steps);
        columns = List.copyOf(columns);
    }

    /** The rows of a source as they are. */
    public static StarStream of(StarStreamSource source) {
        return new StarStream(source, List.of(), source.columns());
    }

    /** The columns that come out by now, over which expressions are read. */
    public StarTable shape() {
        return StarTable.shape(columns);
    }

    /** Other columns in place of those that come out by now. */
    public StarStream project(List<Derived> derived) {
        return with(
                new Projected(derived), derived.stream().map(Derived::column).toList());
    }

    /**
     * The kept columns, the outputs of a kernel, then {@code status}.
     *
     * @param inputs of the kernel, in its order and units
     * @param kept names of the columns to keep, in order
     */
    public StarStream compute(ColumnKernel kernel, List<Expression> inputs, List<String> kept) {
        if (steps.stream().anyMatch(Kept.class::isInstance)) {
            throw new IllegalArgumentException("kernels come before steps that take rows away");
        }
        List<TableColumn> stay =
                kept.stream().map(name -> shape().require(name, "")).toList();
        return with(
                new Computed(kernel, inputs, stay),
                Stream.concat(stay.stream(), outputs(kernel).stream()).toList());
    }

    /** The rows that fulfil a condition. */
    public StarStream keep(Expression condition) {
        return with(new Kept(condition), columns);
    }

    /** Counts rows as they are by now. */
    public StarStream count(Tally tally) {
        return with(new Counted(tally), columns);
    }

    private StarStream with(Step step, List<TableColumn> after) {
        var more = new ArrayList<>(steps);
        more.add(step);
        return new StarStream(source, more, after);
    }

    /** The columns that a kernel gives, then {@code status}. */
    public static List<TableColumn> outputs(ColumnKernel kernel) {
        var columns = new ArrayList<TableColumn>();
        for (OutputColumn c : kernel.outputs()) {
            columns.add(new TableColumn(c.name(), ColumnType.DOUBLE, c.unit(), c.description()));
        }
        columns.add(new TableColumn(STATUS, ColumnType.TEXT, "", "OK, or what could not be computed and why"));
        return columns;
    }
}
