package org.cellarius.engine.expression;

import java.util.List;
import org.cellarius.catalogue.ColumnType;

/** A function or an operator, applied. */
public record Call(StarFunction function, List<Expression> parts) implements Expression {
    public Call {
        parts = List.copyOf(parts);
    }

    @Override
    public ColumnType type() {
        return function.gives().of(parts);
    }
}
