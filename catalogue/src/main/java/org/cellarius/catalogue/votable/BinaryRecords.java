package org.cellarius.catalogue.votable;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The cells of binary records (VOTable 1.4, section 5.3 and 5.4): big-endian, arrays of variable length behind their count. */
final class BinaryRecords {
    /** Longer arrays are spectra; and a damaged count must not fill the memory. */
    private static final int MOST_ELEMENTS = 1 << 22;

    private final DataInputStream in;

    BinaryRecords(DataInputStream in) {
        this.in = in;
    }

    /** The elements of the next cell: Double, Float, Long, Boolean or String, null where missing. */
    @Nullable
    Object[] cell(VoTableField field) throws IOException {
        int count = field.isVariable() ? in.readInt() : field.elements();
        if (count < 0 || count > MOST_ELEMENTS) {
            throw new IOException("column '" + field.name() + "' has an array of " + count + " elements; at most "
                    + MOST_ELEMENTS + " are read");
        }
        return switch (field.kind()) {
            case TEXT -> texts(field, count);
            case BIT -> bits(count);
            case TRUTH -> truths(count);
            case INTEGER -> integers(field, count);
            case FLOAT, DOUBLE -> numbers(field, field.isComplex() ? 2 * count : count);
            case UNKNOWN -> throw new IOException("column '" + field.name() + "' is of a type that is not known");
        };
    }

    private byte[] bytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("the records end in the middle of a row");
        }
        return bytes;
    }

    private @Nullable Object[] texts(VoTableField field, int count) throws IOException {
        byte[] bytes = bytes(Math.multiplyExact(count, field.elementBytes()));
        int each = field.textLength();
        if (each == 0) {
            return new @Nullable Object[] {text(field, bytes, 0, bytes.length)};
        }
        @Nullable Object[] texts = new @Nullable Object[count / each];
        int width = each * field.elementBytes();
        for (int k = 0; k < texts.length; k++) {
            texts[k] = text(field, bytes, k * width, width);
        }
        return texts;
    }

    /** A text ends at a NUL. A {@code char} beyond ASCII is UTF-8 where it makes sense as that (VOTable 1.5), else Latin-1. */
    private static @Nullable String text(VoTableField field, byte[] bytes, int start, int width) {
        String text;
        if (field.datatype().equals("unicodeChar")) {
            text = new String(bytes, start, width, StandardCharsets.UTF_16BE);
        } else {
            try {
                text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes, start, width))
                        .toString();
            } catch (CharacterCodingException e) {
                text = new String(bytes, start, width, StandardCharsets.ISO_8859_1);
            }
        }
        int end = text.indexOf('\0');
        String plain = (end < 0 ? text : text.substring(0, end)).stripTrailing();
        return plain.isEmpty() || field.isNull(plain) ? null : plain;
    }

    private @Nullable Object[] bits(int count) throws IOException {
        byte[] bytes = bytes((count + 7) / 8);
        @Nullable Object[] bits = new @Nullable Object[count];
        for (int k = 0; k < count; k++) {
            bits[k] = (bytes[k / 8] & (0x80 >> (k % 8))) != 0;
        }
        return bits;
    }

    private @Nullable Object[] truths(int count) throws IOException {
        byte[] bytes = bytes(count);
        @Nullable Object[] truths = new @Nullable Object[count];
        for (int k = 0; k < count; k++) {
            truths[k] = switch (bytes[k]) {
                case 'T', 't', '1' -> true;
                case 'F', 'f', '0' -> false;
                case '?', ' ', 0 -> null;
                default -> throw new IOException("the byte " + bytes[k] + " is no truth value");
            };
        }
        return truths;
    }

    private @Nullable Object[] integers(VoTableField field, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(bytes(Math.multiplyExact(count, field.elementBytes())));
        OptionalLong missing = field.nullInteger();
        @Nullable Object[] values = new @Nullable Object[count];
        for (int k = 0; k < count; k++) {
            long value = switch (field.elementBytes()) {
                case 1 -> bytes.get() & 0xff;
                case 2 -> bytes.getShort();
                case 4 -> bytes.getInt();
                default -> bytes.getLong();
            };
            values[k] = missing.isPresent() && missing.getAsLong() == value ? null : (Object) value;
        }
        return values;
    }

    private @Nullable Object[] numbers(VoTableField field, int count) throws IOException {
        boolean single = field.kind() == VoTableField.Kind.FLOAT;
        ByteBuffer bytes = ByteBuffer.wrap(bytes(Math.multiplyExact(count, single ? 4 : 8)));
        OptionalDouble missing = field.nullNumber();
        @Nullable Object[] values = new @Nullable Object[count];
        for (int k = 0; k < count; k++) {
            Number value = single ? (Number) bytes.getFloat() : (Number) bytes.getDouble();
            boolean none = missing.isPresent() && missing.getAsDouble() == value.doubleValue();
            values[k] = none ? null : value;
        }
        return values;
    }
}
