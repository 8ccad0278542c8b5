package org.cellarius.catalogue.hdf5;

import java.util.Arrays;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.VectorColumn;

/**
 * A column in memory, filled block by block.
 *
 * @param array its values, as the library takes them: {@code double[]}, {@code double[][]}, {@code long[]}, {@code boolean[]} or {@code String[]}
 * @param missing where integers and truth values are missing
 * @param elements of a vector, 1 for others
 */
record WholeColumn(Object array, boolean[] missing, int elements) {

    static WholeColumn of(VectorColumn column, int rows) {
        return switch (column.description().type()) {
            case DOUBLE ->
                new WholeColumn(
                        column.length() > 1 ? new double[rows][column.length()] : new double[rows],
                        new boolean[0],
                        column.length());
            case LONG -> new WholeColumn(new long[rows], new boolean[rows], 1);
            case BOOLEAN -> new WholeColumn(new boolean[rows], new boolean[rows], 1);
            case TEXT -> {
                String[] texts = new String[rows];
                Arrays.fill(texts, "");
                yield new WholeColumn(texts, new boolean[0], 1);
            }
        };
    }

    /**
     * Takes a block.
     *
     * @param place of the column, or of its first element, in the reader
     * @param at the row of the block's first one
     */
    void take(BlockReader reader, int place, int at, int count) {
        for (int element = 0; element < elements; element++) {
            switch (reader.column(place + element)) {
                case ColumnBuffer.Doubles d -> {
                    if (array instanceof double[][] vectors) {
                        for (int i = 0; i < count; i++) {
                            vectors[at + i][element] = d.values()[i];
                        }
                    } else {
                        System.arraycopy(d.values(), 0, array, at, count);
                    }
                }
                case ColumnBuffer.Longs d -> {
                    System.arraycopy(d.values(), 0, array, at, count);
                    System.arraycopy(d.missing(), 0, missing, at, count);
                }
                case ColumnBuffer.Booleans d -> {
                    System.arraycopy(d.values(), 0, array, at, count);
                    System.arraycopy(d.missing(), 0, missing, at, count);
                }
                case ColumnBuffer.Texts d -> {
                    for (int i = 0; i < count; i++) {
                        String text = d.values()[i];
                        if (text != null && array instanceof String[] texts) {
                            texts[at + i] = text;
                        }
                    }
                }
            }
        }
    }
}
