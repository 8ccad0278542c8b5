package org.cellarius.engine;

import java.util.List;
import java.util.Optional;
import org.cellarius.engine.expression.Column;
import org.cellarius.engine.expression.Expression;

/**
 * A table of stars, wherever an engine holds it. It never changes; two are equal if they are the same table with the same columns. It belongs to the engine that made or
 * opened it, and to those {@link Engine#beside} it, and lives as long as they do.
 */
public interface StarTable {

    /** The columns in order; no two have the same name, upper and lower case being one. */
    List<TableColumn> columns();

    /** Number of rows. */
    long rows();

    /** What tells its rows from those of all other tables, also in a later run: for keys of the cache. */
    String identity();

    /** The same rows with some of the columns, or the same columns with more said of them. */
    StarTable withColumns(List<TableColumn> others);

    /** Columns without any row, over which expressions are read; belongs to no engine. */
    static StarTable shape(List<TableColumn> columns) {
        return new Shape(columns);
    }

    /** Columns without rows. */
    record Shape(List<TableColumn> columns) implements StarTable {
        public Shape {
            columns = List.copyOf(columns);
        }

        @Override
        public long rows() {
            return 0;
        }

        @Override
        public String identity() {
            return "no rows of " + columns;
        }

        @Override
        public StarTable withColumns(List<TableColumn> others) {
            return new Shape(others);
        }
    }

    /** The columns, to be found by name. */
    default ColumnList columnList() {
        return new ColumnList(columns());
    }

    /** The column of that name; upper and lower case are not told apart. */
    default Optional<TableColumn> column(String name) {
        return columnList().find(name);
    }

    /** The column of that name, or an error that tells the nearest one. */
    default TableColumn require(String name, String where) {
        return columnList().require(name, where);
    }

    default List<String> names() {
        return columnList().names();
    }

    /** The value of a column, which must be there. */
    default Expression value(String name) {
        TableColumn column = require(name, "");
        return new Column(column.name(), column.type());
    }
}
