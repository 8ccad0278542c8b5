package org.cellarius.duckdb;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.cellarius.engine.Packing;
import org.cellarius.engine.PartialFiles;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Expression;
import org.duckdb.DuckDBConnection;

/** What is said to the embedded database in SQL: by this module, and by those who measure the database itself. */
public final class Database implements AutoCloseable {

    private final DuckDBConnection connection;
    private final Packing packing;

    /**
     * @param packing of the Parquet files that it writes
     */
    Database(DuckDBConnection connection, Packing packing) {
        this.connection = connection;
        this.packing = packing;
    }

    DuckDBConnection connection() {
        return connection;
    }

    /** The same tables on a connection of its own. */
    Database beside() {
        try {
            return new Database(connection.duplicate(), packing);
        } catch (SQLException e) {
            throw DatabaseFailure.of(e);
        }
    }

    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw DatabaseFailure.of(e);
        }
    }

    // ---- answers

    /** Numbers of the only row of a query; NaN for null. */
    public double[] numbers(String query) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            double[] numbers = new double[result.getMetaData().getColumnCount()];
            for (int k = 0; k < numbers.length; k++) {
                double v = result.getDouble(k + 1);
                numbers[k] = result.wasNull() ? Double.NaN : v;
            }
            return numbers;
        } catch (SQLException e) {
            throw DatabaseFailure.of(e);
        }
    }

    /** How many rows of a source fulfil each of some conditions. */
    List<Long> counts(List<Expression> conditions, String source) {
        return DoubleStream.of(numbers(conditions.stream()
                        .map(c -> "count(*) FILTER (" + ExpressionSql.of(c) + ")")
                        .collect(Collectors.joining(", ", "SELECT ", " FROM " + source))))
                .mapToObj(n -> (long) n)
                .toList();
    }

    /** All rows of a small result, as texts; empty for null. */
    public List<List<Optional<String>>> rows(String query) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            var rows = new ArrayList<List<Optional<String>>>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                var row = new ArrayList<Optional<String>>(columns);
                for (int k = 1; k <= columns; k++) {
                    row.add(Optional.ofNullable(result.getString(k)));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw DatabaseFailure.of(e);
        }
    }

    // ---- tables

    /** A table as a source in SQL. */
    public String source(StarTable table) {
        return DuckDbTable.sql(table);
    }

    /** The same with a further column {@code file_row_number}, counted from 0. */
    public String numberedSource(StarTable table) {
        return DuckDbTable.of(table).numberedSql();
    }

    /** The file of a table that has been written. */
    public Path file(StarTable table) {
        return DuckDbTable.of(table).parquet();
    }

    StarTable open(Path parquet) {
        return ParquetSchema.read(this, parquet);
    }

    StarTable openForeign(Path parquet) {
        return ParquetSchema.readForeign(this, parquet);
    }

    /** Writes the result of a query with the given columns' units and descriptions. */
    public StarTable write(String query, List<TableColumn> columns, Path output) {
        return write(query, columns, output, packing);
    }

    StarTable write(String query, List<TableColumn> columns, Path output, Packing packed) {
        PartialFiles.write(output, partial -> copy(query, columns, packed, partial));
        return open(output);
    }

    /** COPY to a path that nobody else sees yet. */
    void copy(String query, List<TableColumn> columns, Packing packed, Path partial) {
        execute("COPY (" + query + "\n) TO " + Sql.text(partial)
                + " (FORMAT parquet, " + sql(packed) + ", USE_TMP_FILE false"
                + ParquetSchema.metadata(columns, packed) + ")");
    }

    /** What a COPY is told. */
    private static String sql(Packing packed) {
        return switch (packed) {
            case PASSING -> "COMPRESSION uncompressed";
            case KEPT, PUBLIC -> "COMPRESSION zstd, COMPRESSION_LEVEL 1";
        };
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw DatabaseFailure.of(e);
        }
    }
}
