package org.cellarius.catalogue.hdf5;

import java.util.Arrays;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.VectorColumn;

/**
 * A column in memory, filled block by block.
 *
 * @param array its values, as the library takes them: {@code double[]}, {@code double[][]}, {@code float[]},
 *     {@code float[][]}, {@code long[]}, {@code boolean[]} or {@code String[]}
 * @param missing where integers and truth values are missing
 * @param elements of a vector, 1 for others
 */
record WholeColumn(Object array, boolean[] missing, int elements) {

    static WholeColumn of(VectorColumn column, int rows) {
        return switch (column.description().type()) {
            case DOUBLE -> new WholeColumn(numbers(column, rows), new boolean[0], column.length());
            case LONG -> new WholeColumn(new long[rows], new boolean[rows], 1);
            case BOOLEAN -> new WholeColumn(new boolean[rows], new boolean[rows], 1);
            case TEXT -> {
                String[] texts = new String[rows];
                Arrays.fill(texts, "");
                yield new WholeColumn(texts, new boolean[0], 1);
            }
        };
    }

    /** An array of as many bits as the column's precision wants. */
    static Object numbers(VectorColumn column, int rows) {
        boolean single = column.description().isSingle();
        return column.length() > 1
                ? single ? new float[rows][column.length()] : new double[rows][column.length()]
                : single ? new float[rows] : new double[rows];
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
                case ColumnBuffer.Doubles d -> take(d.values(), element, at, count);
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

    private void take(double[] values, int element, int at, int count) {
        switch (array) {
            case double[][] vectors -> {
                for (int i = 0; i < count; i++) {
                    vectors[at + i][element] = values[i];
                }
            }
            case float[][] vectors -> {
                for (int i = 0; i < count; i++) {
                    vectors[at + i][element] = (float) values[i];
                }
            }
            case float[] numbers -> {
                for (int i = 0; i < count; i++) {
                    numbers[at + i] = (float) values[i];
                }
            }
            default -> System.arraycopy(values, 0, array, at, count);
        }
    }
}
