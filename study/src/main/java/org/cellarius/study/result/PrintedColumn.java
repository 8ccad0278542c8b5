package org.cellarius.study.result;

import static org.cellarius.engine.SmallTable.number;
import static org.cellarius.engine.SmallTable.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.measure.product.Numbers;

/**
 * A column as a journal prints it: a number with its error behind it, a slice in words.
 *
 * @param name as in the files
 * @param unit empty for none
 * @param description one line, may be empty
 * @param numeric whether it holds numbers
 * @param cell of a row of the table
 */
public record PrintedColumn(
        String name,
        String unit,
        String description,
        boolean numeric,
        Function<List<SmallTable.Value>, PrintedCell> cell) {

    /** What the head of the column says. */
    public String head() {
        return switch (name) {
            case "n" -> "N";
            case "reduced_chi2" -> "χ²/ν";
            default -> name.replace('_', ' ');
        };
    }

    /** The columns of a table that are printed. */
    static List<PrintedColumn> of(SmallTable table) {
        var printed = new ArrayList<PrintedColumn>();
        for (int k = 0; k < table.columns().size(); k++) {
            of(table, k).ifPresent(printed::add);
        }
        return printed;
    }

    private static Optional<PrintedColumn> of(SmallTable table, int k) {
        OptionalInt low = table.at(ColumnRole.Key.SLICE_LOW);
        return switch (table.roles().get(k)) {
            case ColumnRole.Key key ->
                switch (key) {
                    case SLICE -> slice(table, k, low);
                    case SLICED_BY -> low.isPresent() ? Optional.empty() : Optional.of(column(table, k));
                    case SLICE_LOW, SLICE_HIGH -> Optional.empty();
                    case POPULATION, VARIANT -> Optional.of(column(table, k)).filter(c -> says(table, k));
                    case PRODUCT, SETTING, PLACE -> Optional.of(column(table, k));
                };
            case ColumnRole.Value v -> Optional.of(column(table, k));
            case ColumnRole.ErrorOf e -> Optional.empty();
            case ColumnRole.Other other ->
                switch (other) {
                    case COUNT, UNIT, SHOWN -> Optional.of(column(table, k));
                    case STATUS ->
                        Optional.of(column(table, k))
                                .filter(c -> !table.rows().stream()
                                        .allMatch(row -> row.get(k).equals(new SmallTable.Text("OK"))));
                    case DETAIL -> Optional.empty();
                };
        };
    }

    /** Whether any row has a word there. */
    private static boolean says(SmallTable table, int k) {
        return table.rows().isEmpty()
                || table.rows().stream()
                        .anyMatch(row -> !text(row, OptionalInt.of(k)).isEmpty());
    }

    /** A slice in words; none where everything is one slice. */
    private static Optional<PrintedColumn> slice(SmallTable table, int k, OptionalInt low) {
        if (low.isEmpty()) {
            return Optional.of(column(table, k));
        }
        if (table.rows().stream().noneMatch(row -> Double.isFinite(number(row, low)))) {
            return Optional.empty();
        }
        OptionalInt high = table.at(ColumnRole.Key.SLICE_HIGH);
        OptionalInt by = table.at(ColumnRole.Key.SLICED_BY);
        String unit = table.columns().get(low.getAsInt()).unit();
        return Optional.of(new PrintedColumn(
                "slice",
                "",
                "lower edge inclusive, upper edge exclusive",
                false,
                row -> new PrintedCell.Words(
                        Double.isFinite(number(row, low))
                                ? slice(
                                        number(row, low),
                                        by.isPresent() ? text(row, by) : table.slicing(),
                                        number(row, high),
                                        unit)
                                : "all")));
    }

    /** 0.5 ≤ |Z| &lt; 1 kpc; where nobody says of what: 0.5 to 1 kpc. */
    private static String slice(double low, String label, double high, String unit) {
        int bracket = unit.isEmpty() && label.endsWith(")") ? label.lastIndexOf(" (") : -1;
        String name = bracket > 0 ? label.substring(0, bracket) : label;
        String its = bracket > 0 ? label.substring(bracket + 2, label.length() - 1) : unit;
        return Numbers.brief(low)
                + (name.isEmpty() ? " to " : " ≤ " + name + " < ")
                + Numbers.brief(high)
                + (its.isEmpty() ? "" : " " + its);
    }

    private static PrintedColumn column(SmallTable table, int k) {
        TableColumn column = table.columns().get(k);
        OptionalInt error = table.errorOf(column.name());
        ColumnRole.Value shown = table.roles().get(k) instanceof ColumnRole.Value v ? v : ColumnRole.Value.USUAL;
        boolean numeric = switch (column.type()) {
            case DOUBLE, LONG -> true;
            case TEXT, BOOLEAN -> false;
        };
        return new PrintedColumn(column.name(), column.unit(), column.description(), numeric, row -> switch (row.get(
                k)) {
            case SmallTable.Real r -> new PrintedCell.Measured(r.value(), number(row, error), shown.digits());
            case SmallTable.Count c -> new PrintedCell.Counted(c.value());
            case SmallTable.Text t -> new PrintedCell.Words(t.value());
        });
    }
}
