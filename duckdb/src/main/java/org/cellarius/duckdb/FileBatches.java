package org.cellarius.duckdb;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.Progress;
import org.cellarius.engine.RunFailure;
import org.cellarius.engine.TableColumn;

/** The rows of a catalogue file as tables of the database, a batch at a time; behind the columns stands the number of the row. */
final class FileBatches {

    private final Database database;
    private final BlockReader reader;
    private final List<TableColumn> columns;
    private final String table;
    private final long batchRows;
    private final Progress progress;
    private final String meant;
    private final BlockSource.Registered blocks;
    private long rows;
    private long before;

    /**
     * @param columns those of the reader, then {@link StarStreamSource#NUMBER}
     * @param table the name of the table that each batch makes
     */
    FileBatches(
            Database database,
            BlockReader reader,
            List<TableColumn> columns,
            String table,
            long batchRows,
            Progress progress) {
        this.database = database;
        this.reader = reader;
        this.columns = columns;
        this.table = table;
        this.batchRows = batchRows;
        this.progress = progress;
        this.meant = columns.stream().map(SinglePrecision::meant).collect(Collectors.joining(", "));
        try {
            this.blocks = BlockSource.register(database.connection(), columns, this::next);
        } catch (SQLException e) {
            throw DatabaseFailure.of(e);
        }
    }

    /** Makes the table of the next batch; gives its rows, fewer than asked for at the end. */
    long fill() {
        before += rows;
        rows = 0;
        try {
            database.execute("CREATE OR REPLACE TABLE " + table + " AS SELECT " + meant + " FROM " + blocks.sql());
            return rows;
        } catch (RunFailure | InputError e) {
            throw blocks.failure().get() instanceof RuntimeException mine ? mine : e;
        }
    }

    private int next(org.duckdb.DuckDBDataChunkWriter writer) throws SQLException {
        if (rows >= batchRows) {
            return 0;
        }
        int read = reader.next();
        int last = columns.size() - 1;
        for (int k = 0; k < last; k++) {
            TypedRows.write(reader.column(k), read, writer.vector(k));
        }
        for (int i = 0; i < read; i++) {
            writer.vector(last).setLong(i, before + rows + i);
        }
        rows += read;
        progress.advance(read);
        return read;
    }
}
