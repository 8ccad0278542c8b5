package org.cellarius.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Sql;
import org.cellarius.engine.StarTable;

/**
 * How many stars have which status.
 *
 * @param column the column of statuses; empty where a table has none
 * @param counts status to stars, the commonest first
 */
record Statuses(String column, Map<String, Long> counts) {

    static final Statuses NONE = new Statuses("", Map.of());

    /** Counts the statuses of a table. */
    static Statuses of(Engine engine, StarTable table, String column) {
        if (table.column(column).isEmpty()) {
            return NONE;
        }
        var counts = new LinkedHashMap<String, Long>();
        for (List<Optional<String>> row : engine.rows(
                "SELECT " + Sql.name(column) + ", count(*) FROM " + table.sql() + " GROUP BY ALL ORDER BY 2 DESC, 1")) {
            counts.put(row.get(0).orElse("missing"), Long.parseLong(row.get(1).orElse("0")));
        }
        return new Statuses(column, counts);
    }

    /** In words, for example {@code status: 990 OK, 10 NO_DISTANCE}. */
    String words() {
        return column + ": "
                + counts.entrySet().stream()
                        .map(e -> String.format(java.util.Locale.ROOT, "%,d %s", e.getValue(), e.getKey()))
                        .collect(Collectors.joining(", "));
    }
}
