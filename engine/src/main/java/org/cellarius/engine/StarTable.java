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
 */
public record StarTable(Path parquet, List<TableColumn> columns, long rows) {
    public StarTable {
        columns = List.copyOf(columns);
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
        return "read_parquet(" + Sql.text(parquet) + ")";
    }

    /** This table as a source in SQL with a further column {@code file_row_number}, counted from 0. */
    public String numberedSql() {
        return "read_parquet(" + Sql.text(parquet) + ", file_row_number = true)";
    }
}
