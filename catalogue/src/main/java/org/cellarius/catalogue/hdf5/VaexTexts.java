package org.cellarius.catalogue.hdf5;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column of texts as vaex writes it: all their bytes in one dataset, the places where each begins in another, and bits that say which are
 * there, the first row in the lowest bit.
 *
 * @param bytes UTF-8
 * @param places one more than there are rows
 * @param present bits, empty if none is missing
 */
record VaexTexts(Dataset bytes, Dataset places, Optional<Dataset> present) {
    static final String BYTES = "data";
    private static final String PLACES = "indices";
    private static final String PRESENT = "null_bitmap";

    /** The column of a group, if it is one. */
    static Optional<VaexTexts> in(Group group) {
        return group.getChild(BYTES) instanceof Dataset bytes
                        && group.getChild(PLACES) instanceof Dataset places
                        && places.getDimensions().length == 1
                ? Optional.of(new VaexTexts(
                        bytes, places, Optional.ofNullable(group.getChild(PRESENT) instanceof Dataset d ? d : null)))
                : Optional.empty();
    }

    long rows() {
        return Math.max(0, places.getDimensionsAsLong()[0] - 1);
    }

    /** Some rows; null where missing. */
    @Nullable
    String[] read(long from, int rows) {
        @Nullable String[] texts = new @Nullable String[rows];
        if (rows == 0) {
            return texts;
        }
        Object starts = places.getData(new long[] {from}, new int[] {rows + 1});
        long first = Array.getLong(starts, 0);
        long end = Array.getLong(starts, rows);
        if (first < 0 || end < first || end > bytes.getDimensionsAsLong()[0]) {
            throw new IllegalStateException(
                    "texts from byte " + first + " to " + end + " of " + bytes.getDimensionsAsLong()[0]);
        }
        Object letters = end == first
                ? new byte[0]
                : bytes.getData(new long[] {first}, new int[] {Math.toIntExact(end - first)});
        byte[] all = new byte[(int) (end - first)];
        for (int k = 0; k < all.length; k++) {
            all[k] = ((Number) Array.get(letters, k)).byteValue();
        }
        for (int i = 0; i < rows; i++) {
            int start = (int) (Array.getLong(starts, i) - first);
            int length = (int) (Array.getLong(starts, i + 1) - first) - start;
            texts[i] = isPresent(from + i) ? new String(all, start, length, StandardCharsets.UTF_8) : null;
        }
        return texts;
    }

    private boolean isPresent(long row) {
        if (present.isEmpty()) {
            return true;
        }
        Object bits = present.get().getData(new long[] {row / 8}, new int[] {1});
        return (((Number) Array.get(bits, 0)).intValue() >> (row % 8) & 1) != 0;
    }
}
