package org.cellarius.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.expression.RowNumber;

/**
 * Which rows repeat which: groups of rows that hang together, each within the radius of some other of its group (friends of friends,
 * Huchra and Geller 1982, 1982ApJ...257..423H). All rows stay.
 *
 * @param repeats what makes two rows the same star and which is the better
 */
public record RepeatGroups(Deduplication repeats) {

    private static final TableColumn NUMBER = new TableColumn("row_number_", ColumnType.LONG, "", "");

    private static final List<TableColumn> COLUMNS = List.of(
            new TableColumn(
                    "group_id",
                    ColumnType.LONG,
                    "",
                    "number of the first row of its group, from 0; missing for a row that nothing repeats"),
            new TableColumn("group_size", ColumnType.LONG, "", "rows of its group; 1 for a row that nothing repeats"),
            new TableColumn(
                    "group_kept", ColumnType.BOOLEAN, "", "whether the row stays when repeated rows are removed"));

    /**
     * Writes the table with {@code group_id, group_size, group_kept} behind its columns.
     *
     * @param scratch folder for files that the caller deletes
     */
    public StarTable run(Engine engine, StarTable table, Path scratch, Path output) {
        for (TableColumn column : COLUMNS) {
            if (table.column(column.name()).isPresent()) {
                throw new InputError(
                        "the table has a column '" + column.name() + "' already",
                        "",
                        "Rename it, or leave the groups out");
            }
        }
        StarTable pairs = engine.repeatedPairs(table, repeats, scratch.resolve("repeats.parquet"));
        StarTable groups = engine.store(members(engine, pairs), scratch.resolve("groups.parquet"));
        var columns = new ArrayList<>(Derived.of(table.columns()));
        columns.add(new Derived(COLUMNS.get(0), groups.value("group_id")));
        columns.add(new Derived(COLUMNS.get(1), groups.value("group_size").orElse(Expression.of(1L))));
        columns.add(new Derived(
                COLUMNS.get(2),
                groups.value("kept").isEqualTo(Expression.of(1L)).orElse(Expression.always())));
        return engine.write(
                new Relation.Join(
                                Relation.of(table).with(NUMBER, new RowNumber()),
                                NUMBER.value(),
                                Relation.of(groups),
                                groups.value("member"),
                                Relation.Partnerless.KEPT)
                        .project(columns),
                output);
    }

    /** Rows that are repeated, with the first row of their group, its size, and whether none is better than they. */
    private static SmallTable members(Engine engine, StarTable pairs) {
        var first = new HashMap<Long, Long>();
        var beaten = new HashMap<Long, Boolean>();
        engine.scan(
                Selection.of(pairs, List.of(pairs.value("row_a"), pairs.value("row_b"), pairs.value("worse"))),
                (rows, in) -> {
                    for (int i = 0; i < rows; i++) {
                        long a = (long) in[0][i];
                        join(first, a, (long) in[1][i]);
                        beaten.merge(a, in[2][i] == 1, Boolean::logicalOr);
                    }
                },
                Progress.SILENT);
        var sizes = new HashMap<Long, Long>();
        List<Long> members = first.keySet().stream().sorted().toList();
        members.forEach(m -> sizes.merge(rootOf(first, m), 1L, Long::sum));
        var table = new SmallTable.Builder()
                .count("member", "row")
                .count("group_id", "first row of the group")
                .count("group_size", "rows of the group")
                .count("kept", "1 or 0");
        for (long member : members) {
            long root = rootOf(first, member);
            table.row(member, root, sizes.getOrDefault(root, 0L), beaten.getOrDefault(member, false) ? 0L : 1L);
        }
        return table.build();
    }

    private static void join(Map<Long, Long> first, long a, long b) {
        long ofA = rootOf(first, a);
        long ofB = rootOf(first, b);
        first.put(Math.max(ofA, ofB), Math.min(ofA, ofB));
    }

    /** The earliest row known of a row's group; ways there are shortened as they are walked. */
    private static long rootOf(Map<Long, Long> first, long row) {
        long at = row;
        for (long next = first.computeIfAbsent(at, r -> r); next != at; next = first.getOrDefault(at, at)) {
            long beyond = first.getOrDefault(next, next);
            first.put(at, beyond);
            at = next;
        }
        return at;
    }

    /** In words: rows in groups, groups, the largest one. */
    public static String told(Engine engine, StarTable grouped) {
        Expression group = grouped.value("group_id");
        double[] n = engine.answers(
                grouped,
                List.of(
                        Aggregate.of("rows", Aggregate.Of.COUNT, group),
                        Aggregate.of("groups", Aggregate.Of.DIFFERENT, group),
                        Aggregate.of("largest", Aggregate.Of.GREATEST, grouped.value("group_size")),
                        Aggregate.count("worse", grouped.value("group_kept").negated())));
        return String.format(
                Locale.ROOT,
                "%,.0f rows in %,.0f groups, the largest of %,.0f; %,.0f rows are not the best near them",
                n[0],
                n[1],
                n[2],
                n[3]);
    }
}
