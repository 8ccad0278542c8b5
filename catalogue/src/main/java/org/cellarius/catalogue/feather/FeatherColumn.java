package org.cellarius.catalogue.feather;

import java.nio.charset.StandardCharsets;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.ValueVector;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.ColumnDescription;
import org.jspecify.annotations.Nullable;

/**
 * A scalar column of a Feather file.
 *
 * @param description as the reader delivers it
 * @param field the place of its field in the schema
 * @param element its place in a list of fixed size, -1 for scalars
 */
record FeatherColumn(ColumnDescription description, int field, int element) {

    /** Copies rows of a vector into a buffer. */
    void fill(ColumnBuffer buffer, FieldVector vector, int from, int rows) {
        if (element >= 0 && vector instanceof FixedSizeListVector list) {
            int size = list.getListSize();
            for (int i = 0; i < rows; i++) {
                boolean missing = list.isNull(from + i);
                put(buffer, i, missing ? null : cell(list.getDataVector(), (from + i) * size + element));
            }
            return;
        }
        if (buffer instanceof ColumnBuffer.Doubles d && fillDoubles(d.values(), vector, from, rows)) {
            return;
        }
        for (int i = 0; i < rows; i++) {
            put(buffer, i, cell(vector, from + i));
        }
    }

    private static boolean fillDoubles(double[] values, FieldVector vector, int from, int rows) {
        if (vector instanceof Float8Vector v) {
            for (int i = 0; i < rows; i++) {
                values[i] = v.isNull(from + i) ? Double.NaN : v.get(from + i);
            }
            return true;
        }
        if (vector instanceof Float4Vector v) {
            for (int i = 0; i < rows; i++) {
                values[i] = v.isNull(from + i) ? Double.NaN : v.get(from + i);
            }
            return true;
        }
        return false;
    }

    private static @Nullable Object cell(ValueVector vector, int row) {
        if (vector.isNull(row)) {
            return null;
        }
        return switch (vector) {
            case BigIntVector v -> v.get(row);
            case IntVector v -> v.get(row);
            case UInt8Vector v -> Long.toUnsignedString(v.get(row));
            default -> vector.getObject(row);
        };
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
                d.values()[row] = Boolean.TRUE.equals(value);
            }
            case ColumnBuffer.Texts d -> d.values()[row] = value == null ? null : text(value);
        }
    }

    private static long whole(Object value) {
        return switch (value) {
            // An unsigned integer of 16 bits comes as a letter.
            case Character letter -> letter;
            case Number number -> number.longValue();
            default -> Long.parseLong(value.toString());
        };
    }

    private static @Nullable String text(Object value) {
        String text = value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : value.toString();
        return text.isEmpty() ? null : text;
    }
}
