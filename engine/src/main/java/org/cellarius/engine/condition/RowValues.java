package org.cellarius.engine.condition;

import java.util.Optional;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.engine.expression.Expression;
import org.jspecify.annotations.Nullable;

/** What lies in memory of some rows: what conditions are worked out on. */
public interface RowValues {

    /** Where the first of the rows stands in the arrays; asked whenever loops run. */
    int first();

    /** A number of all rows, NaN where it is missing. */
    double[] numbers(Expression expression) throws NotInMemory;

    /** A whole number of all rows. */
    default ColumnBuffer.Longs wholes(Expression expression) throws NotInMemory {
        throw NotInMemory.of(expression);
    }

    /** A text of all rows, null where it is missing. */
    default @Nullable String[] texts(Expression expression) throws NotInMemory {
        throw NotInMemory.of(expression);
    }

    /** A condition that was read like a column; empty where it has to be worked out. */
    Optional<Read> read(Expression condition);

    /** Copies the truth of a condition for some rows, from the first one on. */
    @FunctionalInterface
    interface Read {
        void copy(int first, int rows, byte[] into);
    }
}
