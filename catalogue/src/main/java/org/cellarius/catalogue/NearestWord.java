package org.cellarius.catalogue;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * "Did you mean": the known word with the fewest slips of the pen between it and the word given. A slip is a letter
 * missing, added or replaced, or two neighbours swapped (Damerau 1964, in the restricted form that edits no letter
 * twice); letter case does not count.
 */
public final class NearestWord {
    private NearestWord() {}

    /**
     * The nearest of some words, if one is near: none in a single letter, one slip in up to four, two in up to eight, three beyond.
     * Of equally near words the first wins.
     */
    public static Optional<String> in(Collection<String> words, String word) {
        int allowed = word.length() <= 1 ? 0 : word.length() <= 4 ? 1 : word.length() <= 8 ? 2 : 3;
        Optional<String> best = Optional.empty();
        int fewest = allowed + 1;
        for (String candidate : words) {
            if (Math.abs(candidate.length() - word.length()) >= fewest) {
                continue;
            }
            int slips = slips(candidate.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
            if (slips < fewest) {
                fewest = slips;
                best = Optional.of(candidate);
            }
        }
        return best;
    }

    /** The same as the end of a sentence: "; did you mean 'fe_h'?"; empty where none is near. */
    public static String question(Collection<String> words, String word) {
        return in(words, word).map(n -> "; did you mean '" + n + "'?").orElse("");
    }

    /** The number of slips between two words. */
    static int slips(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] recycled = beforeLast;
            beforeLast = last;
            last = row;
            row = recycled;
        }
        return last[b.length()];
    }
}
