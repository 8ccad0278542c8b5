package org.cellarius.duckdb;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.unit.Unit;
import org.cellarius.engine.StarTable;

/** A number with its unit in an expression, as in {@code age < 5 Gyr}: SQL knows no units, and its own message would not help. */
final class UnitsInExpressions {

    private static final Pattern COMPARED = Pattern.compile(
            "([A-Za-z_][A-Za-z0-9_]*)?\\s*(?:<=|>=|<>|!=|<|>|=|\\bbetween\\b)?\\s*(?<![A-Za-z0-9_.])([-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?)\\s*([A-Za-z%\u00b0\u00b5][A-Za-z%/^*0-9]*)",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> WORDS =
            Set.of("and", "or", "not", "between", "in", "is", "case", "when", "then", "else", "end", "like", "as", "e");

    private UnitsInExpressions() {}

    /** What to say of a text that could not be read, if a unit stands in it. */
    static Optional<InputError> found(String text, StarTable table, String where) {
        Matcher m = COMPARED.matcher(text.replaceAll("'[^']*'", "''"));
        while (m.find()) {
            String unit = m.group(3);
            if (WORDS.contains(unit.toLowerCase(Locale.ROOT))
                    || Unit.tryParse(unit).isEmpty()) {
                continue;
            }
            String number = m.group(2);
            String column = m.group(1) == null ? "" : m.group(1);
            String known = table.columns().stream()
                    .filter(c -> c.name().equalsIgnoreCase(column) && !c.unit().isEmpty())
                    .map(c -> "; the column '" + c.name() + "' is in " + c.unit())
                    .findFirst()
                    .orElse("; each column has the unit that the study gives it");
            return Optional.of(new InputError(
                    "'" + text + "' has a unit in it, '" + unit + "'",
                    where,
                    "Units are not written in expressions: write the number alone, " + number + known));
        }
        return Optional.empty();
    }
}
