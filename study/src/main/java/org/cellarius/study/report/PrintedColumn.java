package org.cellarius.study.report;

import static org.cellarius.engine.SmallTable.number;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.measure.product.Numbers;

/**
 * A column as a journal prints it: a number with its error behind it, a slice by its two edges. What else a table holds for machines (other errors, covariances,
 * percentiles, how it was computed) stays in the files for them.
 *
 * @param head in LaTeX
 * @param unit empty for none
 * @param alignment of the column
 * @param cell of a row, in LaTeX
 */
record PrintedColumn(String head, String unit, char alignment, Function<List<SmallTable.Value>, String> cell) {

    /** The columns of a table that are printed. */
    static List<PrintedColumn> of(SmallTable table) {
        var printed = new ArrayList<PrintedColumn>();
        OptionalInt low = table.at(ColumnRole.Key.SLICE_LOW);
        boolean sliced = low.isEmpty() || table.rows().stream().anyMatch(row -> Double.isFinite(number(row, low)));
        for (int k = 0; k < table.columns().size(); k++) {
            int at = k;
            switch (table.roles().get(k)) {
                case ColumnRole.Key key -> {
                    switch (key) {
                        case SLICE -> {
                            if (sliced) {
                                printed.add(low.isPresent() ? slice(table) : column(table, at));
                            }
                        }
                        case SLICE_LOW, SLICE_HIGH -> {}
                        case PRODUCT, SETTING, POPULATION, VARIANT, PLACE -> printed.add(column(table, at));
                    }
                }
                case ColumnRole.Value v -> printed.add(column(table, at));
                case ColumnRole.ErrorOf e -> {}
                case ColumnRole.Other other -> {
                    switch (other) {
                        case COUNT, UNIT, SHOWN -> printed.add(column(table, at));
                        case STATUS -> {
                            if (!table.rows().stream().allMatch(r -> r.get(at).equals(new SmallTable.Text("OK")))) {
                                printed.add(column(table, at));
                            }
                        }
                        case DETAIL -> {}
                    }
                }
            }
        }
        return printed;
    }

    /** What a table for machines has besides; empty for nothing. */
    static List<String> left(SmallTable table) {
        var left = new ArrayList<String>();
        for (int k = 0; k < table.columns().size(); k++) {
            if (table.roles().get(k) == ColumnRole.Other.DETAIL) {
                left.add(table.columns().get(k).name());
            }
        }
        return left;
    }

    private static PrintedColumn slice(SmallTable table) {
        OptionalInt low = table.at(ColumnRole.Key.SLICE_LOW);
        OptionalInt high = table.at(ColumnRole.Key.SLICE_HIGH);
        return new PrintedColumn(
                "slice",
                table.columns().get(low.orElseThrow()).unit(),
                'c',
                row -> plain(number(row, low), ColumnRole.Value.USUAL) + "--"
                        + plain(number(row, high), ColumnRole.Value.USUAL));
    }

    private static PrintedColumn column(SmallTable table, int k) {
        TableColumn column = table.columns().get(k);
        OptionalInt error = table.errorOf(column.name());
        ColumnRole.Value shown = table.roles().get(k) instanceof ColumnRole.Value v ? v : ColumnRole.Value.USUAL;
        boolean text = switch (column.type()) {
            case DOUBLE, LONG -> false;
            case TEXT, BOOLEAN -> true;
        };
        return new PrintedColumn(head(column.name()), column.unit(), text ? 'l' : 'r', row -> switch (row.get(k)) {
            case SmallTable.Real r -> withError(r.value(), number(row, error), shown);
            case SmallTable.Count c -> String.valueOf(c.value());
            case SmallTable.Text t -> AasTex.escape(t.value());
        });
    }

    private static String head(String name) {
        return switch (name) {
            case "n" -> "$N$";
            case "reduced_chi2" -> "$\\chi^2_\\nu$";
            default -> AasTex.escape(name);
        };
    }

    private static String withError(double value, double error, ColumnRole.Value shown) {
        return Double.isFinite(value) && error > 0 && error < Double.POSITIVE_INFINITY
                ? "$" + Numbers.withError(value, error).replace('−', '-').replace("±", "\\pm") + "$"
                : plain(value, shown);
    }

    private static String plain(double value, ColumnRole.Value shown) {
        return Double.isFinite(value)
                ? "$" + Numbers.significant(value, shown.digits()).replace('−', '-') + "$"
                : "\\nodata";
    }
}
