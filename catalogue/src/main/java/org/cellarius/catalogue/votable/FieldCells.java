package org.cellarius.catalogue.votable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.stil.SpreadColumn;
import org.jspecify.annotations.Nullable;

/** The buffers of wanted columns, filled cell by cell with the elements of each. */
final class FieldCells {
    private final List<VoTableField> fields;
    private final SpreadColumn[] columns;
    private final ColumnBuffer[] buffers;
    /** For each FIELD of the table the buffers that it fills. */
    private final List<List<Integer>> wanted = new ArrayList<>();

    FieldCells(List<VoTableField> fields, SpreadColumn[] columns) {
        this.fields = fields;
        this.columns = columns;
        this.buffers = new ColumnBuffer[columns.length];
        fields.forEach(field -> wanted.add(new ArrayList<>()));
        for (int k = 0; k < columns.length; k++) {
            buffers[k] = ColumnBuffer.forBlock(columns[k].description().type());
            wanted.get(columns[k].stilColumn()).add(k);
        }
    }

    /** Whether the FIELDs of all columns are of a kind that is known. */
    static boolean know(List<VoTableField> fields, SpreadColumn[] columns) {
        for (SpreadColumn column : columns) {
            if (column.stilColumn() >= fields.size()
                    || fields.get(column.stilColumn()).kind() == VoTableField.Kind.UNKNOWN) {
                return false;
            }
        }
        return true;
    }

    int count() {
        return fields.size();
    }

    VoTableField field(int index) {
        return fields.get(index);
    }

    ColumnBuffer buffer(int index) {
        return buffers[index];
    }

    /** The buffers that a FIELD fills. */
    List<Integer> targets(int field) {
        return wanted.get(field);
    }

    boolean isWanted(int field) {
        return !wanted.get(field).isEmpty();
    }

    /** A cell that is missing as a whole. */
    void putMissing(int field, int row) {
        for (int target : wanted.get(field)) {
            put(buffers[target], row, null);
        }
    }

    /** A cell's elements; an array of variable length becomes a text {@code [1.5, null]}, an empty one is missing. */
    void put(int field, int row, @Nullable Object[] elements) {
        for (int target : wanted.get(field)) {
            SpreadColumn column = columns[target];
            if (column.element() >= 0) {
                put(buffers[target], row, elements[column.element()]);
            } else if (buffers[target] instanceof ColumnBuffer.Texts && isList(fields.get(field))) {
                put(buffers[target], row, listed(elements));
            } else {
                put(buffers[target], row, elements.length == 0 ? null : elements[0]);
            }
        }
    }

    private static boolean isList(VoTableField field) {
        return field.isText()
                ? field.arraysize().contains("x")
                : !field.arraysize().isEmpty();
    }

    /**
     * Checks how many elements a cell has.
     *
     * @throws IOException if a cell of fixed size has more or fewer
     */
    static void requireSize(VoTableField field, int found) throws IOException {
        if (field.isVariable()) {
            return;
        }
        int expected = field.isText() && field.textLength() > 0
                ? field.elements() / field.textLength()
                : field.elements() * (field.isComplex() ? 2 : 1);
        if (found != expected) {
            throw new IOException(
                    "column '" + field.name() + "' has " + found + " elements in a cell where " + expected + " belong");
        }
    }

    private static @Nullable String listed(@Nullable Object[] elements) {
        var list = new StringJoiner(", ", "[", "]");
        for (Object element : elements) {
            boolean missing = element == null || (element instanceof Number n && Double.isNaN(n.doubleValue()));
            list.add(missing ? "null" : String.valueOf(element));
        }
        return elements.length == 0 ? null : list.toString();
    }

    static void put(ColumnBuffer buffer, int row, @Nullable Object value) {
        switch (buffer) {
            case ColumnBuffer.Doubles d -> d.values()[row] = value instanceof Number n ? n.doubleValue() : Double.NaN;
            case ColumnBuffer.Longs d -> {
                d.missing()[row] = !(value instanceof Number);
                d.values()[row] = value instanceof Number n ? n.longValue() : 0;
            }
            case ColumnBuffer.Booleans d -> {
                d.missing()[row] = !(value instanceof Boolean);
                d.values()[row] = value instanceof Boolean truth && truth;
            }
            case ColumnBuffer.Texts d -> {
                String text = value == null ? "" : value.toString().stripTrailing();
                d.values()[row] = text.isEmpty() ? null : text;
            }
        }
    }
}
