package org.cellarius.duckdb;

import java.util.stream.Collectors;
import org.cellarius.engine.Selection;

/** The rows and numbers of a selection as a query. */
final class SelectionSql {

    private SelectionSql() {}

    static String of(Selection selection) {
        var table = DuckDbTable.of(selection.table());
        return "SELECT "
                + selection.expressions().stream().map(ExpressionSql::number).collect(Collectors.joining(", "))
                + " FROM " + (selection.readsRowNumber() ? table.numberedSql() : table.sql()) + where(selection)
                + (selection.orderBy().isEmpty()
                        ? ""
                        : " ORDER BY " + ExpressionSql.list(selection.orderBy()) + ", " + ExpressionSql.ROW_NUMBER);
    }

    /** Its condition. */
    static String where(Selection selection) {
        return selection.ofAll() ? "" : " WHERE " + ExpressionSql.of(selection.where());
    }
}
