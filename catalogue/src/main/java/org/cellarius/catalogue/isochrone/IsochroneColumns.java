package org.cellarius.catalogue.isochrone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cellarius.catalogue.InputError;

/**
 * How the columns of a file become those of an {@link IsochroneTable}: some get its names, some are left out, the rest stays. Temperatures
 * are logarithms in all families' files, and become kelvin.
 *
 * @param words names in the file
 * @param names names of those that are kept
 * @param places where these stand in the file
 */
record IsochroneColumns(List<String> words, List<String> names, List<Integer> places) {

    IsochroneColumns {
        words = List.copyOf(words);
        names = List.copyOf(names);
        places = List.copyOf(places);
    }

    /**
     * Columns of a file.
     *
     * @param renamed names in the file, and ours
     * @param left names in the file that are left out
     * @param where the place of the names, for errors
     */
    static IsochroneColumns of(List<String> words, Map<String, String> renamed, Set<String> left, String where) {
        var names = new ArrayList<String>();
        var places = new ArrayList<Integer>();
        for (int k = 0; k < words.size(); k++) {
            if (!left.contains(words.get(k))) {
                names.add(Optional.ofNullable(renamed.get(words.get(k))).orElse(words.get(k)));
                places.add(k);
            }
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw new InputError("two columns have the same name: " + names, where, "Leave out one of them");
        }
        return new IsochroneColumns(words, names, places);
    }

    /** Where a name of the file stands. */
    int place(String word, String where) {
        int place = words.indexOf(word);
        if (place < 0) {
            throw new InputError(
                    "there is no column '" + word + "'; there are " + String.join(", ", words),
                    where,
                    "Ask for the file again with its usual columns");
        }
        return place;
    }

    /** The columns that are kept, of rows of the file. */
    List<double[]> kept(List<double[]> rows) {
        var columns = new ArrayList<double[]>();
        for (int k = 0; k < names.size(); k++) {
            int place = places.get(k);
            double[] column = rows.stream().mapToDouble(row -> row[place]).toArray();
            columns.add(
                    names.get(k).equals("teff")
                            ? Arrays.stream(column).map(x -> Math.pow(10, x)).toArray()
                            : column);
        }
        return columns;
    }
}
