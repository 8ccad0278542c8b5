package org.cellarius.catalogue.text;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cellarius.catalogue.unit.Unit;

/**
 * A column name as written in a header, parted from the unit in it.
 *
 * @param name the name, never blank unless the header's is
 * @param unit the unit as written, empty if the name carries none
 */
record NameWithUnit(String name, String unit) {
    /** A bracket behind one of these is the argument of a function: {@code log(yr)} is a name. */
    private static final Set<String> FUNCTIONS =
            Set.of("log", "log10", "lg", "ln", "exp", "sqrt", "sin", "cos", "abs", "a");

    static NameWithUnit of(String written) {
        String text = written.strip();
        NameWithUnit whole = new NameWithUnit(text, "");
        int open = text.endsWith("]") ? text.lastIndexOf('[') : text.endsWith(")") ? openOfLast(text) : -1;
        if (open <= 0) {
            return whole;
        }
        String name = text.substring(0, open).strip();
        String content = text.substring(open + 1, text.length() - 1).strip();
        boolean square = text.charAt(open) == '[';
        boolean apart = Character.isWhitespace(text.charAt(open - 1));
        if (name.isEmpty() || name.endsWith("_") || FUNCTIONS.contains(name.toLowerCase(Locale.ROOT))) {
            return whole;
        }
        if (content.isEmpty()) {
            return square ? new NameWithUnit(name, "") : whole;
        }
        if (isIndex(content) || (!square && !apart && content.length() == 1)) {
            return whole; // X_H[1] is an element, Mode(s) a plural
        }
        Optional<Unit> unit = Unit.tryParse(content);
        return unit.isPresent() ? new NameWithUnit(name, content) : whole;
    }

    private static boolean isIndex(String content) {
        return content.chars().allMatch(Character::isDigit);
    }

    /** The bracket that the closing one at the end belongs to: {@code logg (log(cm/s2))} has a bracket in its unit. */
    private static int openOfLast(String text) {
        int depth = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            if (text.charAt(i) == ')') {
                depth++;
            } else if (text.charAt(i) == '(' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
