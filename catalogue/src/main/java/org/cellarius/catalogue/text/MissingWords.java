package org.cellarius.catalogue.text;

import java.util.List;
import java.util.Set;

/**
 * The words that stand for a missing value in tables of text: one list for all text formats.
 *
 * <table>
 * <caption>Missing words</caption>
 * <tr><th>word</th><th>who writes it</th></tr>
 * <tr><td>nothing, blanks</td><td>everybody</td></tr>
 * <tr><td>{@code -}, {@code --}, {@code ---}</td><td>CDS, journals, astropy's masked cells</td></tr>
 * <tr><td>{@code nan NaN NAN}</td><td>numpy, Java, C</td></tr>
 * <tr><td>{@code -nan +nan} and any other case, in columns of numbers</td><td>C's printf</td></tr>
 * <tr><td>{@code null NULL Null}</td><td>databases, STIL</td></tr>
 * <tr><td>{@code None <NA> N/A n/a NA}</td><td>Python, pandas, R, journals</td></tr>
 * <tr><td>{@code #N/A}</td><td>spreadsheets</td></tr>
 * </table>
 *
 * <p>Numbers such as -9999 are not among them: files cannot know. A lone dash is missing in columns of numbers and truth values; in
 * a column whose other words are all {@code +} it is a sign (CDS tables give the sign of a declination so), see {@link TypeGuess}.
 */
public final class MissingWords {
    /** What spreadsheets write; a line that begins with it is no comment. */
    private static final String NOT_AVAILABLE = "#N/A";

    /** In delimited text, whatever the type of the column. The lone dash, which can be a sign, is not among them. */
    static final List<String> DELIMITED = List.of(
            "",
            "nan",
            "NaN",
            "NAN",
            "null",
            "NULL",
            "Null",
            "None",
            "N/A",
            "n/a",
            "NA",
            NOT_AVAILABLE,
            "--",
            "---",
            "<NA>");

    /** The lone dash. */
    public static final String DASH = "-";

    private static final Set<String> SET = Set.copyOf(DELIMITED);

    private MissingWords() {}

    /** All words, the lone dash last. */
    public static List<String> all() {
        var words = new java.util.ArrayList<>(DELIMITED);
        words.add(DASH);
        return List.copyOf(words);
    }

    /** Whether a word without blanks around it means missing in a column of numbers or truth values. */
    public static boolean inNumbers(String word) {
        return word.equals(DASH) || SET.contains(word) || isNan(word);
    }

    /** C prints the sign of a NaN. */
    public static boolean isNan(String word) {
        int sign = word.startsWith("-") || word.startsWith("+") ? 1 : 0;
        return word.length() == sign + 3 && word.regionMatches(true, sign, "nan", 0, 3);
    }

    /** Whether a word without blanks around it means missing in a column of texts with signs in it. */
    static boolean besideSigns(String word) {
        return SET.contains(word);
    }

    /** Whether {@code #N/A} is the first word of a line. */
    static boolean beginsWithNotAvailable(String line) {
        int end = NOT_AVAILABLE.length();
        return line.startsWith(NOT_AVAILABLE) && (line.length() == end || " \t|,;".indexOf(line.charAt(end)) >= 0);
    }
}
