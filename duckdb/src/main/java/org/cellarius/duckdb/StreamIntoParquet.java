package org.cellarius.duckdb;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.FileColumn;
import org.cellarius.engine.PassedStars;
import org.cellarius.engine.Progress;
import org.cellarius.engine.RunFailure;
import org.cellarius.engine.StarStream;
import org.cellarius.engine.StarStreamSource;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.stream.StreamBlock;
import org.cellarius.engine.stream.StreamBlocks;
import org.duckdb.DuckDBDataChunkWriter;

/** Writes what comes out of a stream in memory as a Parquet file while it comes: the database packs the blocks, and no row waits for the last. */
record StreamIntoParquet(Database database, int threads) {

    PassedStars write(StarStream stream, Path output, Progress progress) {
        StarStreamSource.Reading reading = stream.source().reading();
        progress.begin(reading.step(), reading.rows().orElse(0L));
        try (var blocks = new StreamBlocks(stream, rows(stream.source()), threads, progress)) {
            BlockSource.Registered source =
                    BlockSource.register(database.connection(), stream.columns(), writer -> next(blocks, writer));
            try {
                StarTable written = database.write("SELECT * FROM " + source.sql(), stream.columns(), output);
                return new PassedStars(written, blocks.found());
            } catch (RunFailure | InputError e) {
                throw source.failure().get() instanceof RuntimeException mine ? mine : e;
            }
        } catch (SQLException e) {
            throw DatabaseFailure.of(e);
        } finally {
            progress.end();
        }
    }

    private BlockReader rows(StarStreamSource source) {
        return switch (source) {
            case StarStreamSource.OfFile f ->
                f.file().read(f.chosen().stream().map(FileColumn::inFile).toList());
            case StarStreamSource.OfTable t ->
                ResultBlocks.of(
                        database.connection(),
                        DuckDbTable.sql(t.table()),
                        t.columns().stream()
                                .filter(c -> !c.equals(StarStreamSource.NUMBER))
                                .toList());
        };
    }

    private static int next(StreamBlocks blocks, DuckDBDataChunkWriter writer) throws SQLException {
        Optional<StreamBlock> next = blocks.next();
        if (next.isEmpty()) {
            return 0;
        }
        StreamBlock block = next.get();
        List<ColumnBuffer> outputs = block.outputs();
        for (int k = 0; k < outputs.size(); k++) {
            if (block.left() == block.rows()) {
                TypedRows.write(outputs.get(k), block.rows(), writer.vector(k));
            } else {
                TypedRows.write(outputs.get(k), block.chosen(), block.left(), writer.vector(k));
            }
        }
        return block.left();
    }
}
