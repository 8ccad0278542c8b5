package org.cellarius.engine;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.catalogue.ColumnType;

/**
 * A table of results that fits into memory: a row per slice, window, cell or cut.
 *
 * @param columns the columns; their types say which kind of value stands in them
 * @param rows the rows; as many values as there are columns
 */
public record SmallTable(List<TableColumn> columns, List<List<Value>> rows) {

    /** A value of a result. */
    public sealed interface Value {}

    /** A real number; NaN is missing. */
    public record Real(double value) implements Value {}

    /** A whole number. */
    public record Count(long value) implements Value {}

    /** A text. */
    public record Text(String value) implements Value {}

    public SmallTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
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

    /** Puts a table together column by column, then row by row. */
    public static final class Builder {
        private final List<TableColumn> columns = new ArrayList<>();
        private final List<List<Value>> rows = new ArrayList<>();

        /** Adds a column of real numbers. */
        public Builder number(String name, String unit, String description) {
            columns.add(new TableColumn(name, ColumnType.DOUBLE, unit, description));
            return this;
        }

        /** Adds a column of whole numbers. */
        public Builder count(String name, String description) {
            columns.add(new TableColumn(name, ColumnType.LONG, "", description));
            return this;
        }

        /** Adds a column of texts. */
        public Builder text(String name, String description) {
            columns.add(new TableColumn(name, ColumnType.TEXT, "", description));
            return this;
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
            return new SmallTable(columns, rows);
        }
    }
}
