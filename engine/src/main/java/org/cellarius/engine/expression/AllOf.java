package org.cellarius.engine.expression;

import java.util.List;
import org.cellarius.catalogue.ColumnType;

/** Whether all conditions hold. */
public record AllOf(List<Expression> parts) implements Expression {
    public AllOf {
        parts = List.copyOf(parts);
    }

    @Override
    public ColumnType type() {
        return ColumnType.BOOLEAN;
    }
}
