package org.cellarius.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names that a file's columns have in a star table, where upper and lower case are one: of names that differ in nothing
 * else each gets a number, {@code X} and {@code x} become {@code X_1} and {@code x_2}. None keeps the bare name, so that it
 * cannot mean the wrong one.
 */
public final class DistinctNames {

    private DistinctNames() {}

    /** One name for each of the file's, in order; no two are equal there. */
    public static List<String> of(List<String> names) {
        Map<String, Integer> bearers = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (String name : names) {
            if (bearers.merge(folded(name), 1, Integer::sum) > 1) {
                taken.remove(folded(name));
            } else {
                taken.add(folded(name));
            }
        }
        Map<String, Integer> given = new LinkedHashMap<>();
        var unique = new ArrayList<String>();
        for (String name : names) {
            if (bearers.getOrDefault(folded(name), 0) < 2) {
                unique.add(name);
                continue;
            }
            int number = given.getOrDefault(folded(name), 0) + 1;
            while (!taken.add(folded(name + "_" + number))) {
                number++;
            }
            given.put(folded(name), number);
            unique.add(name + "_" + number);
        }
        return unique;
    }

    /** A sentence on the renamed columns; empty where none is. */
    public static String renamed(List<String> names) {
        List<String> unique = of(names);
        var changes = new ArrayList<String>();
        for (int k = 0; k < names.size(); k++) {
            if (!unique.get(k).equals(names.get(k))) {
                changes.add("'" + names.get(k) + "' is read as '" + unique.get(k) + "'");
            }
        }
        return changes.isEmpty()
                ? ""
                : "columns that differ only in upper and lower case get numbers: " + String.join(", ", changes);
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
