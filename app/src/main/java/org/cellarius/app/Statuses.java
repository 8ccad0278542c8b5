package org.cellarius.app;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.engine.Aggregate;
import org.cellarius.engine.Derived;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Relation;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Expression;

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
        var status = new TableColumn(column, ColumnType.TEXT, "", "");
        var groups = new Relation.Groups(
                Relation.of(table),
                List.of(new Derived(status, table.value(column))),
                List.of(Aggregate.count("rows", Expression.always())));
        Comparator<List<SmallTable.Value>> byRows =
                Comparator.comparingDouble(row -> -SmallTable.number(row, OptionalInt.of(1)));
        var counts = new LinkedHashMap<String, Long>();
        engine.read(groups).rows().stream().sorted(byRows).forEach(row -> {
            String word = SmallTable.text(row, OptionalInt.of(0));
            counts.put(word.isEmpty() ? "missing" : word, (long) SmallTable.number(row, OptionalInt.of(1)));
        });
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
