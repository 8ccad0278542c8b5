package org.cellarius.engine.expression;

import java.util.List;
import org.cellarius.catalogue.ColumnType;

/** The contrary of a condition; missing where it is. */
public record Not(Expression condition) implements Expression {
    @Override
    public ColumnType type() {
        return ColumnType.BOOLEAN;
    }

    @Override
    public List<Expression> parts() {
        return List.of(condition);
    }
}
