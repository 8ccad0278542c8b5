package org.cellarius.catalogue.stil;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.InputError;
import uk.ac.starlink.table.RowAccess;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;

/** Reads blocks from a STIL table, by random access where the table allows it and in sequence otherwise. */
public final class StarTableReader implements BlockReader {
    /** The one movement that both kinds of access share. */
    private interface Cursor extends Closeable, BlockFiller.Cells {
        boolean next() throws IOException;
    }

    private final Path path;
    private final Closeable resource;
    private final BlockFiller filler;
    private final Cursor cursor;
    private long row;
    private boolean open = true;

    /**
     * @param resource closed after the table's own access
     * @throws InputError if the rows cannot be opened
     */
    public StarTableReader(Path path, StarTable table, Closeable resource, SpreadColumn[] columns) {
        this.path = path;
        this.resource = resource;
        this.filler = new BlockFiller(columns);
        try {
            this.cursor = table.isRandom() ? random(table) : sequential(table);
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    @Override
    public int next() {
        int rows = 0;
        try {
            while (open && rows < BLOCK_ROWS && cursor.next()) {
                row++;
                filler.fill(rows, cursor);
                rows++;
            }
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
        return rows;
    }

    @Override
    public ColumnBuffer column(int index) {
        return filler.buffer(index);
    }

    @Override
    public void close() {
        if (!open) {
            return;
        }
        open = false;
        try (resource) {
            cursor.close();
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private InputError damaged(Exception cause) {
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new InputError(
                        "the table cannot be read: " + why,
                        path + ", row " + row,
                        "The file is damaged or not what its header says: fetch it again")
                .withCause(cause);
    }

    private static Cursor random(StarTable table) throws IOException {
        RowAccess access = table.getRowAccess();
        long count = table.getRowCount();
        return new Cursor() {
            private long next;

            @Override
            public boolean next() throws IOException {
                if (next >= count) {
                    return false;
                }
                access.setRowIndex(next++);
                return true;
            }

            @Override
            public Object cell(int stilColumn) throws IOException {
                return access.getCell(stilColumn);
            }

            @Override
            public void close() throws IOException {
                access.close();
            }
        };
    }

    private static Cursor sequential(StarTable table) throws IOException {
        RowSequence sequence = table.getRowSequence();
        return new Cursor() {
            @Override
            public boolean next() throws IOException {
                return sequence.next();
            }

            @Override
            public Object cell(int stilColumn) throws IOException {
                return sequence.getCell(stilColumn);
            }

            @Override
            public void close() throws IOException {
                sequence.close();
            }
        };
    }
}
