package org.cellarius.catalogue.text;

import java.util.List;
import java.util.Set;

/** The words that stand for a missing value in tables of text. Numbers such as -9999 are not among them: files cannot know. */
final class MissingWords {
    /** In delimited text. */
    static final List<String> DELIMITED =
            List.of("", "nan", "NaN", "NAN", "null", "NULL", "Null", "None", "N/A", "n/a", "NA", "--", "---", "<NA>");

    private static final Set<String> SET = Set.copyOf(DELIMITED);

    private MissingWords() {}

    /** In whitespace-separated text a lone dash is the usual way to leave a field out. */
    static boolean inWhitespaceText(String word) {
        return word.equals("-") || SET.contains(word);
    }
}
