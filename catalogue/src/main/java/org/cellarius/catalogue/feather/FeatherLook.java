package org.cellarius.catalogue.feather;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.types.pojo.Field;
import org.cellarius.catalogue.ColumnType;

/**
 * A look at the values of columns whose type alone does not say what they are: integers that may need more than 64 bits with sign, and
 * bytes that may be text.
 *
 * @param large fields with a value of more than 63 bits
 * @param bytes fields with bytes that are no text
 */
record FeatherLook(Set<Integer> large, Set<Integer> bytes) {
    static FeatherLook at(ArrowFile file, List<FeatherColumn> columns, Set<Integer> doubtful) throws IOException {
        var large = new TreeSet<Integer>();
        var bytes = new TreeSet<Integer>();
        List<FeatherColumn> wanted =
                columns.stream().filter(c -> doubtful.contains(c.field())).collect(Collectors.toList());
        while (!wanted.isEmpty() && file.reader().loadNextBatch()) {
            var root = file.reader().getVectorSchemaRoot();
            for (FeatherColumn column : wanted) {
                FieldVector vector = root.getVector(column.field());
                for (int row = 0; row < root.getRowCount(); row++) {
                    look(column, vector, file.reader(), row, large, bytes);
                }
            }
            wanted.removeIf(c -> large.contains(c.field()) || bytes.contains(c.field()));
        }
        return new FeatherLook(large, bytes);
    }

    private static void look(
            FeatherColumn column,
            FieldVector vector,
            DictionaryProvider dictionaries,
            int row,
            Set<Integer> large,
            Set<Integer> bytes) {
        if (column.description().type() == ColumnType.LONG) {
            if (column.cell(vector, dictionaries, row) instanceof BigInteger) {
                large.add(column.field());
            }
            return;
        }
        Field values = FeatherTypes.valuesOf(vector.getField(), dictionaries);
        Object raw = FeatherTypes.isBytes(values.getType()) && vector.getField().getDictionary() == null
                ? vector.getObject(row)
                : null;
        if (raw instanceof byte[] some && !ArrowValues.isText(some)) {
            bytes.add(column.field());
        }
    }
}
