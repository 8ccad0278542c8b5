package org.cellarius.catalogue.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.Unreadable;

/**
 * The fields of a text table that are columns: of several with one name the first, as in the other formats, and no last one that has
 * neither a name nor a value, which a separator at the end of every line leaves.
 *
 * @param fields places of the columns among the fields
 * @param leftOut what must be told
 */
record KeptColumns(List<Integer> fields, List<Unreadable> leftOut) {

    /** Of names alone. */
    static KeptColumns of(List<String> names) {
        var first = new HashMap<String, Integer>();
        var fields = new ArrayList<Integer>();
        var leftOut = new ArrayList<Unreadable>();
        for (int k = 0; k < names.size(); k++) {
            Integer earlier = first.putIfAbsent(names.get(k), k + 1);
            if (earlier == null) {
                fields.add(k);
            } else {
                leftOut.add(new Unreadable(
                        names.get(k),
                        "columns " + earlier + " and " + (k + 1)
                                + " of the file have the same name; the first is taken"));
            }
        }
        return new KeptColumns(List.copyOf(fields), List.copyOf(leftOut));
    }

    /** Of names and what the fields hold. */
    static KeptColumns of(List<String> names, IntPredicate empty) {
        int last = names.size() - 1;
        KeptColumns all = of(names);
        boolean needless = last > 0 && names.get(last).equals(HeaderNames.byPosition(last)) && empty.test(last);
        return needless
                ? new KeptColumns(all.fields.stream().filter(k -> k != last).toList(), all.leftOut)
                : all;
    }

    /** The descriptions of the columns among those of all fields. */
    List<ColumnDescription> of(Stream<ColumnDescription> described) {
        List<ColumnDescription> all = described.toList();
        return fields.stream().map(all::get).toList();
    }

    /** Rows whose indices count in the columns, of rows whose indices count in the fields. */
    StreamedTable.Rows rows(StreamedTable.Rows ofFields) {
        return columns -> ofFields.open(Arrays.stream(columns).map(fields::get).toArray());
    }

    /** The notes on the names that are still to be told. */
    Stream<String> notes(List<String> notes, int width) {
        return notes.stream()
                .filter(note -> IntStream.range(0, width)
                        .noneMatch(k -> !fields.contains(k) && note.equals(HeaderNames.unnamed(k, width))));
    }
}
