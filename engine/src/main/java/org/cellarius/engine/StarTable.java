package org.cellarius.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
     * @param values the columns as expressions of SQL over those of the file; empty where both are the same
     */
    public record Reading(Optional<String> values) {
        /** Our own files. */
        static final Reading AS_WRITTEN = new Reading(Optional.empty());

        private String of(String source, String more) {
            return values.map(v -> "(SELECT " + v + more + " FROM " + source + ")")
                    .orElse(source);
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
        return reading.of(Sql.parquet(List.of(parquet)), "");
    }

    /** This table as a source in SQL with a further column {@code file_row_number}, counted from 0. */
    public String numberedSql() {
        return reading.of(Sql.parquet(List.of(parquet), "file_row_number = true"), ", file_row_number");
    }
}
