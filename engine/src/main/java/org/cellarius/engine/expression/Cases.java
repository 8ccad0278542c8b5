package org.cellarius.engine.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellarius.catalogue.ColumnType;

/**
 * The value of the first case that holds.
 *
 * @param otherwise where none does; empty: missing
 */
public record Cases(List<Case> cases, Optional<Expression> otherwise) implements Expression {

    /** A condition and the value where it holds. */
    public record Case(Expression when, Expression then) {}

    public Cases {
        cases = List.copyOf(cases);
    }

    /** What it may give. */
    public List<Expression> results() {
        return Stream.concat(cases.stream().map(Case::then), otherwise.stream()).toList();
    }

    @Override
    public ColumnType type() {
        return Expression.common(results().stream());
    }

    @Override
    public List<Expression> parts() {
        var parts = new ArrayList<Expression>();
        cases.forEach(c -> parts.addAll(List.of(c.when(), c.then())));
        otherwise.ifPresent(parts::add);
        return List.copyOf(parts);
    }
}
