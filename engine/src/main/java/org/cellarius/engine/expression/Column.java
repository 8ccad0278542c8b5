package org.cellarius.engine.expression;

import java.util.List;
import org.cellarius.catalogue.ColumnType;

/**
 * The value of a column.
 *
 * @param name of the column; upper and lower case are not told apart
 */
public record Column(String name, ColumnType type) implements Expression {

    /** A name as expressions write it, whatever stands in it. */
    public static String written(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public List<Expression> parts() {
        return List.of();
    }
}
