package org.cellarius.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.engine.expression.AllOf;
import org.cellarius.engine.expression.AnyOf;
import org.cellarius.engine.expression.Between;
import org.cellarius.engine.expression.Call;
import org.cellarius.engine.expression.Comparison;
import org.cellarius.engine.expression.Constant;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.expression.Not;
import org.cellarius.engine.expression.StarFunction;

/**
 * Conditions worked out on rows in memory. What a program makes of conditions that a user wrote and of numbers that are there (limits of slices and axes, finite or not) needs no
 * further look into the table; the conditions of the user are read from it like columns. Missing values make a condition neither true nor false, as everywhere.
 */
final class RowConditions {

    static final byte NO = 0;
    static final byte YES = 1;
    static final byte UNKNOWN = 2;

    /** Some rows in memory. */
    interface Rows {
        /** A number of all rows, NaN where missing. */
        double[] numbers(Expression expression);

        /** Place of the first of the rows in the numbers. */
        int first();

        /** Whether a condition that was read from the table holds. */
        void truths(Expression condition, int rows, byte[] into);
    }

    private RowConditions() {}

    /** What a condition is made of: numbers and conditions that must be read. */
    static void leaves(Expression condition, Collection<Expression> numbers, Collection<Expression> conditions) {
        Optional<Expression> number = number(condition);
        if (number.isPresent()) {
            numbers.add(number.get());
            return;
        }
        switch (condition) {
            case AllOf a -> a.parts().forEach(p -> leaves(p, numbers, conditions));
            case AnyOf a -> a.parts().forEach(p -> leaves(p, numbers, conditions));
            case Not n -> leaves(n.condition(), numbers, conditions);
            case Constant.Truth t -> {}
            default -> conditions.add(condition);
        }
    }

    /** The number that a condition puts limits to; empty for other conditions. */
    private static Optional<Expression> number(Expression condition) {
        Optional<Expression> limited = switch (condition) {
            case Comparison c ->
                isLimit(c.right()) && c.sign() != Comparison.Sign.DISTINCT && c.sign() != Comparison.Sign.NOT_DISTINCT
                        ? Optional.of(c.left())
                        : Optional.empty();
            case Between b -> isLimit(b.low()) && isLimit(b.high()) ? Optional.of(b.value()) : Optional.empty();
            case Call c ->
                c.function() == StarFunction.IS_FINITE ? Optional.of(c.parts().getFirst()) : Optional.empty();
            default -> Optional.empty();
        };
        return limited.filter(n -> n.type() == ColumnType.DOUBLE || n.type() == ColumnType.LONG);
    }

    private static boolean isLimit(Expression expression) {
        return expression instanceof Constant.Real r && !Double.isNaN(r.value());
    }

    private static double limit(Expression expression) {
        return ((Constant.Real) expression).value();
    }

    /** Where a condition holds. */
    static void evaluate(Expression condition, Rows rows, int count, byte[] into) {
        Optional<Expression> number = number(condition);
        if (number.isPresent()) {
            limited(condition, rows.numbers(number.get()), rows.first(), count, into);
            return;
        }
        switch (condition) {
            case AllOf a -> {
                Arrays.fill(into, 0, count, YES);
                var part = new byte[count];
                for (Expression p : a.parts()) {
                    evaluate(p, rows, count, part);
                    for (int i = 0; i < count; i++) {
                        into[i] = both(into[i], part[i]);
                    }
                }
            }
            case AnyOf a -> {
                Arrays.fill(into, 0, count, NO);
                var part = new byte[count];
                for (Expression p : a.parts()) {
                    evaluate(p, rows, count, part);
                    for (int i = 0; i < count; i++) {
                        into[i] = not(both(not(into[i]), not(part[i])));
                    }
                }
            }
            case Not n -> {
                evaluate(n.condition(), rows, count, into);
                for (int i = 0; i < count; i++) {
                    into[i] = not(into[i]);
                }
            }
            case Constant.Truth t -> Arrays.fill(into, 0, count, t.value() ? YES : NO);
            default -> rows.truths(condition, count, into);
        }
    }

    private static void limited(Expression condition, double[] numbers, int first, int count, byte[] into) {
        switch (condition) {
            case Comparison c -> {
                double limit = limit(c.right());
                for (int i = 0; i < count; i++) {
                    double v = numbers[first + i];
                    into[i] = Double.isNaN(v) ? UNKNOWN : truth(holds(c.sign(), v, limit));
                }
            }
            case Between b -> {
                double low = limit(b.low());
                double high = limit(b.high());
                for (int i = 0; i < count; i++) {
                    double v = numbers[first + i];
                    into[i] = Double.isNaN(v) ? UNKNOWN : truth(v >= low && v <= high);
                }
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    into[i] = truth(Math.abs(numbers[first + i]) <= Double.MAX_VALUE);
                }
            }
        }
    }

    private static boolean holds(Comparison.Sign sign, double a, double b) {
        return switch (sign) {
            case EQUAL, NOT_DISTINCT -> a == b;
            case DIFFERENT, DISTINCT -> a != b;
            case BELOW -> a < b;
            case AT_MOST -> a <= b;
            case ABOVE -> a > b;
            case AT_LEAST -> a >= b;
        };
    }

    private static byte truth(boolean holds) {
        return holds ? YES : NO;
    }

    /** Conditions as they were read, 1, 0 or missing, from one row on. */
    static void truths(double[] read, int from, int rows, byte[] into, int at) {
        for (int i = 0; i < rows; i++) {
            double v = read[from + i];
            into[at + i] = v == 1 ? YES : v == 0 ? NO : UNKNOWN;
        }
    }

    private static byte not(byte truth) {
        return truth == UNKNOWN ? UNKNOWN : (byte) (1 - truth);
    }

    private static byte both(byte a, byte b) {
        return a == NO || b == NO ? NO : a == YES ? b : UNKNOWN;
    }
}
