package org.cellarius.catalogue.fits;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.StringJoiner;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * Arrays of variable length, each in a cell of its own on the heap behind the rows: as texts {@code [1.5, null, 3.0]}, in
 * which a missing value is null as in JSON; those of letters are texts. An empty array is missing.
 */
final class VariableArrays {
    /** Longer ones are spectra; and a damaged descriptor must not fill the memory. */
    private static final long MOST_ELEMENTS = 1 << 16;

    /** Reads bytes of the table, counted from its first one. */
    @FunctionalInterface
    interface Heap {
        MemorySegment bytes(long start, long length) throws IOException;
    }

    private final Heap heap;
    private final long heapStart;

    VariableArrays(Heap heap, long heapStart) {
        this.heap = heap;
        this.heapStart = heapStart;
    }

    /** The array whose descriptor lies at a byte. */
    @Nullable
    String text(BinaryColumn column, MemorySegment bytes, long start) throws IOException {
        long count;
        long offset;
        if (column.code() == 'P') {
            count = bytes.get(BinaryCells.INT, start);
            offset = bytes.get(BinaryCells.INT, start + 4);
        } else {
            count = bytes.get(BinaryCells.LONG, start);
            offset = bytes.get(BinaryCells.LONG, start + 8);
        }
        if (count == 0) {
            return null;
        }
        if (count < 0 || count > MOST_ELEMENTS || offset < 0) {
            throw new IOException("column '" + column.name() + "' has an array of " + count + " elements at byte "
                    + offset + " of the heap; at most " + MOST_ELEMENTS + " are read");
        }
        char content = column.content();
        long length = content == 'X' ? (count + 7) / 8 : count * BinaryColumn.bytesOf(content);
        MemorySegment cell = heap.bytes(heapStart + offset, length);
        return content == 'A' ? BinaryCells.text(cell, 0, (int) count) : listed(column, cell, (int) count);
    }

    private static String listed(BinaryColumn column, MemorySegment cell, int count) {
        char content = column.content();
        boolean complex = content == 'C' || content == 'M';
        int elements = complex ? 2 * count : count;
        int apart = content == 'X' ? 0 : BinaryColumn.bytesOf(content) / (complex ? 2 : 1);
        var list = new StringJoiner(", ", "[", "]");
        for (int from = 0; from < elements; from += 1024) {
            int rows = Math.min(1024, elements - from);
            if (content == 'X') {
                for (int i = from; i < from + rows; i++) {
                    boolean set = (cell.get(ValueLayout.JAVA_BYTE, i / 8) & (0x80 >> (i % 8))) != 0;
                    list.add(Boolean.toString(set));
                }
                continue;
            }
            ColumnBuffer buffer = ColumnBuffer.forBlock(typeOf(column));
            var field = new BinaryField(ColumnDescription.of(column.name(), typeOf(column)), column, 0, 0, 0, apart);
            BinaryCells.fill(buffer, field, cell, (long) from * apart, apart, rows);
            for (int i = 0; i < rows; i++) {
                list.add(word(buffer, i));
            }
        }
        return list.toString();
    }

    private static ColumnType typeOf(BinaryColumn column) {
        return switch (column.content()) {
            case 'L' -> ColumnType.BOOLEAN;
            case 'B', 'I', 'J', 'K' ->
                column.isUnsigned64() ? ColumnType.TEXT : column.isShifted() ? ColumnType.LONG : ColumnType.DOUBLE;
            default -> ColumnType.DOUBLE;
        };
    }

    private static String word(ColumnBuffer buffer, int i) {
        return switch (buffer) {
            case ColumnBuffer.Doubles d -> Double.isNaN(d.values()[i]) ? "null" : Double.toString(d.values()[i]);
            case ColumnBuffer.Longs d -> d.missing()[i] ? "null" : Long.toString(d.values()[i]);
            case ColumnBuffer.Booleans d -> d.missing()[i] ? "null" : Boolean.toString(d.values()[i]);
            case ColumnBuffer.Texts d -> String.valueOf(d.values()[i]);
        };
    }
}
