package org.cellarius.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * Values of one column. In a block the arrays are as long as a block can be ({@link BlockReader#BLOCK_ROWS}); only as many leading
 * entries are meant as {@link BlockReader#next()} said, and the next block overwrites them.
 */
public sealed interface ColumnBuffer {
    /**
     * Decimal numbers.
     *
     * @param values NaN where the value is missing; infinities are as the file has them
     */
    record Doubles(double[] values) implements ColumnBuffer {}

    /**
     * Integers of up to 64 bits.
     *
     * @param missing true where the value is missing; the value there is 0
     */
    record Longs(long[] values, boolean[] missing) implements ColumnBuffer {}

    /**
     * Truth values.
     *
     * @param missing true where the value is missing; the value there is false
     */
    record Booleans(boolean[] values, boolean[] missing) implements ColumnBuffer {}

    /**
     * Words.
     *
     * @param values null where the text is missing or empty: files do not tell the two apart
     */
    record Texts(@Nullable String[] values) implements ColumnBuffer {}

    /** A buffer for a whole block of the given type. */
    static ColumnBuffer forBlock(ColumnType type) {
        return of(type, BlockReader.BLOCK_ROWS);
    }

    /** A buffer for some rows. */
    static ColumnBuffer of(ColumnType type, int rows) {
        return switch (type) {
            case DOUBLE -> new Doubles(new double[rows]);
            case LONG -> new Longs(new long[rows], new boolean[rows]);
            case BOOLEAN -> new Booleans(new boolean[rows], new boolean[rows]);
            case TEXT -> new Texts(new @Nullable String[rows]);
        };
    }
}
