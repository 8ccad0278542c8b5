package org.cellarius.engine.expression;

import java.util.List;
import org.cellarius.catalogue.ColumnType;

/** The first of some values that is not missing: {@code coalesce}. */
public record FirstPresent(List<Expression> parts) implements Expression {
    public FirstPresent {
        parts = List.copyOf(parts);
    }

    @Override
    public ColumnType type() {
        return Expression.common(parts.stream());
    }
}
