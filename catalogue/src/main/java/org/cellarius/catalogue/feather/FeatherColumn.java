package org.cellarius.catalogue.feather;

import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.ValueVector;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * A scalar column of a Feather file.
 *
 * @param description as the reader delivers it
 * @param field the place of its field in the schema
 * @param element its place in a list of fixed size, -1 for scalars
 */
record FeatherColumn(ColumnDescription description, int field, int element) {

    /** The same with the digits as text. */
    FeatherColumn asText() {
        ColumnDescription d = description;
        return new FeatherColumn(
                new ColumnDescription(d.name(), ColumnType.TEXT, d.unit(), d.description(), d.ucd()), field, element);
    }

    /** Copies rows of a vector into a buffer. */
    void fill(ColumnBuffer buffer, FieldVector vector, DictionaryProvider dictionaries, int from, int rows) {
        if (element < 0 && buffer instanceof ColumnBuffer.Doubles d && fillDoubles(d.values(), vector, from, rows)) {
            return;
        }
        for (int i = 0; i < rows; i++) {
            put(buffer, i, cell(vector, dictionaries, from + i));
        }
    }

    /** A cell; categories of pandas are numbers of words in a dictionary. */
    @Nullable
    Object cell(FieldVector vector, DictionaryProvider dictionaries, int row) {
        if (element >= 0 && vector instanceof FixedSizeListVector list) {
            return list.isNull(row)
                    ? null
                    : ArrowValues.value(list.getDataVector(), row * list.getListSize() + element);
        }
        if (vector.getField().getDictionary() != null) {
            if (vector.isNull(row)) {
                return null;
            }
            Dictionary dictionary =
                    dictionaries.lookup(vector.getField().getDictionary().getId());
            ValueVector words = dictionary.getVector();
            long number = ArrowValues.value(vector, row) instanceof Long n ? n : -1;
            if (!(vector instanceof BaseIntVector) || number < 0 || number >= words.getValueCount()) {
                throw new IllegalArgumentException("column '" + vector.getName() + "' has a number " + number
                        + " where its dictionary has " + words.getValueCount() + " words");
            }
            return ArrowValues.value(words, (int) number);
        }
        return ArrowValues.value(vector, row);
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

    private static void put(ColumnBuffer buffer, int row, @Nullable Object value) {
        switch (buffer) {
            case ColumnBuffer.Doubles d ->
                d.values()[row] = value == null ? Double.NaN : ((Number) value).doubleValue();
            case ColumnBuffer.Longs d -> {
                d.missing()[row] = value == null;
                d.values()[row] = value == null ? 0 : (Long) value;
            }
            case ColumnBuffer.Booleans d -> {
                d.missing()[row] = value == null;
                d.values()[row] = value != null && (Boolean) value;
            }
            case ColumnBuffer.Texts d -> {
                String text = value == null ? "" : value.toString();
                d.values()[row] = text.isEmpty() ? null : text;
            }
        }
    }
}
