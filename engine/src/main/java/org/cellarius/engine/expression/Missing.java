package org.cellarius.engine.expression;

import java.util.List;
import org.cellarius.catalogue.ColumnType;

/** Whether a value is missing; NaN is. */
public record Missing(Expression value) implements Expression {
    @Override
    public ColumnType type() {
        return ColumnType.BOOLEAN;
    }

    @Override
    public List<Expression> parts() {
        return List.of(value);
    }
}
