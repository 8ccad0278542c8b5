package org.cellarius.duckdb;

import java.sql.SQLException;
import java.util.Optional;
import org.cellarius.engine.Engine.BlockConsumer;
import org.cellarius.engine.HeldColumns;
import org.cellarius.engine.Progress;
import org.cellarius.engine.Selection;
import org.cellarius.galaxy.column.Partial;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;

/**
 * Statistics over the rows of a table, in its order: from memory where its columns are held there, else from the database.
 *
 * @param held the columns that are in memory
 */
record StatisticsRun(DuckDbEngine engine, DuckDBConnection connection, Optional<HeldColumns> held) {

    /** Rows of a block that a statistic folds: fixed, so that sums do not depend on threads or chunk sizes. */
    private static final int FOLD_ROWS = 4096;

    /** Number of the selected rows. */
    long count(Selection selection) {
        return held.flatMap(h -> h.count(selection))
                .orElseGet(() -> (long) engine.numbers("SELECT count(*) FROM " + DuckDbTable.sql(selection.table())
                        + SelectionSql.where(selection))[0]);
    }

    <S> S fold(Selection selection, Partial<S> partial, Progress progress) {
        int columns = selection.expressions().size();
        if (columns != partial.columns()) {
            throw new IllegalArgumentException(
                    "the statistic reads " + partial.columns() + " columns, got " + selection.expressions());
        }
        Optional<HeldColumns.Rows> rowsInMemory = inMemory(selection, progress);
        if (rowsInMemory.isPresent()) {
            return rowsInMemory.get().fold(partial, FOLD_ROWS);
        }
        double[][] block = new double[columns][FOLD_ROWS];
        var folding = new Object() {
            S state = partial.empty();
            int held;
        };
        readChunks(selection, progress, (chunk, rows) -> {
            int from = 0;
            while (from < rows) {
                int taken = Math.min(rows - from, FOLD_ROWS - folding.held);
                for (int k = 0; k < columns; k++) {
                    TypedRows.read(chunk.vector(k), from, taken, block[k], folding.held);
                }
                from += taken;
                folding.held += taken;
                if (folding.held == FOLD_ROWS) {
                    folding.state = partial.fold(folding.state, FOLD_ROWS, block);
                    folding.held = 0;
                }
            }
        });
        return folding.held > 0 ? partial.fold(folding.state, folding.held, block) : folding.state;
    }

    void scan(Selection selection, BlockConsumer consumer, Progress progress) {
        inMemory(selection, progress)
                .ifPresentOrElse(rows -> rows.scan(consumer, FOLD_ROWS), () -> read(selection, consumer, progress));
    }

    /** The rows of a selection in memory, where its table is kept there. */
    private Optional<HeldColumns.Rows> inMemory(Selection selection, Progress progress) {
        return held.flatMap(h -> h.of(
                selection,
                (expressions, consumer) -> read(Selection.of(selection.table(), expressions), consumer, progress)));
    }

    private void read(Selection selection, BlockConsumer consumer, Progress progress) {
        int columns = selection.expressions().size();
        double[][] block = new double[columns][FOLD_ROWS];
        readChunks(selection, progress, (chunk, rows) -> {
            for (int k = 0; k < columns; k++) {
                TypedRows.read(chunk.vector(k), 0, rows, block[k], 0);
            }
            consumer.accept(rows, block);
        });
    }

    /** Receives the chunks of a result. */
    @FunctionalInterface
    private interface ChunkConsumer {
        void accept(DuckDBDataChunkReader chunk, int rows) throws SQLException;
    }

    private void readChunks(Selection selection, Progress progress, ChunkConsumer consumer) {
        progress.begin("reading stars", selection.table().rows());
        // A connection of its own: a streaming result blocks the connection it runs on.
        try (DuckDBConnection own = connection.duplicate();
                DuckDBPreparedStatement statement = own.prepare(SelectionSql.of(selection));
                DuckDBChunkedResult result = statement.query()) {
            while (result.nextChunk()) {
                int rows = (int) result.chunk().rowCount();
                consumer.accept(result.chunk(), rows);
                progress.advance(rows);
            }
        } catch (SQLException e) {
            throw DatabaseFailure.of(e);
        } finally {
            progress.end();
        }
    }
}
