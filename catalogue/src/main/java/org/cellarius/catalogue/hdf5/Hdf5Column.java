package org.cellarius.catalogue.hdf5;

import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.Map;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * A scalar column of a table in an HDF5 file.
 *
 * @param description as the reader delivers it
 * @param source the name of the column in the file
 * @param element its place in a vector, -1 for scalars
 * @param mask the column that says where it is missing; empty if there is none
 */
record Hdf5Column(ColumnDescription description, String source, int element, String mask) {

    /** The same with the digits as text. */
    Hdf5Column asText() {
        ColumnDescription d = description;
        return new Hdf5Column(
                new ColumnDescription(d.name(), ColumnType.TEXT, d.unit(), d.description(), d.ucd()),
                source,
                element,
                mask);
    }

    /** Copies rows of an array into a buffer; complex numbers come as the arrays of their two parts. */
    void fill(ColumnBuffer buffer, Object array, @Nullable Object maskArray, int rows) {
        if (array instanceof Map<?, ?> parts) {
            Iterator<?> part = parts.values().iterator();
            Object first = part.next();
            fillScalars(buffer, element == 0 ? first : part.next(), -1, maskArray, rows);
        } else {
            fillScalars(buffer, array, element, maskArray, rows);
        }
    }

    private static void fillScalars(
            ColumnBuffer buffer, Object array, int element, @Nullable Object maskArray, int rows) {
        if (element < 0 && maskArray == null && isPlain(buffer, array, rows)) {
            return;
        }
        for (int i = 0; i < rows; i++) {
            Object value = cell(array, i, element);
            put(buffer, i, maskArray != null && isTrue(cell(maskArray, i, element)) ? null : value);
        }
    }

    /** A mask may be one for each element or one for the whole cell. */
    private static @Nullable Object cell(Object array, int row, int element) {
        Object cell = Array.get(array, row);
        return element >= 0 && cell != null && cell.getClass().isArray() ? Array.get(cell, element) : cell;
    }

    private static boolean isPlain(ColumnBuffer buffer, Object array, int rows) {
        if (buffer instanceof ColumnBuffer.Doubles d && array instanceof double[] values) {
            System.arraycopy(values, 0, d.values(), 0, rows);
            return true;
        }
        if (buffer instanceof ColumnBuffer.Doubles d && array instanceof float[] values) {
            for (int i = 0; i < rows; i++) {
                d.values()[i] = values[i];
            }
            return true;
        }
        if (buffer instanceof ColumnBuffer.Longs d && array instanceof long[] values) {
            System.arraycopy(values, 0, d.values(), 0, rows);
            java.util.Arrays.fill(d.missing(), 0, rows, false);
            return true;
        }
        return false;
    }

    private static void put(ColumnBuffer buffer, int row, @Nullable Object value) {
        switch (buffer) {
            case ColumnBuffer.Doubles d -> d.values()[row] = value instanceof Number n ? n.doubleValue() : Double.NaN;
            case ColumnBuffer.Longs d -> {
                d.missing()[row] = value == null;
                d.values()[row] = value == null ? 0 : whole(value);
            }
            case ColumnBuffer.Booleans d -> {
                d.missing()[row] = value == null;
                d.values()[row] = value != null && isTrue(value);
            }
            case ColumnBuffer.Texts d -> {
                String text = value == null ? "" : value.toString().stripTrailing();
                d.values()[row] = text.isEmpty() ? null : text;
            }
        }
    }

    private static long whole(Object value) {
        if (value instanceof BigInteger large) {
            return large.longValueExact();
        }
        return value instanceof Number n ? n.longValue() : Long.parseLong(value.toString());
    }

    private static boolean isTrue(@Nullable Object value) {
        return Boolean.TRUE.equals(value) || "TRUE".equals(value) || (value instanceof Number n && n.longValue() != 0);
    }
}
