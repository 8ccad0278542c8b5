package org.cellarius.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.expression.OneOf;

/**
 * Fillers, the numbers that a survey writes where it measured nothing, as conditions.
 *
 * <p>Many surveys store 4-byte numbers: a filler of 99.99 reads there as 99.98999786376953, and counts as the same.
 */
public final class Fillers {

    /** Fillers in use; a measurement that is exactly one of them is rare, so unlisted ones are pointed out, not taken out. */
    public static final List<String> USUAL =
            List.of("-99", "-999", "-9999", "-99999", "-999999", "9999", "99999", "999999");

    private Fillers() {}

    /** Whether a number is one of the fillers; false where it is missing. */
    public static Expression among(Expression number, List<String> fillers) {
        Set<Expression> values = new LinkedHashSet<>();
        for (String filler : fillers) {
            double exact = Double.parseDouble(filler);
            values.add(Expression.of(exact));
            values.add(Expression.of((double) (float) exact));
        }
        return new OneOf(number.asDouble(), List.copyOf(values)).orElse(Expression.never());
    }
}
