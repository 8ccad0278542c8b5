package org.cellarius.catalogue.fits;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.cellarius.catalogue.ColumnBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the values of a column that lie in bytes at equal distances: big-endian numbers, truth values as letters, texts that
 * end at a NUL or at their trailing blanks.
 *
 * <p>One small loop for each kind of number on purpose: these are the inner loops of all FITS reading.
 */
final class BinaryCells {
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private BinaryCells() {}

    /** Fills the first rows of a buffer; the value of row {@code i} begins at byte {@code start + i * apart}. */
    static void fill(ColumnBuffer buffer, BinaryField field, MemorySegment bytes, long start, long apart, int rows) {
        BinaryColumn column = field.column();
        switch (buffer) {
            case ColumnBuffer.Doubles d -> doubles(d.values(), field, bytes, start, apart, rows);
            case ColumnBuffer.Longs d -> {
                raw(d.values(), column.content(), bytes, start, apart, rows);
                shift(d, column, rows);
            }
            case ColumnBuffer.Booleans d -> {
                if (column.code() == 'X') {
                    bits(d, bytes, start + field.element() / 8, 0x80 >> (field.element() % 8), apart, rows);
                } else {
                    truths(d, bytes, start, apart, rows);
                }
            }
            case ColumnBuffer.Texts d -> {
                if (column.isUnsigned64()) {
                    unsigned(d.values(), column, bytes, start, apart, rows);
                } else {
                    for (int i = 0; i < rows; i++) {
                        d.values()[i] = text(bytes, start + i * apart, column.textLength());
                    }
                }
            }
        }
    }

    private static void doubles(
            double[] values, BinaryField field, MemorySegment bytes, long start, long apart, int rows) {
        BinaryColumn column = field.column();
        switch (column.content()) {
            case 'D', 'M' -> {
                for (int i = 0; i < rows; i++) {
                    values[i] = bytes.get(DOUBLE, start + i * apart);
                }
            }
            case 'E', 'C' -> {
                for (int i = 0; i < rows; i++) {
                    values[i] = bytes.get(FLOAT, start + i * apart);
                }
            }
            default -> {
                long[] raw = new long[rows];
                raw(raw, column.content(), bytes, start, apart, rows);
                for (int i = 0; i < rows; i++) {
                    values[i] = raw[i];
                }
                if (column.missing().isPresent()) {
                    blank(values, raw, column.missing().getAsLong(), rows);
                }
            }
        }
        if (column.isScaled()) {
            // TZERO of complex numbers is real: it moves their real part only.
            boolean complex = column.content() == 'C' || column.content() == 'M';
            double zero = complex && field.element() % 2 == 1 ? 0 : column.zero();
            for (int i = 0; i < rows; i++) {
                values[i] = zero + column.scale() * values[i];
            }
        }
    }

    private static void blank(double[] values, long[] raw, long missing, int rows) {
        for (int i = 0; i < rows; i++) {
            if (raw[i] == missing) {
                values[i] = Double.NaN;
            }
        }
    }

    /** Integers as they are stored; bytes have no sign. */
    private static void raw(long[] values, char content, MemorySegment bytes, long start, long apart, int rows) {
        switch (content) {
            case 'B' -> {
                for (int i = 0; i < rows; i++) {
                    values[i] = bytes.get(ValueLayout.JAVA_BYTE, start + i * apart) & 0xff;
                }
            }
            case 'I' -> {
                for (int i = 0; i < rows; i++) {
                    values[i] = bytes.get(SHORT, start + i * apart);
                }
            }
            case 'J' -> {
                for (int i = 0; i < rows; i++) {
                    values[i] = bytes.get(INT, start + i * apart);
                }
            }
            default -> {
                for (int i = 0; i < rows; i++) {
                    values[i] = bytes.get(LONG, start + i * apart);
                }
            }
        }
    }

    /** TNULL is compared with what is stored, TZERO added to what is present. */
    private static void shift(ColumnBuffer.Longs buffer, BinaryColumn column, int rows) {
        boolean hasMissing = column.missing().isPresent();
        long missing = column.missing().orElse(0);
        long shift = column.shift();
        for (int i = 0; i < rows; i++) {
            boolean none = hasMissing && buffer.values()[i] == missing;
            buffer.missing()[i] = none;
            buffer.values()[i] = none ? 0 : buffer.values()[i] + shift;
        }
    }

    private static void unsigned(
            @Nullable String[] values, BinaryColumn column, MemorySegment bytes, long start, long apart, int rows) {
        for (int i = 0; i < rows; i++) {
            long stored = bytes.get(LONG, start + i * apart);
            boolean none = column.missing().isPresent() && column.missing().getAsLong() == stored;
            values[i] = none ? null : Long.toUnsignedString(stored + Long.MIN_VALUE);
        }
    }

    private static void truths(ColumnBuffer.Booleans buffer, MemorySegment bytes, long start, long apart, int rows) {
        for (int i = 0; i < rows; i++) {
            byte letter = bytes.get(ValueLayout.JAVA_BYTE, start + i * apart);
            buffer.values()[i] = letter == 'T';
            buffer.missing()[i] = letter != 'T' && letter != 'F';
        }
    }

    private static void bits(
            ColumnBuffer.Booleans buffer, MemorySegment bytes, long start, int mask, long apart, int rows) {
        for (int i = 0; i < rows; i++) {
            buffer.values()[i] = (bytes.get(ValueLayout.JAVA_BYTE, start + i * apart) & mask) != 0;
            buffer.missing()[i] = false;
        }
    }

    /** The standard knows ASCII only; other bytes are UTF-8 where they make sense as that, else Latin-1. */
    static @Nullable String text(MemorySegment bytes, long start, int length) {
        int end = 0;
        boolean ascii = true;
        int used = 0;
        while (end < length) {
            byte b = bytes.get(ValueLayout.JAVA_BYTE, start + end);
            if (b == 0) {
                break;
            }
            end++;
            ascii &= b > 0;
            if (b != ' ') {
                used = end;
            }
        }
        if (used == 0) {
            return null;
        }
        byte[] letters = new byte[used];
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, start, letters, 0, used);
        if (!ascii) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(letters))
                        .toString();
            } catch (CharacterCodingException e) {
                return new String(letters, StandardCharsets.ISO_8859_1);
            }
        }
        return new String(letters, StandardCharsets.ISO_8859_1);
    }
}
