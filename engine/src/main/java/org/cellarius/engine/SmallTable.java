package org.cellarius.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.cellarius.catalogue.ColumnType;

/**
 * A table of results that fits into memory: a row per slice, window, cell or cut.
 *
 * @param columns the columns; their types say which kind of value stands in them
 * @param roles what each of them is
 * @param rows the rows; as many values as there are columns
 * @param slicing what its slices are of, as figures write it; empty where rows are no slices, or a column tells it
 */
public record SmallTable(List<TableColumn> columns, List<ColumnRole> roles, List<List<Value>> rows, String slicing) {

    /** A value of a result. */
    public sealed interface Value {}

    /** A real number; NaN is missing. */
    public record Real(double value) implements Value {}

    /** A whole number. */
    public record Count(long value) implements Value {}

    /** A text. */
    public record Text(String value) implements Value {}

    /** A table that does not say what its slices are of. */
    public SmallTable(List<TableColumn> columns, List<ColumnRole> roles, List<List<Value>> rows) {
        this(columns, roles, rows, "");
    }

    public SmallTable {
        columns = List.copyOf(columns);
        roles = List.copyOf(roles);
        rows = List.copyOf(rows);
        if (roles.size() != columns.size()) {
            throw new IllegalArgumentException(roles.size() + " roles of " + columns.size() + " columns");
        }
        List<String> names = columns.stream().map(TableColumn::name).toList();
        for (ColumnRole role : roles) {
            if (role instanceof ColumnRole.ErrorOf e && !names.contains(e.value())) {
                throw new IllegalArgumentException("the error of '" + e.value() + "' stands beside no such value");
            }
        }
        for (List<Value> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row has " + row.size() + " values, the table " + columns.size() + " columns");
            }
            for (int k = 0; k < row.size(); k++) {
                ColumnType type = switch (row.get(k)) {
                    case Real n -> ColumnType.DOUBLE;
                    case Count n -> ColumnType.LONG;
                    case Text t -> ColumnType.TEXT;
                };
                if (columns.get(k).type() != type) {
                    throw new IllegalArgumentException("a " + type + " stands in the column '"
                            + columns.get(k).name() + "' of type "
                            + columns.get(k).type());
                }
            }
        }
    }

    /** The place of the column of a role; empty without one. */
    public OptionalInt at(ColumnRole role) {
        int at = roles.indexOf(role);
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }

    /** The place of a column by its name; empty without one. */
    public OptionalInt at(String name) {
        return IntStream.range(0, columns.size())
                .filter(k -> columns.get(k).name().equals(name))
                .findFirst();
    }

    /** The place of the error of a value. */
    public OptionalInt errorOf(String value) {
        return at(new ColumnRole.ErrorOf(value));
    }

    /** A number of a row; NaN for texts and where there is no column. */
    public static double number(List<Value> row, OptionalInt at) {
        if (at.isEmpty()) {
            return Double.NaN;
        }
        return switch (row.get(at.getAsInt())) {
            case Real n -> n.value();
            case Count n -> n.value();
            case Text t -> Double.NaN;
        };
    }

    /** All numbers of a row; NaN for texts. */
    public double[] numbers(int row) {
        return IntStream.range(0, columns.size())
                .mapToDouble(k -> number(rows.get(row), OptionalInt.of(k)))
                .toArray();
    }

    /** A text of a row; empty for numbers and where there is no column. */
    public static String text(List<Value> row, OptionalInt at) {
        return at.isPresent() && row.get(at.getAsInt()) instanceof Text t ? t.value() : "";
    }

    /** Puts a table together column by column, then row by row. */
    public static final class Builder {
        private final List<TableColumn> columns = new ArrayList<>();
        private final List<ColumnRole> roles = new ArrayList<>();
        private final List<List<Value>> rows = new ArrayList<>();
        private String slicing = "";

        /** Adds a column of real numbers: a value, unless said otherwise. */
        public Builder number(String name, String unit, String description) {
            return with(new TableColumn(name, ColumnType.DOUBLE, unit, description));
        }

        /** Says what the column is that was added last. */
        public Builder as(ColumnRole role) {
            roles.set(roles.size() - 1, role);
            return this;
        }

        /** Adds the columns that tell the slice of a row. */
        public Builder slices(String unit) {
            return count("slice", "number of the slice, from 1")
                    .as(ColumnRole.Key.SLICE)
                    .number("slice_lo", unit, "lower edge of the slice, inclusive")
                    .as(ColumnRole.Key.SLICE_LOW)
                    .number("slice_hi", unit, "upper edge of the slice, exclusive")
                    .as(ColumnRole.Key.SLICE_HIGH);
        }

        /** The same, and what the slices are of, as figures write it. */
        public Builder slices(String label, String unit) {
            slicing = label;
            return slices(unit);
        }

        private Builder with(TableColumn column) {
            columns.add(column);
            roles.add(ColumnRole.Value.USUAL);
            return this;
        }

        /** Adds a column of whole numbers. */
        public Builder count(String name, String description) {
            return with(new TableColumn(name, ColumnType.LONG, "", description));
        }

        /** Adds a column of texts. */
        public Builder text(String name, String description) {
            return with(new TableColumn(name, ColumnType.TEXT, "", description));
        }

        /** Adds a row: doubles, longs and texts in the order of the columns. */
        public Builder row(Object... values) {
            var row = new ArrayList<Value>();
            for (Object value : values) {
                row.add(
                        switch (value) {
                            case Double d -> new Real(d);
                            case Long n -> new Count(n);
                            case Integer n -> new Count(n);
                            case String s -> new Text(s);
                            default ->
                                throw new IllegalArgumentException("a result table holds no "
                                        + value.getClass().getSimpleName());
                        });
            }
            rows.add(List.copyOf(row));
            return this;
        }

        public SmallTable build() {
            return new SmallTable(columns, roles, rows, slicing);
        }
    }
}
