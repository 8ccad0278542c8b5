package org.cellarius.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fillers, the numbers that a survey writes where it measured nothing, as conditions in SQL.
 *
 * <p>Many surveys store 4-byte numbers: a filler of 99.99 reads there as 99.98999786376953, and counts as the same.
 */
public final class FillerSql {

    /** Fillers in use; a measurement that is exactly one of them is rare, so unlisted ones are pointed out, not taken out. */
    public static final List<String> USUAL =
            List.of("-99", "-999", "-9999", "-99999", "-999999", "9999", "99999", "999999");

    private FillerSql() {}

    /** Whether a number is one of the fillers; false where it is missing. */
    public static String among(String expression, List<String> fillers) {
        Set<String> values = new LinkedHashSet<>();
        for (String filler : fillers) {
            double exact = Double.parseDouble(filler);
            values.add(literal(exact));
            values.add(literal((double) (float) exact));
        }
        return "coalesce(CAST((" + expression + "\n) AS DOUBLE) IN ("
                + values.stream().collect(Collectors.joining(", ")) + "), false)";
    }

    private static String literal(double value) {
        return "CAST('" + value + "' AS DOUBLE)";
    }
}
