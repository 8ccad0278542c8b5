package org.cellarius.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a table holds, column by column.
 *
 * @param rows number of rows
 * @param columns the columns
 * @param sample the first rows, as texts in the order of the columns; empty where missing
 */
public record TableSummary(long rows, List<Column> columns, List<List<Optional<String>>> sample) {

    /**
     * One column.
     *
     * @param nulls rows where it is missing (NaN counts as missing)
     * @param min smallest value as text; empty if there is none
     * @param max largest value as text
     */
    public record Column(TableColumn column, long nulls, Optional<String> min, Optional<String> max) {}

    /** Summarises a table in one pass over it. */
    public static TableSummary of(Engine engine, StarTable table, int sampleRows) {
        var columns = new ArrayList<Column>();
        // Wide tables are asked in portions, so that a query stays of a size that the database likes.
        int portion = 200;
        for (int from = 0; from < table.columns().size(); from += portion) {
            List<TableColumn> some =
                    table.columns().subList(from, Math.min(table.columns().size(), from + portion));
            var parts = new ArrayList<String>();
            for (TableColumn c : some) {
                String name = Sql.name(c.name());
                parts.add("count(*) - count(" + name + "), min(" + name + ")::VARCHAR, max(" + name + ")::VARCHAR");
            }
            List<Optional<String>> row = engine.rows("SELECT " + String.join(", ", parts) + " FROM " + table.sql(some))
                    .getFirst();
            for (int k = 0; k < some.size(); k++) {
                columns.add(new Column(
                        some.get(k),
                        Long.parseLong(row.get(3 * k).orElse("0")),
                        row.get(3 * k + 1),
                        row.get(3 * k + 2)));
            }
        }
        List<List<Optional<String>>> sample = engine.rows("SELECT "
                + table.columns().stream()
                        .map(c -> Sql.name(c.name()) + "::VARCHAR")
                        .collect(Collectors.joining(", "))
                + " FROM " + table.sql() + " LIMIT " + sampleRows);
        return new TableSummary(table.rows(), columns, sample);
    }
}
