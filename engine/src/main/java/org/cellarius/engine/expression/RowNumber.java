package org.cellarius.engine.expression;

import java.util.List;
import org.cellarius.catalogue.ColumnType;

/** The number of the row in its table, from 0. */
public record RowNumber() implements Expression {
    @Override
    public ColumnType type() {
        return ColumnType.LONG;
    }

    @Override
    public List<Expression> parts() {
        return List.of();
    }
}
