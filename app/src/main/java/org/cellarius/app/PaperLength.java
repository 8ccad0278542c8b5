package org.cellarius.app;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cellarius.catalogue.InputError;

/** Lengths on paper: 88mm, 8.8 cm, 3.5in. */
final class PaperLength {

    private static final Pattern WRITTEN = Pattern.compile("\\s*([0-9.]+)\\s*(mm|cm|in)\\s*");
    private static final double MM_PER_INCH = 25.4;

    private PaperLength() {}

    /** The length in millimetres. */
    static double mm(String text, String option) {
        Matcher found = WRITTEN.matcher(text);
        if (!found.matches()) {
            throw new InputError("'" + text + "' is not a length on paper", option, "Write for example  88mm");
        }
        try {
            return Double.parseDouble(found.group(1))
                    * switch (found.group(2)) {
                        case "cm" -> 10;
                        case "in" -> MM_PER_INCH;
                        default -> 1;
                    };
        } catch (NumberFormatException e) {
            throw new InputError("'" + text + "' is not a length on paper", option, "Write for example  88mm")
                    .withCause(e);
        }
    }
}
