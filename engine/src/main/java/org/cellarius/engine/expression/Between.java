package org.cellarius.engine.expression;

import java.util.List;
import org.cellarius.catalogue.ColumnType;

/** Whether a value lies between two others, both included. */
public record Between(Expression value, Expression low, Expression high) implements Expression {
    @Override
    public ColumnType type() {
        return ColumnType.BOOLEAN;
    }

    @Override
    public List<Expression> parts() {
        return List.of(value, low, high);
    }
}
