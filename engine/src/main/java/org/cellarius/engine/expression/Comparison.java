package org.cellarius.engine.expression;

import java.util.List;
import org.cellarius.catalogue.ColumnType;

/** Two values compared; missing where one of them is, but for the last two signs. */
public record Comparison(Sign sign, Expression left, Expression right) implements Expression {

    /** How they are compared. */
    public enum Sign {
        EQUAL("="),
        DIFFERENT("<>"),
        BELOW("<"),
        AT_MOST("<="),
        ABOVE(">"),
        AT_LEAST(">="),
        /** Missing is a value like others. */
        DISTINCT("is distinct from"),
        NOT_DISTINCT("is not distinct from");

        private final String written;

        Sign(String written) {
            this.written = written;
        }

        public String written() {
            return written;
        }
    }

    @Override
    public ColumnType type() {
        return ColumnType.BOOLEAN;
    }

    @Override
    public List<Expression> parts() {
        return List.of(left, right);
    }
}
