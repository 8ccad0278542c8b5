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
 * A table of stars: in a Parquet file, or in the database.
 *
 * @param source where its rows are
 * @param columns its columns in order
 * @param rows number of rows
 */
public record StarTable(Source source, List<TableColumn> columns, long rows) {

    /** Where the rows of a table are. */
    sealed interface Source {}

    /**
     * In a Parquet file.
     *
     * @param parquet the file
     * @param reading how its values are read
     */
    record InFile(Path parquet, Reading reading) implements Source {}

    /**
     * In a table or a query of the database, for as long as the engine is open.
     *
     * @param sql as a source in SQL
     */
    record InDatabase(String sql) implements Source {}

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

    /** A file of our own. */
    public StarTable(Path parquet, List<TableColumn> columns, long rows) {
        this(new InFile(parquet, Reading.AS_WRITTEN), columns, rows);
    }

    /** The same rows with some of the columns, or the same columns with more said of them. */
    public StarTable withColumns(List<TableColumn> others) {
        return new StarTable(source, others, rows);
    }

    /** The file of a table that has been written. */
    public Path parquet() {
        return switch (source) {
            case InFile file -> file.parquet();
            case InDatabase unwritten -> throw new IllegalStateException("the table is in no file");
        };
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
        return switch (source) {
            case InFile file ->
                file.reading()
                        .of(
                                Sql.parquet(List.of(file.parquet())),
                                file.reading().values().keySet(),
                                "");
            case InDatabase database -> database.sql();
        };
    }

    /** The same for a query of some columns only; where there are thousands, the others would cost time. */
    String sql(List<TableColumn> some) {
        return switch (source) {
            case InFile file ->
                file.reading()
                        .of(
                                Sql.parquet(List.of(file.parquet())),
                                some.stream().map(TableColumn::name).toList(),
                                "");
            case InDatabase database -> database.sql();
        };
    }

    /** This table as a source in SQL with a further column {@code file_row_number}, counted from 0. */
    public String numberedSql() {
        return switch (source) {
            case InFile file ->
                file.reading()
                        .of(
                                Sql.parquet(List.of(file.parquet()), "file_row_number = true"),
                                file.reading().values().keySet(),
                                ", file_row_number");
            case InDatabase database ->
                "(SELECT *, row_number() OVER () - 1 AS file_row_number FROM " + database.sql() + ")";
        };
    }
}
