package org.cellarius.catalogue.survey;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cellarius.catalogue.CanonicalColumns;
import org.cellarius.catalogue.unit.Unit;

/**
 * A column of the star table, and where a survey's file has it.
 *
 * @param name name in the star table
 * @param origin the file's column in one of its spellings, or an expression over the file's columns
 * @param unit unit of the file's values where the file tells none; empty for words, identifiers and pure numbers
 * @param target unit in the star table for a column that has no canonical one; empty to keep the file's
 * @param fillers values that stand for missing
 * @param description one line, may be empty
 * @param identifiersOf the release of Gaia whose identifiers it holds; empty for what is no such identifier
 * @param evidence how it is known
 */
public record SurveyColumn(
        String name,
        Origin origin,
        Optional<String> unit,
        Optional<String> target,
        List<String> fillers,
        String description,
        Optional<GaiaRelease> identifiersOf,
        Evidence evidence) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final List<String> OURS = List.of("catalogue", "file_row_number");

    public SurveyColumn {
        fillers = List.copyOf(fillers);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "the column '" + name + "' needs a name of small letters, digits and '_', beginning with a letter");
        }
        if (OURS.contains(name)) {
            throw new IllegalArgumentException("the column name '" + name + "' is taken: Cellarius fills it itself");
        }
        Optional<Unit> stated = unit.map(Unit::parse);
        target.map(Unit::parse).ifPresent(to -> {
            if (CanonicalColumns.unitOf(name).isPresent()) {
                throw new IllegalArgumentException("the column '" + name + "' has its unit in the star table: no 'to'");
            }
            if (stated.isEmpty() || !stated.get().convertsTo(to)) {
                throw new IllegalArgumentException(
                        "the column '" + name + "' needs a unit that can be converted to '" + target.orElse("") + "'");
            }
        });
        CanonicalColumns.unitOf(name).filter(u -> !u.canonicalText().isEmpty()).ifPresent(canonical -> {
            if (stated.isEmpty()) {
                throw new IllegalArgumentException("the column '" + name
                        + "' needs the unit of the file's values, convertible to " + canonical.canonicalText());
            }
            if (!stated.get().convertsTo(canonical)) {
                throw new IllegalArgumentException("the unit '" + unit.orElse("") + "' of the column '" + name
                        + "' cannot be converted to " + canonical.canonicalText());
            }
        });
    }

    /** Where the file has it. */
    public sealed interface Origin {
        /** A column of the file, in the spellings that occur; the first that is there is taken. */
        record Spelled(List<String> spellings) implements Origin {
            public Spelled {
                spellings = List.copyOf(spellings);
                if (spellings.isEmpty() || spellings.contains("")) {
                    throw new IllegalArgumentException("a column of the file needs a name");
                }
            }
        }

        /**
         * Computed from the file's columns.
         *
         * @param expression SQL over the file's columns, in the file's units
         * @param needs the columns that it names; without one of them there is no such column
         */
        record Computed(String expression, List<String> needs) implements Origin {
            public Computed {
                needs = List.copyOf(needs);
                if (expression.isBlank() || needs.isEmpty()) {
                    throw new IllegalArgumentException(
                            "an expression must be written, and 'needs' say which columns it names");
                }
            }
        }
    }
}
