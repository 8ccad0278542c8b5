package org.cellarius.catalogue.fits;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.InputError;

/**
 * Reads the rows of a FITS binary table: a block's bytes at once, then column by column. Files are read, not mapped: a file
 * that is cut while it is read is an error and no crash, and no page of a table larger than memory is held.
 */
final class BinaryTableReader implements BlockReader {
    /** Bytes of a block at most, for tables with rows of thousands of columns; a block fits a CPU's second-level cache. */
    private static final int MOST_BLOCK_BYTES = 1 << 21;

    private final Path path;
    private final TableBytes bytes;
    private final BinaryTable table;
    private final List<BinaryField> fields;
    private final ColumnBuffer[] buffers;
    private final VariableArrays arrays;
    private final int blockRows;
    private long rowsRead;
    private boolean open = true;

    /** Takes the bytes of the table, and closes them. */
    BinaryTableReader(Path path, TableBytes bytes, BinaryTable table, List<BinaryField> fields) {
        this.path = path;
        this.bytes = bytes;
        this.table = table;
        this.fields = List.copyOf(fields);
        this.buffers = fields.stream()
                .map(field -> ColumnBuffer.forBlock(field.description().type()))
                .toArray(ColumnBuffer[]::new);
        this.arrays = new VariableArrays(bytes::at, table.heapStart());
        this.blockRows = Math.clamp(MOST_BLOCK_BYTES / Math.max(1, table.rowBytes()), 1, BLOCK_ROWS);
    }

    @Override
    public int next() {
        if (!open || rowsRead >= table.rows()) {
            return 0;
        }
        try {
            int rows = switch (table.storage()) {
                case ROW_BY_ROW -> nextRows();
                case COLUMN_BY_COLUMN -> nextOfColumns();
            };
            rowsRead += rows;
            return rows;
        } catch (IOException | RuntimeException e) {
            throw e instanceof InputError known ? known : damaged(e);
        }
    }

    private int nextRows() throws IOException {
        int rows = (int) Math.min(blockRows, table.rows() - rowsRead);
        MemorySegment block = bytes.next(Math.multiplyExact(rows, table.rowBytes()));
        for (int i = 0; i < buffers.length; i++) {
            BinaryField field = fields.get(i);
            if (field.column().isVariable()) {
                arrays(buffers[i], field, block, rows);
            } else {
                BinaryCells.fill(buffers[i], field, block, field.start(), table.rowBytes(), rows);
            }
        }
        return rows;
    }

    private void arrays(ColumnBuffer buffer, BinaryField field, MemorySegment block, int rows) throws IOException {
        if (buffer instanceof ColumnBuffer.Texts texts) {
            for (int i = 0; i < rows; i++) {
                try {
                    texts.values()[i] = arrays.text(field.column(), block, field.start() + (long) i * table.rowBytes());
                } catch (IOException e) {
                    throw new InputError(
                                    "the array of column '" + field.column().name() + "' cannot be read: "
                                            + e.getMessage(),
                                    path + ", row " + (rowsRead + i + 1),
                                    "The file is damaged: fetch it again")
                            .withCause(e);
                }
            }
        }
    }

    private int nextOfColumns() throws IOException {
        int rows = (int) Math.min(BLOCK_ROWS, table.rows() - rowsRead);
        for (int i = 0; i < buffers.length; i++) {
            BinaryField field = fields.get(i);
            long first = field.cellStart() + rowsRead * field.bytesApart();
            MemorySegment block = bytes.at(first, (long) rows * field.bytesApart());
            BinaryCells.fill(buffers[i], field, block, field.startInCell(), field.bytesApart(), rows);
        }
        return rows;
    }

    @Override
    public ColumnBuffer column(int index) {
        return buffers[index];
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            bytes.close();
        }
    }

    private InputError damaged(Exception cause) {
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new InputError(
                        "the table cannot be read: " + why,
                        path + ", after row " + rowsRead,
                        "The file is damaged or not what its header says: fetch it again")
                .withCause(cause);
    }
}
