package org.cellarius.duckdb;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.engine.TableColumn;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;

/** The rows of a source in the database as blocks, in its order, on a connection of their own. */
final class ResultBlocks implements BlockReader {

    private final DuckDBConnection connection;
    private final DuckDBPreparedStatement statement;
    private final DuckDBChunkedResult result;
    private final List<ColumnBuffer> buffers = new ArrayList<>();

    private ResultBlocks(
            DuckDBConnection connection,
            DuckDBPreparedStatement statement,
            DuckDBChunkedResult result,
            List<TableColumn> columns) {
        this.connection = connection;
        this.statement = statement;
        this.result = result;
        columns.forEach(c -> buffers.add(ColumnBuffer.forBlock(c.type())));
    }

    /** The columns of a source in SQL. */
    static ResultBlocks of(DuckDBConnection connection, String source, List<TableColumn> columns) {
        String chosen = columns.stream()
                .map(c -> "CAST(" + Sql.name(c.name()) + " AS " + DuckDbTypes.sqlType(c.type()) + ")")
                .collect(Collectors.joining(", "));
        try {
            DuckDBConnection own = connection.duplicate();
            DuckDBPreparedStatement statement = own.prepare("SELECT " + chosen + " FROM " + source);
            return new ResultBlocks(own, statement, statement.query(), columns);
        } catch (SQLException e) {
            throw DatabaseFailure.of(e);
        }
    }

    @Override
    public int next() {
        try {
            if (!result.nextChunk()) {
                return 0;
            }
            int rows = (int) result.chunk().rowCount();
            for (int k = 0; k < buffers.size(); k++) {
                TypedRows.read(result.chunk().vector(k), rows, buffers.get(k));
            }
            return rows;
        } catch (SQLException e) {
            throw DatabaseFailure.of(e);
        }
    }

    /** The buffers of all columns, filled anew by each {@link #next}. */
    List<ColumnBuffer> columns() {
        return List.copyOf(buffers);
    }

    @Override
    public ColumnBuffer column(int index) {
        return buffers.get(index);
    }

    @Override
    public void close() {
        try (connection;
                statement;
                result) {
            // closed in this order: result, statement, connection
        } catch (SQLException e) {
            throw DatabaseFailure.of(e);
        }
    }
}
