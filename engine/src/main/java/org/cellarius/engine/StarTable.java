package org.cellarius.engine;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table of stars in a Parquet file.
 *
 * @param parquet the file
 * @param columns its columns in order
 * @param rows number of rows
 * @param reading how its values are read
 */
public record StarTable(Path parquet, List<TableColumn> columns, long rows, Reading reading) {
    /**
     * How values of a file become those of the table. In our own files they lie as they are meant; in files of other programs NaN and
     * masked values are missing and types stand for their meaning, wherever the table is read.
     *
     * @param values the columns as expressions of SQL over those of the file, by name; empty where both are the same
     */
    public record Reading(Map<String, String> values) {
        /** Our own files. */
        static final Reading AS_WRITTEN = new Reading(Map.of());

        public Reading {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        private String of(String source, Collection<String> names, String more) {
            return values.isEmpty()
                    ? source
                    : names.stream()
                            .map(n -> values.get(n) + " AS " + Sql.name(n))
                            .collect(Collectors.joining(", ", "(SELECT ", more + " FROM " + source + ")"));
        }
    }

    public StarTable {
        columns = List.copyOf(columns);
    }

    /** A table of our own. */
    public StarTable(Path parquet, List<TableColumn> columns, long rows) {
        this(parquet, columns, rows, Reading.AS_WRITTEN);
    }

    /** The columns, to be found by name. */
    public ColumnList columnList() {
        return new ColumnList(columns);
    }

    /** The column of that name; upper and lower case are not told apart, as in SQL. */
    public Optional<TableColumn> column(String name) {
        return columnList().find(name);
    }

    /** The column of that name, or an error that tells the nearest one. */
    public TableColumn require(String name, String where) {
        return columnList().require(name, where);
    }

    public List<String> names() {
        return columnList().names();
    }

    /** This table as a source in SQL. */
    public String sql() {
        return reading.of(Sql.parquet(List.of(parquet)), reading.values().keySet(), "");
    }

    /** The same for a query of some columns only; where there are thousands, the others would cost time. */
    String sql(List<TableColumn> some) {
        return reading.of(
                Sql.parquet(List.of(parquet)),
                some.stream().map(TableColumn::name).toList(),
                "");
    }

    /** This table as a source in SQL with a further column {@code file_row_number}, counted from 0. */
    public String numberedSql() {
        return reading.of(
                Sql.parquet(List.of(parquet), "file_row_number = true"),
                reading.values().keySet(),
                ", file_row_number");
    }
}
