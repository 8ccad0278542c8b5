package org.cellarius.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A column of a file to be written, which is a vector where neighbouring columns are its elements: {@code X_H[0]},
 * {@code X_H[1]}, … of one type and unit, in this order and without a gap, become {@code X_H} again.
 *
 * @param description the column's name in the file, its type, unit and so on
 * @param first the place of its first element among the table's columns
 * @param length the number of elements; 1 for a scalar
 */
public record VectorColumn(ColumnDescription description, int first, int length) {

    /**
     * A table's columns with vectors put together.
     *
     * @param types the types of which the file can hold vectors
     */
    public static List<VectorColumn> of(List<ColumnDescription> columns, Set<ColumnType> types) {
        var joined = new ArrayList<VectorColumn>();
        int at = 0;
        while (at < columns.size()) {
            ColumnDescription c = columns.get(at);
            int length = types.contains(c.type()) && c.name().endsWith("[0]") ? length(columns, at) : 1;
            String name = length > 1 ? baseOf(c) : c.name();
            // Of mixed elements the more exact ones say what the vector must hold.
            boolean single = columns.subList(at, at + length).stream().allMatch(ColumnDescription::isSingle);
            joined.add(new VectorColumn(
                    new ColumnDescription(name, c.type(), c.unit(), c.description(), c.ucd()).inSinglePrecision(single),
                    at,
                    length));
            at += length;
        }
        return joined;
    }

    private static String baseOf(ColumnDescription first) {
        return first.name().substring(0, first.name().length() - "[0]".length());
    }

    private static int length(List<ColumnDescription> columns, int first) {
        ColumnDescription c = columns.get(first);
        String base = baseOf(c);
        // Two columns of one name would be worse than a vector in pieces.
        if (base.isEmpty() || columns.stream().anyMatch(other -> other.name().equalsIgnoreCase(base))) {
            return 1;
        }
        int length = 1;
        while (first + length < columns.size()) {
            ColumnDescription next = columns.get(first + length);
            if (!next.name().equals(base + "[" + length + "]")
                    || next.type() != c.type()
                    || !next.unit().equals(c.unit())) {
                break;
            }
            length++;
        }
        return length;
    }
}
