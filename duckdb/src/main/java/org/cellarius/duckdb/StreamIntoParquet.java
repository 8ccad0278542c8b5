package org.cellarius.duckdb;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.parquet.ParquetWriter;
import org.cellarius.engine.FileColumn;
import org.cellarius.engine.Packing;
import org.cellarius.engine.PartialFiles;
import org.cellarius.engine.PassedStars;
import org.cellarius.engine.Progress;
import org.cellarius.engine.StarStream;
import org.cellarius.engine.StarStreamSource;
import org.cellarius.engine.stream.StreamBlock;
import org.cellarius.engine.stream.StreamBlocks;

/**
 * Writes what comes out of a stream in memory as a Parquet file while it comes; no row waits for the last. The database is not asked: handing it the numbers one by
 * one takes longer than packing them, and it keeps a processor busy with waiting meanwhile.
 */
record StreamIntoParquet(DuckDbEngine engine, Database database, Packing packing, int threads) {

    PassedStars write(StarStream stream, Path output, Progress progress) {
        StarStreamSource.Reading reading = stream.source().reading();
        progress.begin(reading.step(), reading.rows().orElse(0L));
        try (var blocks = new StreamBlocks(stream, rows(stream.source()), threads, progress)) {
            PartialFiles.write(output, partial -> write(stream, blocks, partial));
            return new PassedStars(engine.open(output), blocks.found());
        } catch (UncheckedIOException e) {
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

    private void write(StarStream stream, StreamBlocks blocks, Path path) {
        List<ParquetWriter.Column> columns = stream.columns().stream()
                .map(c -> new ParquetWriter.Column(c.name(), c.type()))
                .toList();
        try (var writer = new ParquetWriter(
                path,
                columns,
                ParquetSchema.entries(stream.columns(), packing),
                ParquetSchema.codec(packing),
                threads)) {
            for (Optional<StreamBlock> next = blocks.next(); next.isPresent(); next = blocks.next()) {
                StreamBlock block = next.get();
                writer.append(block.outputs(), block.chosen(), block.left());
            }
            writer.finish();
        }
    }
}
