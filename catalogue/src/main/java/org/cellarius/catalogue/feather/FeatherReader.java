package org.cellarius.catalogue.feather;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.FieldVector;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.InputError;

/** Reads the batches of a Feather file as blocks. */
final class FeatherReader implements BlockReader {
    private final Path path;
    private final List<FeatherColumn> columns;
    private final ColumnBuffer[] buffers;
    private final ArrowFile file;
    private final List<FieldVector> vectors = new ArrayList<>();
    private int batchRows;
    private int batchRead;
    private long rowsRead;
    private boolean open = true;

    FeatherReader(Path path, List<FeatherColumn> columns) {
        this.path = path;
        this.columns = columns;
        this.buffers = columns.stream()
                .map(c -> ColumnBuffer.forBlock(c.description().type()))
                .toArray(ColumnBuffer[]::new);
        try {
            this.file = ArrowFile.open(path);
        } catch (IOException | RuntimeException | AssertionError e) {
            throw FeatherTables.unusable(path, e);
        }
    }

    @Override
    public int next() {
        try {
            while (open && batchRead == batchRows) {
                if (!nextBatch()) {
                    return 0;
                }
            }
            int rows = open ? Math.min(BLOCK_ROWS, batchRows - batchRead) : 0;
            for (int k = 0; k < buffers.length; k++) {
                columns.get(k).fill(buffers[k], vectors.get(k), file.reader(), batchRead, rows);
            }
            batchRead += rows;
            rowsRead += rows;
            return rows;
        } catch (IOException | RuntimeException | AssertionError e) {
            throw e instanceof InputError known
                    ? known
                    : new InputError(
                                    "the table cannot be read: " + e.getMessage(),
                                    path + ", after row " + rowsRead,
                                    "The file is damaged: fetch it again")
                            .withCause(e);
        }
    }

    private boolean nextBatch() throws IOException {
        vectors.clear();
        if (!file.reader().loadNextBatch()) {
            return false;
        }
        batchRows = file.reader().getVectorSchemaRoot().getRowCount();
        batchRead = 0;
        for (FeatherColumn column : columns) {
            vectors.add(file.reader().getVectorSchemaRoot().getVector(column.field()));
        }
        return true;
    }

    @Override
    public ColumnBuffer column(int index) {
        return buffers[index];
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            try {
                file.close();
            } catch (IOException e) {
                throw FeatherTables.unusable(path, e);
            }
        }
    }
}
