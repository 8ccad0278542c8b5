package org.cellarius.engine;

import java.util.List;
import java.util.Optional;

/**
 * Rows and numbers of a star table that a statistic reads.
 *
 * @param table the table
 * @param expressions SQL expressions that give numbers, in the order in which the statistic wants them
 * @param where SQL condition on the rows; empty for all
 * @param orderBy SQL expressions that sort the rows, ties in the table's order; empty for the table's own order
 */
public record Selection(StarTable table, List<String> expressions, Optional<String> where, List<String> orderBy) {
    /** An expression: the number of a row in its table, from 0. */
    public static final String ROW_NUMBER = "file_row_number";

    public Selection {
        expressions = List.copyOf(expressions);
        orderBy = List.copyOf(orderBy);
        if (expressions.isEmpty()) {
            throw new IllegalArgumentException("a selection needs at least one expression");
        }
    }

    /** All rows in the table's order. */
    public static Selection of(StarTable table, List<String> expressions) {
        return new Selection(table, expressions, Optional.empty(), List.of());
    }

    public Selection where(String condition) {
        return new Selection(table, expressions, Optional.of(condition), orderBy);
    }

    public Selection orderBy(List<String> keys) {
        return new Selection(table, expressions, where, keys);
    }

    private boolean numbered() {
        return !orderBy.isEmpty()
                || expressions.contains(ROW_NUMBER)
                || where.map(w -> w.contains(ROW_NUMBER)).orElse(false);
    }

    String sql() {
        var sql = new StringBuilder("SELECT ");
        for (int k = 0; k < expressions.size(); k++) {
            sql.append(k == 0 ? "" : ", ")
                    .append("CAST((")
                    .append(expressions.get(k))
                    .append("\n) AS DOUBLE)");
        }
        sql.append(" FROM ").append(numbered() ? table.numberedSql() : table.sql());
        where.ifPresent(w -> sql.append(" WHERE (").append(w).append("\n)"));
        if (!orderBy.isEmpty()) {
            sql.append(" ORDER BY ").append(String.join(", ", orderBy)).append(", file_row_number");
        }
        return sql.toString();
    }
}
