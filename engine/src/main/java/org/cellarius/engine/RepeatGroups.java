package org.cellarius.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;

/**
 * Which rows repeat which: groups of rows that hang together, each within the radius of some other of its group (friends of friends,
 * Huchra and Geller 1982, 1982ApJ...257..423H). All rows stay.
 *
 * @param repeats what makes two rows the same star and which is the better
 * @param ra SQL expression of the right ascension, degrees
 * @param dec SQL expression of the declination, degrees
 */
public record RepeatGroups(Deduplication repeats, String ra, String dec) {

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
        StarTable pairs = engine.write(
                "WITH " + repeats.met(table, ra, dec) + " SELECT row_a, row_b, CAST(" + Deduplication.BETTER
                        + " AS INTEGER) AS worse FROM met",
                List.of(),
                scratch.resolve("repeats.parquet"));
        StarTable groups = engine.store(members(engine, pairs), scratch.resolve("groups.parquet"));
        var columns = new ArrayList<>(table.columns());
        columns.addAll(COLUMNS);
        return engine.write("""
                SELECT t.* EXCLUDE (file_row_number), g.group_id, coalesce(g.group_size, 1) AS group_size, coalesce(g.kept = 1, true) AS group_kept
                FROM %s t LEFT JOIN %s g ON t.file_row_number = g.member ORDER BY t.file_row_number""".formatted(table.numberedSql(), groups.sql()), columns, output);
    }

    /** Rows that are repeated, with the first row of their group, its size, and whether none is better than they. */
    private static SmallTable members(Engine engine, StarTable pairs) {
        var first = new HashMap<Long, Long>();
        var beaten = new HashMap<Long, Boolean>();
        engine.scan(
                Selection.of(pairs, List.of("row_a", "row_b", "worse")),
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
        double[] n = engine.numbers(
                "SELECT count(group_id), count(DISTINCT group_id), max(group_size), count(*) FILTER (NOT group_kept) FROM "
                        + grouped.sql());
        return String.format(
                Locale.ROOT,
                "%,.0f rows in %,.0f groups, the largest of %,.0f; %,.0f rows are not the best near them",
                n[0],
                n[1],
                n[2],
                n[3]);
    }
}
