package org.cellarius.engine;

import java.util.Collection;
import java.util.Optional;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.engine.condition.Loops;
import org.cellarius.engine.condition.NotInMemory;
import org.cellarius.engine.condition.RowConditions;
import org.cellarius.engine.condition.RowValues;
import org.cellarius.engine.condition.Truths;
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
 * The condition of a question, on rows whose columns lie in memory. What a program makes of conditions that a user wrote and of numbers that are there (limits of slices and axes,
 * finite or not) is worked out on the columns; the conditions of the user are read from the table like columns.
 */
final class HeldCondition {

    /** Columns of a table in memory. */
    interface Columns {
        /** A number of all rows, NaN where missing. */
        double[] numbers(Expression expression);

        /** A condition that was read from the table. */
        RowValues.Read truths(Expression condition);
    }

    private final Loops loops = new Loops();
    private final Truths truths;
    private int first;

    /**
     * @param mostRows that are asked for at once
     */
    HeldCondition(Expression condition, int mostRows, Columns columns) {
        var values = new RowValues() {
            @Override
            public int first() {
                return first;
            }

            @Override
            public double[] numbers(Expression expression) {
                return columns.numbers(expression);
            }

            @Override
            public Optional<Read> read(Expression part) {
                return isRead(part) ? Optional.of(columns.truths(part)) : Optional.empty();
            }
        };
        try {
            this.truths = new RowConditions(values, mostRows, loops).of(condition);
        } catch (NotInMemory e) {
            throw new IllegalStateException("not worked out in memory: " + e.getMessage(), e);
        }
    }

    /** Where it holds, for some rows from one on; the same array is used again. */
    byte[] of(int from, int rows) {
        first = from;
        loops.run(rows);
        return truths.values();
    }

    /** What has to be read for a condition: numbers, and conditions. */
    static void leaves(Expression condition, Collection<Expression> numbers, Collection<Expression> conditions) {
        Optional<Expression> number = number(condition);
        if (number.isPresent()) {
            numbers.add(number.get());
        } else if (isRead(condition)) {
            conditions.add(condition);
        } else {
            condition.parts().forEach(p -> leaves(p, numbers, conditions));
        }
    }

    private static boolean isRead(Expression condition) {
        return switch (condition) {
            case AllOf a -> false;
            case AnyOf a -> false;
            case Not n -> false;
            case Constant.Truth t -> false;
            default -> number(condition).isEmpty();
        };
    }

    /** The number that a condition puts limits to; empty for other conditions. */
    private static Optional<Expression> number(Expression condition) {
        Optional<Expression> limited = switch (condition) {
            case Comparison c ->
                isLimit(c.right()) && !isOfMissing(c.sign()) ? Optional.of(c.left()) : Optional.empty();
            case Between b -> isLimit(b.low()) && isLimit(b.high()) ? Optional.of(b.value()) : Optional.empty();
            case Call c ->
                c.function() == StarFunction.IS_FINITE ? Optional.of(c.parts().getFirst()) : Optional.empty();
            default -> Optional.empty();
        };
        return limited.filter(n -> n.type() == ColumnType.DOUBLE || n.type() == ColumnType.LONG);
    }

    private static boolean isOfMissing(Comparison.Sign sign) {
        return sign == Comparison.Sign.DISTINCT || sign == Comparison.Sign.NOT_DISTINCT;
    }

    private static boolean isLimit(Expression expression) {
        return expression instanceof Constant.Real r && !Double.isNaN(r.value());
    }
}
