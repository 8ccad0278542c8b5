package org.cellarius.duckdb;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.parquet.ParquetWriter;
import org.cellarius.engine.Packing;
import org.cellarius.engine.PartialFiles;
import org.cellarius.engine.Progress;
import org.cellarius.engine.RunFailure;
import org.cellarius.engine.StarStream;
import org.cellarius.engine.TableColumn;
import org.cellarius.galaxy.column.ColumnKernel;

/** Writes what a kernel makes of numbers as a Parquet file, block by block: a few blocks and a row group are in memory. */
record KernelIntoParquet(ColumnKernel kernel, int threads) {

    void write(PrimitiveIterator.OfLong numbers, long rows, Path output, Progress progress) {
        progress.begin("generating", rows);
        KernelBlocks.Source source = in -> {
            int count = 0;
            while (count < KernelBlocks.ROWS && numbers.hasNext()) {
                in[0][count++] = numbers.nextLong();
            }
            return count;
        };
        try (var blocks = new KernelBlocks(kernel, source, threads)) {
            PartialFiles.write(output, partial -> write(blocks, partial, progress));
        } finally {
            progress.end();
        }
    }

    private void write(KernelBlocks blocks, Path path, Progress progress) {
        // The last of them is the status.
        List<TableColumn> columns =
                StarStream.outputs(kernel).subList(0, kernel.outputs().size());
        int[] places = IntStream.range(0, KernelBlocks.ROWS).toArray();
        try (var writer = new ParquetWriter(
                path,
                columns.stream()
                        .map(c -> new ParquetWriter.Column(c.name(), ColumnType.DOUBLE))
                        .toList(),
                ParquetSchema.entries(columns, Packing.PASSING),
                ParquetWriter.Codec.UNCOMPRESSED,
                threads)) {
            KernelBlocks.Sink sink = (rows, out) -> {
                List<ColumnBuffer> buffers = Arrays.stream(out)
                        .<ColumnBuffer>map(ColumnBuffer.Doubles::new)
                        .toList();
                writer.append(buffers, places, rows);
            };
            for (int count = next(blocks, sink); count > 0; count = next(blocks, sink)) {
                progress.advance(count);
            }
            writer.finish();
        }
    }

    private static int next(KernelBlocks blocks, KernelBlocks.Sink sink) {
        try {
            return blocks.next(sink);
        } catch (RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunFailure("generating was interrupted", e);
        } catch (Exception e) {
            throw new RunFailure("rows could not be generated: " + e.getMessage(), e);
        }
    }
}
