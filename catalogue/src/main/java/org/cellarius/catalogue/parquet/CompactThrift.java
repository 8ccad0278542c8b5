package org.cellarius.catalogue.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes values in Thrift's compact protocol, in which Parquet keeps its headers: fields are told by the distance from the field before. */
final class CompactThrift {

    private static final int INT_32 = 5;
    private static final int INT_64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;

    /** From so many elements on their number follows behind the list's first byte. */
    private static final int LONG_LIST = 15;

    /** Writes the fields of a structure. */
    @FunctionalInterface
    interface Fields {
        void write(CompactThrift into);
    }

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int lastField;

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** A structure that stands by itself. */
    static byte[] struct(Fields fields) {
        var thrift = new CompactThrift();
        thrift.element(fields);
        return thrift.bytes();
    }

    CompactThrift int32(int field, int value) {
        return field(field, INT_32).zigzag(value);
    }

    CompactThrift int64(int field, long value) {
        return field(field, INT_64).zigzag(value);
    }

    CompactThrift text(int field, String text) {
        return field(field, BINARY).text(text);
    }

    CompactThrift struct(int field, Fields fields) {
        return field(field, STRUCT).element(fields);
    }

    CompactThrift int32s(int field, int... values) {
        field(field, LIST).list(INT_32, values.length);
        for (int value : values) {
            zigzag(value);
        }
        return this;
    }

    CompactThrift texts(int field, String... texts) {
        field(field, LIST).list(BINARY, texts.length);
        for (String text : texts) {
            text(text);
        }
        return this;
    }

    CompactThrift structs(int field, Iterable<Fields> structs) {
        int size = 0;
        for (Fields ignored : structs) {
            size++;
        }
        field(field, LIST).list(STRUCT, size);
        for (Fields struct : structs) {
            element(struct);
        }
        return this;
    }

    private CompactThrift element(Fields fields) {
        int outer = lastField;
        lastField = 0;
        fields.write(this);
        bytes.write(0);
        lastField = outer;
        return this;
    }

    private CompactThrift field(int field, int type) {
        bytes.write(((field - lastField) << 4) | type);
        lastField = field;
        return this;
    }

    private void list(int type, int size) {
        bytes.write((Math.min(size, LONG_LIST) << 4) | type);
        if (size >= LONG_LIST) {
            varint(size);
        }
    }

    private CompactThrift text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        varint(encoded.length);
        bytes.writeBytes(encoded);
        return this;
    }

    private CompactThrift zigzag(long value) {
        varint((value << 1) ^ (value >> 63));
        return this;
    }

    private void varint(long value) {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            bytes.write((int) ((left & 0x7F) | 0x80));
            left >>>= 7;
        }
        bytes.write((int) left);
    }
}
