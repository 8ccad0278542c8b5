package org.cellarius.engine.expression;

import java.util.List;
import org.cellarius.catalogue.ColumnType;

/** Whether one of some conditions holds. */
public record AnyOf(List<Expression> parts) implements Expression {
    public AnyOf {
        parts = List.copyOf(parts);
    }

    @Override
    public ColumnType type() {
        return ColumnType.BOOLEAN;
    }
}
