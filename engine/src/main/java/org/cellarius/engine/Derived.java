package org.cellarius.engine;

import java.util.List;
import org.cellarius.engine.expression.Expression;

/**
 * A column and how its values are computed.
 *
 * @param column its name, type and unit; values are brought to its type
 * @param value of the columns of the rows before
 */
public record Derived(TableColumn column, Expression value) {

    /** A column as it is. */
    public static Derived of(TableColumn column) {
        return new Derived(column, column.value());
    }

    /** Columns as they are. */
    public static List<Derived> of(List<TableColumn> columns) {
        return columns.stream().map(Derived::of).toList();
    }
}
