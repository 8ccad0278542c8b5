package org.cellarius.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cellarius.catalogue.ColumnType;

/**
 * A table of stars in a Parquet file.
 *
 * @param parquet the file
 * @param columns its columns in order
 * @param rows number of rows
 * @param nan whether its numbers can be NaN
 */
public record StarTable(Path parquet, List<TableColumn> columns, long rows, Nan nan) {
    /** Whether numbers of a file can be NaN. */
    public enum Nan {
        /** Our own files: a missing number is missing. */
        NONE,
        /** Files of other programs: NaN is missing, and made so wherever the table is read. */
        POSSIBLE
    }

    public StarTable {
        columns = List.copyOf(columns);
    }

    /** A table of our own. */
    public StarTable(Path parquet, List<TableColumn> columns, long rows) {
        this(parquet, columns, rows, Nan.NONE);
    }

    StarTable ofAnotherProgram() {
        return new StarTable(parquet, columns, rows, Nan.POSSIBLE);
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
        return withoutNan(Sql.parquet(List.of(parquet)));
    }

    /** This table as a source in SQL with a further column {@code file_row_number}, counted from 0. */
    public String numberedSql() {
        return withoutNan(Sql.parquet(List.of(parquet), "file_row_number = true"));
    }

    private String withoutNan(String source) {
        String numbers = switch (nan) {
            case NONE -> "";
            case POSSIBLE ->
                columns.stream()
                        .filter(c -> c.type() == ColumnType.DOUBLE)
                        .map(c -> PresentNumbers.PRESENT + "(" + Sql.name(c.name()) + ") AS " + Sql.name(c.name()))
                        .collect(Collectors.joining(", "));
        };
        return numbers.isEmpty() ? source : "(SELECT * REPLACE (" + numbers + ") FROM " + source + ")";
    }
}
