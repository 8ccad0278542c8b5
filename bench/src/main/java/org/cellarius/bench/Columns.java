package org.cellarius.bench;

import java.util.List;
import org.cellarius.engine.Selection;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.expression.Expression;

/** Columns of tables, to be read. */
final class Columns {

    private Columns() {}

    static List<Expression> of(StarTable table, List<String> names) {
        return names.stream().map(table::value).toList();
    }

    /** All rows. */
    static Selection all(StarTable table, List<String> names) {
        return Selection.of(table, of(table, names));
    }
}
