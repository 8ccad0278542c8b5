package org.cellarius.engine;

import java.util.List;
import java.util.stream.Stream;
import org.cellarius.engine.expression.Expression;

/**
 * Rows and numbers of a star table that a statistic reads.
 *
 * @param table the table
 * @param expressions give numbers, in the order in which the statistic wants them
 * @param where condition on the rows
 * @param orderBy sort the rows, ties in the table's order; empty for the table's own order
 */
public record Selection(StarTable table, List<Expression> expressions, Expression where, List<Expression> orderBy) {

    public Selection {
        expressions = List.copyOf(expressions);
        orderBy = List.copyOf(orderBy);
        if (expressions.isEmpty()) {
            throw new IllegalArgumentException("a selection needs at least one expression");
        }
    }

    /** All rows in the table's order. */
    public static Selection of(StarTable table, List<Expression> expressions) {
        return new Selection(table, expressions, Expression.always(), List.of());
    }

    /** The rows that also fulfil a condition. */
    public Selection where(Expression condition) {
        return new Selection(table, expressions, where.and(condition), orderBy);
    }

    public Selection orderBy(List<Expression> keys) {
        return new Selection(table, expressions, where, keys);
    }

    /** Whether all rows are read. */
    public boolean ofAll() {
        return where.equals(Expression.always());
    }

    /** Whether the number of a row in its table is asked for. */
    public boolean readsRowNumber() {
        return !orderBy.isEmpty()
                || Stream.concat(expressions.stream(), Stream.of(where)).anyMatch(Expression::readsRowNumber);
    }
}
