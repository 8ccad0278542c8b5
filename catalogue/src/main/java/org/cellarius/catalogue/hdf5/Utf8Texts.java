package org.cellarius.catalogue.hdf5;

import io.jhdf.dataset.DatasetBase;
import io.jhdf.object.datatype.CompoundDataType;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.StringData;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Texts of fixed length that the file calls ASCII and that are UTF-8, as astropy and h5py write them. The library makes question marks of
 * such letters; where one is seen the bytes are looked at again.
 */
final class Utf8Texts {
    private static final char UNKNOWN = '\ufffd';

    private Utf8Texts() {}

    /** The texts, read again if one was not understood. */
    static Object mended(Object texts, DatasetBase dataset, String member, long[] offset, int[] lengths) {
        if (!(texts instanceof String[] words) || !anyUnknown(words)) {
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
        if (!(type instanceof StringData)) {
            return texts;
        }
        ByteBuffer bytes = dataset.getSliceDataBuffer(offset, lengths);
        String[] again = new String[words.length];
        for (int i = 0; i < again.length; i++) {
            byte[] letters = new byte[type.getSize()];
            bytes.get(i * whole.getSize() + start, letters);
            String text = new String(letters, StandardCharsets.UTF_8);
            int end = text.indexOf('\0');
            again[i] = (end < 0 ? text : text.substring(0, end)).stripTrailing();
        }
        return again;
    }

    private static boolean anyUnknown(@Nullable String[] words) {
        for (String word : words) {
            if (word != null && word.indexOf(UNKNOWN) >= 0) {
                return true;
            }
        }
        return false;
    }
}
