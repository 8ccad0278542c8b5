package org.cellarius.catalogue.votable;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.util.Base64;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.stil.SpreadColumn;
import org.jspecify.annotations.Nullable;

/** Rows that are binary records in base64. */
final class BinaryRowReader implements BlockReader {
    private final VoTableSource source;
    private final VoTableOutline.Entry entry;
    private final FieldCells cells;
    private final XmlBytes xml;
    private final PushbackInputStream bytes;
    private final DataInputStream in;
    private final BinaryRecords records;
    private long rowsRead;
    private boolean ended;

    private BinaryRowReader(VoTableSource source, VoTableOutline.Entry entry, FieldCells cells, XmlBytes xml) {
        this.source = source;
        this.entry = entry;
        this.cells = cells;
        this.xml = xml;
        this.bytes = new PushbackInputStream(
                new BufferedInputStream(Base64.getMimeDecoder().wrap(xml.textStream()), 1 << 16));
        this.in = new DataInputStream(bytes);
        this.records = new BinaryRecords(in);
    }

    /** Whether the rows are such records and all columns are known. */
    static boolean knows(VoTableOutline.Entry entry, SpreadColumn[] columns) {
        boolean binary =
                entry.rowsAs() == VoTableOutline.RowsAs.BINARY || entry.rowsAs() == VoTableOutline.RowsAs.BINARY2;
        return binary
                && entry.base64()
                && FieldCells.know(entry.fields(), columns)
                && entry.fields().stream().allMatch(f -> f.kind() != VoTableField.Kind.UNKNOWN);
    }

    /** Opens the rows of a table. */
    static BinaryRowReader open(VoTableSource source, VoTableOutline.Entry entry, SpreadColumn[] columns) {
        try {
            return new BinaryRowReader(
                    source, entry, new FieldCells(entry.fields(), columns), source.at(entry, "STREAM"));
        } catch (IOException e) {
            throw new InputError(
                            "the VOTable cannot be read: " + e.getMessage(),
                            source.path().toString(),
                            "Fetch the file again")
                    .withCause(e);
        }
    }

    @Override
    public int next() {
        int rows = 0;
        try {
            while (!ended && rows < BLOCK_ROWS) {
                int first = bytes.read();
                if (first < 0) {
                    ended = true;
                    requireAll();
                } else {
                    bytes.unread(first);
                    rowsRead++;
                    row(rows++);
                }
            }
        } catch (IOException | RuntimeException e) {
            ended = true;
            throw new InputError(
                            "table " + entry.label() + " of the VOTable cannot be read: " + e.getMessage(),
                            source.path() + ", row " + rowsRead,
                            "The file is damaged: fetch it again")
                    .withCause(e);
        }
        return rows;
    }

    private void requireAll() throws IOException {
        if (entry.rows().isPresent() && entry.rows().getAsLong() != rowsRead) {
            throw new IOException(
                    "it holds " + rowsRead + " rows and says " + entry.rows().getAsLong());
        }
    }

    private void row(int row) throws IOException {
        byte[] missing = new byte[0];
        if (entry.rowsAs() == VoTableOutline.RowsAs.BINARY2) {
            missing = new byte[(cells.count() + 7) / 8];
            in.readFully(missing);
        }
        for (int field = 0; field < cells.count(); field++) {
            @Nullable Object[] elements = records.cell(cells.field(field));
            boolean none = missing.length > 0 && (missing[field / 8] & (0x80 >> (field % 8))) != 0;
            if (none) {
                cells.putMissing(field, row);
            } else {
                cells.put(field, row, elements);
            }
        }
    }

    @Override
    public ColumnBuffer column(int index) {
        return cells.buffer(index);
    }

    @Override
    public void close() {
        ended = true;
        try {
            xml.close();
        } catch (IOException e) {
            throw new InputError(
                            "the file cannot be closed: " + e.getMessage(),
                            source.path().toString(),
                            "Try again")
                    .withCause(e);
        }
    }
}
