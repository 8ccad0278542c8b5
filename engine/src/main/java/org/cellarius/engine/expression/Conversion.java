package org.cellarius.engine.expression;

import java.util.List;
import org.cellarius.catalogue.ColumnType;

/**
 * A value as one of another type.
 *
 * @param sizes of a decimal: its digits, and those behind the point; else empty
 */
public record Conversion(Expression value, ValueType wanted, List<Integer> sizes, Failing failing)
        implements Expression {
    public Conversion {
        sizes = List.copyOf(sizes);
    }

    public Conversion(Expression value, ValueType wanted, Failing failing) {
        this(value, wanted, List.of(), failing);
    }

    /** What becomes of a value that has none in the other type. */
    public enum Failing {
        /** {@code cast}: the run ends with its text. */
        IS_AN_ERROR,
        /** {@code try_cast}. */
        IS_MISSING
    }

    @Override
    public ColumnType type() {
        return wanted.column();
    }

    @Override
    public List<Expression> parts() {
        return List.of(value);
    }
}
