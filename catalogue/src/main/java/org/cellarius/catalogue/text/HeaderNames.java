package org.cellarius.catalogue.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of a header, units parted off, blanks named by position.
 *
 * @param names one for every field of a data line
 * @param units parallel to the names, empty where there is none
 * @param notes which columns the file leaves without a name
 */
record HeaderNames(List<String> names, List<String> units, List<String> notes) {
    static HeaderNames of(List<String> written) {
        List<String> names = new ArrayList<>();
        List<String> units = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            NameWithUnit column = NameWithUnit.of(written.get(i));
            names.add(column.name());
            units.add(column.unit());
        }
        List<String> notes = nameByPosition(names);
        keepWholeWhereEqual(written, names, units);
        return new HeaderNames(List.copyOf(names), List.copyOf(units), List.copyOf(notes));
    }

    /** The same with the units of a line of their own where the names carry none; an empty list changes nothing. */
    HeaderNames withUnits(List<String> others) {
        if (others.isEmpty()) {
            return this;
        }
        List<String> all = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            all.add(units.get(i).isEmpty() ? others.get(i) : units.get(i));
        }
        return new HeaderNames(names, List.copyOf(all), notes);
    }

    /** Puts names where there are none; what must be said of them. */
    static List<String> nameByPosition(List<String> names) {
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isEmpty()) {
                names.set(i, byPosition(i));
                notes.add(unnamed(i, names.size()));
            }
        }
        return notes;
    }

    /** The name of a column that has none. */
    static String byPosition(int column) {
        return "unnamed_" + (column + 1);
    }

    /** What is said of a column without a name. */
    static String unnamed(int column, int width) {
        return "the header has no name for column " + (column + 1)
                + (column + 1 == width ? ", behind its last separator" : "") + "; it is called '" + byPosition(column)
                + "'";
    }

    /** Names that only their brackets tell apart ({@code dist[pc]}, {@code dist[kpc]}) keep them. */
    private static void keepWholeWhereEqual(List<String> written, List<String> names, List<String> units) {
        Map<String, Integer> count = new HashMap<>();
        names.forEach(name -> count.merge(name, 1, Integer::sum));
        for (int i = 0; i < names.size(); i++) {
            if (count.getOrDefault(names.get(i), 0) > 1 && !units.get(i).isEmpty()) {
                names.set(i, written.get(i).strip());
            }
        }
    }
}
