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

    // Both of two conditions are the bits that they share, one of them the bits of either: a loop over bytes without a
    // branch.
    static final byte NO = 0b00;
    static final byte UNKNOWN = 0b01;
    static final byte YES = 0b11;

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
                        into[i] &= part[i];
                    }
                }
            }
            case AnyOf a -> {
                Arrays.fill(into, 0, count, NO);
                var part = new byte[count];
                for (Expression p : a.parts()) {
                    evaluate(p, rows, count, part);
                    for (int i = 0; i < count; i++) {
                        into[i] |= part[i];
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
            case Comparison c -> compared(c.sign(), numbers, first, limit(c.right()), count, into);
            case Between b -> {
                double low = limit(b.low());
                double high = limit(b.high());
                for (int i = 0; i < count; i++) {
                    double v = numbers[first + i];
                    into[i] = truth(v, v >= low && v <= high);
                }
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    into[i] = Math.abs(numbers[first + i]) <= Double.MAX_VALUE ? YES : NO;
                }
            }
        }
    }

    private static void compared(
            Comparison.Sign sign, double[] numbers, int first, double limit, int count, byte[] into) {
        switch (sign) {
            case EQUAL, NOT_DISTINCT -> {
                for (int i = 0; i < count; i++) {
                    into[i] = truth(numbers[first + i], numbers[first + i] == limit);
                }
            }
            case DIFFERENT, DISTINCT -> {
                for (int i = 0; i < count; i++) {
                    double v = numbers[first + i];
                    into[i] = truth(v, v < limit || v > limit);
                }
            }
            case BELOW -> {
                for (int i = 0; i < count; i++) {
                    into[i] = truth(numbers[first + i], numbers[first + i] < limit);
                }
            }
            case AT_MOST -> {
                for (int i = 0; i < count; i++) {
                    into[i] = truth(numbers[first + i], numbers[first + i] <= limit);
                }
            }
            case ABOVE -> {
                for (int i = 0; i < count; i++) {
                    into[i] = truth(numbers[first + i], numbers[first + i] > limit);
                }
            }
            case AT_LEAST -> {
                for (int i = 0; i < count; i++) {
                    into[i] = truth(numbers[first + i], numbers[first + i] >= limit);
                }
            }
        }
    }

    /** A comparison with a number that may be missing; with one that is missing none holds. */
    private static byte truth(double number, boolean holds) {
        return (byte) ((holds ? YES : NO) | (Double.isNaN(number) ? UNKNOWN : NO));
    }

    /** Conditions as they were read, 1, 0 or missing, from one row on. */
    static void truths(double[] read, int from, int rows, byte[] into, int at) {
        for (int i = 0; i < rows; i++) {
            double v = read[from + i];
            into[at + i] = v == 1 ? YES : v == 0 ? NO : UNKNOWN;
        }
    }

    /** What is neither true nor false stays so. */
    private static byte not(byte truth) {
        return (byte) (((~truth & 1) << 1) | ((~truth >> 1) & 1));
    }
}
