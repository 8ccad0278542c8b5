package org.cellarius.catalogue.votable;

import java.io.IOException;
import java.util.regex.Pattern;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.stil.SpreadColumn;
import org.cellarius.catalogue.text.MissingWords;
import org.cellarius.catalogue.text.NumberBytes;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are XML cells; scalars and texts go without an object for each cell. Which cells are missing follows from the FIELDs
 * (VOTable 1.4, section 5.1 and 4.7) and from the words that mean it in all text formats.
 */
final class TableDataReader implements BlockReader {
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n]+");

    private final VoTableSource source;
    private final VoTableOutline.Entry entry;
    private final XmlBytes xml;
    private final FieldCells cells;
    private final CellWords[] values;
    private long rowsRead;
    private boolean ended;

    private TableDataReader(VoTableSource source, VoTableOutline.Entry entry, SpreadColumn[] columns, XmlBytes xml) {
        this.source = source;
        this.entry = entry;
        this.xml = xml;
        this.cells = new FieldCells(entry.fields(), columns);
        this.values = entry.fields().stream().map(CellWords::new).toArray(CellWords[]::new);
    }

    /** Whether the rows are such cells and all columns are known. */
    static boolean knows(VoTableOutline.Entry entry, SpreadColumn[] columns) {
        return entry.rowsAs() == VoTableOutline.RowsAs.CELLS && FieldCells.know(entry.fields(), columns);
    }

    /** Opens the rows of a table. */
    static TableDataReader open(VoTableSource source, VoTableOutline.Entry entry, SpreadColumn[] columns) {
        try {
            return new TableDataReader(source, entry, columns, source.at(entry, "TABLEDATA"));
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
                XmlBytes.Tag tag = xml.nextTag();
                if (tag == XmlBytes.Tag.CLOSE && xml.is("TABLEDATA")) {
                    ended = true;
                } else if (xml.is("TR") && tag != XmlBytes.Tag.CLOSE) {
                    rowsRead++;
                    row(rows++, tag);
                }
            }
        } catch (IOException | NumberFormatException e) {
            ended = true;
            throw new InputError(
                            "table " + entry.label() + " of the VOTable cannot be read: " + e.getMessage(),
                            source.path() + ", row " + rowsRead,
                            "The file is damaged: fetch it again")
                    .withCause(e);
        }
        return rows;
    }

    private void row(int row, XmlBytes.Tag opening) throws IOException {
        int field = 0;
        while (opening == XmlBytes.Tag.OPEN) {
            XmlBytes.Tag tag = xml.nextTag();
            if (xml.is("TD")) {
                if (tag == XmlBytes.Tag.EMPTY) {
                    fill(field++, row, true);
                } else if (tag == XmlBytes.Tag.CLOSE) {
                    fill(field++, row, false);
                }
            } else if (xml.is("TR")) {
                break;
            }
        }
        if (field != cells.count()) {
            throw new IOException("a row has " + field + " cells where the table has " + cells.count() + " columns");
        }
    }

    private void fill(int field, int row, boolean empty) throws IOException {
        if (field >= cells.count()) {
            return;
        }
        if (!cells.isWanted(field)) {
            return;
        }
        VoTableField kind = cells.field(field);
        if (empty) {
            cells.putMissing(field, row);
        } else if (!kind.isScalar()) {
            array(field, row, kind);
        } else {
            for (int target : cells.targets(field)) {
                scalar(cells.buffer(target), field, row, kind);
            }
        }
    }

    private void scalar(ColumnBuffer buffer, int field, int row, VoTableField kind) throws IOException {
        if (buffer instanceof ColumnBuffer.Doubles d
                && !xml.hasEntity()
                && kind.kind() == VoTableField.Kind.DOUBLE
                && kind.nullValue().isEmpty()) {
            double value = NumberBytes.value(xml.text(), 0, xml.textLength());
            if (!Double.isNaN(value)) {
                d.values()[row] = value;
                return;
            }
        }
        FieldCells.put(
                buffer,
                row,
                kind.isText() ? words(kind) : values[field].value(xml.string().strip()));
    }

    private void array(int field, int row, VoTableField kind) throws IOException {
        if (kind.isText()) {
            cells.put(field, row, texts(kind, xml.string()));
            return;
        }
        String text = xml.string().strip();
        if (MissingWords.inNumbers(text)) {
            cells.putMissing(field, row);
            return;
        }
        String[] words = kind.kind() == VoTableField.Kind.BIT
                ? text.replaceAll("\\s+", "").split("")
                : BLANKS.split(text);
        FieldCells.requireSize(kind, words.length);
        @Nullable Object[] elements = new @Nullable Object[words.length];
        for (int k = 0; k < words.length; k++) {
            elements[k] = values[field].value(words[k]);
        }
        cells.put(field, row, elements);
    }

    /** Texts of equal length stand one behind the other; blanks at the end of the last ones may be left off. */
    private static @Nullable Object[] texts(VoTableField kind, String whole) {
        int each = kind.textLength();
        int count = kind.isVariable() ? (whole.length() + each - 1) / each : kind.elements() / each;
        @Nullable Object[] texts = new @Nullable Object[count];
        for (int k = 0; k < count; k++) {
            int start = Math.min(whole.length(), k * each);
            String text = whole.substring(start, Math.min(whole.length(), start + each))
                    .stripTrailing();
            texts[k] = text.isEmpty() || kind.isNull(text) ? null : text;
        }
        return texts;
    }

    private @Nullable String words(VoTableField field) throws IOException {
        String text = xml.string().stripTrailing();
        return text.isEmpty() || field.isNull(text) ? null : text;
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
