package org.cellarius.catalogue.parquet;

import java.util.Arrays;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.ColumnType;

/** The values of one column in one row group, as the bytes of its page: those that are present, behind each other. Used again for the next group. */
abstract sealed class ColumnChunk permits DoubleChunk, LongChunk, BooleanChunk, TextChunk {

    static final int PLAIN = 0;
    static final int DICTIONARY_INDICES = 8;
    private static final int LENGTH = 4;
    private static final int FIRST_BYTES = 1 << 13;
    /** As long as arrays of bytes can be. */
    private static final long LARGEST = Integer.MAX_VALUE - 16L;

    /** In front of the values there is room for which rows have one. */
    private final int valuesFrom;

    private final int mostRows;
    private byte[] page;
    private int end;
    private byte[] defined = {};
    private int rows;
    private int present;

    ColumnChunk(int mostRows) {
        this.mostRows = mostRows;
        this.valuesFrom = LENGTH + Runs.room(mostRows, 1);
        this.page = new byte[valuesFrom + FIRST_BYTES];
        this.end = valuesFrom;
    }

    static ColumnChunk of(ColumnType type, int mostRows) {
        return switch (type) {
            case DOUBLE -> new DoubleChunk(mostRows);
            case LONG -> new LongChunk(mostRows);
            case BOOLEAN -> new BooleanChunk(mostRows);
            case TEXT -> new TextChunk(mostRows);
        };
    }

    /** Takes the rows that stand at some places of a buffer of this column's type. */
    final void take(ColumnBuffer buffer, int[] places, int count) {
        present += values(buffer, places, count);
        rows += count;
    }

    /** Takes the values that are present; tells of the others by {@link #missing}. Gives their number. */
    abstract int values(ColumnBuffer buffer, int[] places, int count);

    /** One of the rows that are being taken, counted from 0, has no value. */
    final void missing(int row) {
        if (defined.length == 0) {
            defined = new byte[mostRows];
            Arrays.fill(defined, (byte) 1);
        }
        defined[rows + row] = 0;
    }

    /** The bytes of the page with room for so many more, and where these go. */
    final byte[] room(int bytes) {
        if (page.length - end < bytes) {
            int needed = Math.addExact(end, bytes);
            page = Arrays.copyOf(page, Math.max(needed, (int) Math.min(LARGEST, 2L * page.length)));
        }
        return page;
    }

    final int end() {
        return end;
    }

    final void endAt(int next) {
        end = next;
    }

    final int valuesBegin() {
        return valuesFrom;
    }

    final int rows() {
        return rows;
    }

    final int present() {
        return present;
    }

    /** The words that the page names by their numbers; empty where it holds the values themselves. */
    byte[] dictionary() {
        return new byte[0];
    }

    int dictionaryWords() {
        return 0;
    }

    /** Completes the values, before the page is taken. */
    void complete() {}

    /** The finished page: which rows have a value, then the values. */
    final Page page() {
        complete();
        byte[] levels = new byte[Runs.room(rows, 1)];
        int length = present == rows ? Runs.same(1, rows, levels, 0) : Runs.packed(defined, rows, 1, levels, 0);
        int from = valuesFrom - length - LENGTH;
        for (int b = 0; b < LENGTH; b++) {
            page[from + b] = (byte) (length >>> (8 * b));
        }
        System.arraycopy(levels, 0, page, from + LENGTH, length);
        return new Page(page, from, end - from);
    }

    /** Some bytes. */
    record Page(byte[] bytes, int from, int length) {}

    /** Empties the column for the next row group. */
    void clear() {
        if (present < rows) {
            Arrays.fill(defined, (byte) 1);
        }
        rows = 0;
        present = 0;
        end = valuesFrom;
    }
}
