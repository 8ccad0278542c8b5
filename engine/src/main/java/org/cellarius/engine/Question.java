package org.cellarius.engine;

import java.util.List;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.column.OrderedStatistic;
import org.cellarius.galaxy.column.Partial;

/**
 * Something asked of the stars of a table that fulfil a condition. Equal questions have one answer.
 *
 * @param <A> the answer
 */
public sealed interface Question<A> {

    /** The stars that count. */
    Expression condition();

    /** The numbers that are read of them. */
    List<Expression> expressions();

    /** How many there are. */
    record Count(Expression condition) implements Question<Long> {
        @Override
        public List<Expression> expressions() {
            return List.of();
        }
    }

    /**
     * A statistic: its state after all stars, folded in parts of {@value PartedFold#PART_ROWS} stars that are merged in order.
     *
     * @param expressions give the columns that it reads
     */
    record Folded<S>(Partial<S> partial, List<Expression> expressions, Expression condition) implements Question<S> {
        public Folded {
            expressions = List.copyOf(expressions);
            if (expressions.size() != partial.columns()) {
                throw new IllegalArgumentException(
                        "the statistic reads " + partial.columns() + " columns, got " + expressions);
            }
        }
    }

    /** The numbers themselves, a column for each expression, NaN where missing: for stars that memory holds. */
    record Columns(List<Expression> expressions, Expression condition) implements Question<double[][]> {
        public Columns {
            expressions = List.copyOf(expressions);
        }
    }

    /**
     * A statistic of groups of stars that sees each in rising order of x, whatever the number of stars: more than memory should hold are put in order on the disk.
     *
     * @param expressions x, y, and what tells the group
     * @param expected about how many stars fulfil the condition
     */
    record Ordered<S>(OrderedStatistic<S> statistic, List<Expression> expressions, Expression condition, long expected)
            implements Question<List<S>> {
        public Ordered {
            expressions = List.copyOf(expressions);
            if (expressions.size() != statistic.columns()) {
                throw new IllegalArgumentException(
                        "the statistic reads " + statistic.columns() + " columns, got " + expressions);
            }
        }
    }
}
