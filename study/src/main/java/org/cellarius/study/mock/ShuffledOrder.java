package org.cellarius.study.mock;

import java.util.List;
import org.cellarius.engine.expression.Call;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.expression.StarFunction;

/** An order of rows that has nothing to do with the stars: multiples of a large prime, modulo 2<sup>32</sup>. */
public final class ShuffledOrder {

    private ShuffledOrder() {}

    /** What rows are sorted by, from their number. */
    public static Expression of(Expression number) {
        return new Call(
                StarFunction.REMAINDER, List.of(number.times(Expression.of(2_654_435_761L)), Expression.of(1L << 32)));
    }
}
