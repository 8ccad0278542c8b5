package org.cellarius.catalogue.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cellarius.catalogue.InputError;

/**
 * The names of a header, units parted off, blanks named by position, all different.
 *
 * @param names one for every field of a data line
 * @param units parallel to the names, empty where there is none
 * @param notes which columns the file leaves without a name
 */
record HeaderNames(List<String> names, List<String> units, List<String> notes) {
    static HeaderNames of(Path path, List<String> written) {
        List<String> names = new ArrayList<>();
        List<String> units = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            NameWithUnit column = NameWithUnit.of(written.get(i));
            names.add(column.name());
            units.add(column.unit());
        }
        List<String> notes = nameByPosition(names);
        keepWholeWhereEqual(written, names, units);
        requireDifferent(path, names);
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
                names.set(i, "unnamed_" + (i + 1));
                notes.add("the header has no name for column " + (i + 1)
                        + (i + 1 == names.size() ? ", behind its last separator" : "") + "; it is called '"
                        + names.get(i)
                        + "'");
            }
        }
        return notes;
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

    static void requireDifferent(Path path, List<String> names) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Integer earlier = seen.putIfAbsent(names.get(i), i + 1);
            if (earlier != null) {
                throw new InputError(
                        "columns " + earlier + " and " + (i + 1) + " are both called '" + names.get(i) + "'",
                        path.toString(),
                        "Give one of them another name in the header");
            }
        }
    }
}
