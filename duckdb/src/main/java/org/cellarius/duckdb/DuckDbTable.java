package org.cellarius.duckdb;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;

/**
 * A star table in a Parquet file, or in the database.
 *
 * @param source where its rows are
 */
record DuckDbTable(Source source, List<TableColumn> columns, long rows) implements StarTable {

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
    record Reading(Map<String, String> values) {
        /** Our own files. */
        static final Reading AS_WRITTEN = new Reading(Map.of());

        Reading {
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

    DuckDbTable {
        columns = List.copyOf(columns);
    }

    /** A table of the database's own, or columns without rows. */
    static DuckDbTable of(StarTable table) {
        return switch (table) {
            case DuckDbTable own -> own;
            case StarTable.Shape shape -> empty(shape.columns());
            default -> throw new IllegalArgumentException("a table of another engine");
        };
    }

    private static DuckDbTable empty(List<TableColumn> columns) {
        String list = columns.stream()
                .map(c -> "CAST(NULL AS " + DuckDbTypes.sqlType(c.type()) + ") AS " + Sql.name(c.name()))
                .collect(Collectors.joining(", "));
        return new DuckDbTable(new InDatabase("(SELECT " + list + " WHERE false)"), columns, 0);
    }

    @Override
    public String identity() {
        return source.toString();
    }

    @Override
    public DuckDbTable withColumns(List<TableColumn> others) {
        return new DuckDbTable(source, others, rows);
    }

    /** The file of a table that has been written. */
    Path parquet() {
        return switch (source) {
            case InFile file -> file.parquet();
            case InDatabase unwritten -> throw new IllegalStateException("the table is in no file");
        };
    }

    /** A table as a source in SQL. */
    static String sql(StarTable table) {
        return of(table).sql();
    }

    String sql() {
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

    /** A table as a source in SQL with a further column {@code file_row_number}, counted from 0. */
    String numberedSql() {
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
