package org.cellarius.engine.expression;

import java.util.List;
import java.util.stream.Stream;
import org.cellarius.catalogue.ColumnType;

/** Whether a value is one of some others; missing where it is none and one of them is missing. */
public record OneOf(Expression value, List<Expression> others) implements Expression {
    public OneOf {
        others = List.copyOf(others);
    }

    @Override
    public ColumnType type() {
        return ColumnType.BOOLEAN;
    }

    @Override
    public List<Expression> parts() {
        return Stream.concat(Stream.of(value), others.stream()).toList();
    }
}
