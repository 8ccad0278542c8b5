package org.cellarius.catalogue.hdf5;

import io.jhdf.dataset.DatasetBase;
import io.jhdf.object.datatype.ArrayDataType;
import io.jhdf.object.datatype.CompoundDataType;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.StringData;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Texts of fixed length that the file calls ASCII and that are UTF-8, as astropy and h5py write them, one to a cell or an array of them.
 * The library makes question marks of such letters; where one is seen the bytes are looked at again. Bytes that are no UTF-8 are Latin-1.
 */
final class Utf8Texts {
    private static final char UNKNOWN = '\ufffd';

    private Utf8Texts() {}

    /** The texts, read again if one was not understood. */
    static Object mended(Object texts, DatasetBase dataset, String member, long[] offset, int[] lengths) {
        if (!anyUnknown(texts)) {
            return texts;
        }
        DataType whole = dataset.getDataType();
        int start = 0;
        DataType type = whole;
        if (whole instanceof CompoundDataType records) {
            for (var field : records.getMembers()) {
                if (field.getName().equals(member)) {
                    start = field.getOffset();
                    type = field.getDataType();
                }
            }
        }
        DataType element = type instanceof ArrayDataType array ? array.getBaseType() : type;
        if (!(element instanceof StringData)) {
            return texts;
        }
        ByteBuffer bytes = dataset.getSliceDataBuffer(offset, lengths);
        int rows = Array.getLength(texts);
        int rowBytes = bytes.remaining() / rows;
        for (int i = 0; i < rows; i++) {
            replace(texts, i, bytes, bytes.position() + i * rowBytes + start, element.getSize());
        }
        return texts;
    }

    /** The texts of one cell, in the order of their bytes; the place behind the last one. */
    private static int replace(Object cells, int index, ByteBuffer bytes, int at, int size) {
        Object cell = Array.get(cells, index);
        if (cell != null && cell.getClass().isArray()) {
            int next = at;
            for (int k = 0; k < Array.getLength(cell); k++) {
                next = replace(cell, k, bytes, next, size);
            }
            return next;
        }
        byte[] letters = new byte[size];
        bytes.get(at, letters);
        Array.set(cells, index, text(letters));
        return at + size;
    }

    private static String text(byte[] letters) {
        int end = 0;
        while (end < letters.length && letters[end] != 0) {
            end++;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(letters, 0, end))
                    .toString()
                    .stripTrailing();
        } catch (CharacterCodingException e) {
            return new String(letters, 0, end, StandardCharsets.ISO_8859_1).stripTrailing();
        }
    }

    private static boolean anyUnknown(@Nullable Object value) {
        if (value instanceof String word) {
            return word.indexOf(UNKNOWN) >= 0;
        }
        if (value instanceof Object[] values) {
            for (Object one : values) {
                if (anyUnknown(one)) {
                    return true;
                }
            }
        }
        return false;
    }
}
