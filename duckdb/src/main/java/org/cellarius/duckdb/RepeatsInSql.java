package org.cellarius.duckdb;

import java.util.stream.Collectors;
import org.cellarius.engine.Deduplication;
import org.cellarius.engine.StarTable;

/**
 * Repeated rows, found by an equi-join on cells of the unit sphere in space, where poles and RA = 0 are no special places, and an exact test of the chord.
 */
final class RepeatsInSql {

    /** Condition on a pair of neighbours: b is the better one. */
    private static final String BETTER = "(score_b > score_a OR (score_b = score_a AND row_b < row_a))";

    private RepeatsInSql() {}

    /** The numbers of the rows that a better one repeats. */
    static String worse(StarTable table, Deduplication repeats) {
        return "WITH " + met(table, repeats) + " SELECT DISTINCT row_a AS row_number_ FROM met WHERE " + BETTER;
    }

    /** The rows that no better one repeats. */
    static String without(StarTable table, Deduplication repeats) {
        return """
                WITH %s,
                worse AS (SELECT DISTINCT row_a AS row_number_ FROM met WHERE %s)
                SELECT * EXCLUDE (row_number_, file_row_number) FROM numbered ANTI JOIN worse USING (row_number_) ORDER BY row_number_
                """.formatted(met(table, repeats), BETTER);
    }

    /** All ordered pairs that repeat each other. */
    static String pairs(StarTable table, Deduplication repeats) {
        return "WITH " + met(table, repeats) + " SELECT row_a, row_b, CAST(" + BETTER + " AS BIGINT) AS worse FROM met";
    }

    /**
     * Common table expressions {@code numbered}, the table with {@code row_number_}, and {@code met}, all ordered pairs of rows within the
     * radius: {@code row_a, row_b, score_a, score_b}.
     */
    private static String met(StarTable table, Deduplication repeats) {
        double chord = 2 * Math.sin(Math.toRadians(repeats.radiusArcsec() / 3600) / 2);
        // Cells much wider than the radius: few rows lie near an edge and have to be looked for in a second cell.
        double cell = 64 * chord;
        String same = repeats.within().stream()
                .map(c -> " AND a." + Sql.name(c) + " IS NOT DISTINCT FROM b." + Sql.name(c))
                .collect(Collectors.joining());
        String groups = repeats.within().stream().map(c -> ", " + Sql.name(c)).collect(Collectors.joining());
        return """
                numbered AS (
                  SELECT *, file_row_number AS row_number_ FROM %1$s),
                places AS (
                  SELECT row_number_%2$s, coalesce(CAST((%3$s
                    ) AS DOUBLE), '-infinity'::DOUBLE) AS score_, radians(CAST((%9$s) AS DOUBLE)) AS ra_, radians(CAST((%10$s) AS DOUBLE)) AS dec_
                  FROM numbered WHERE (%8$s
                    )),
                sky AS (
                  SELECT *, cos(dec_) * cos(ra_) AS ux, cos(dec_) * sin(ra_) AS uy, sin(dec_) AS uz
                  FROM places WHERE isfinite(ra_) AND isfinite(dec_)),
                own AS (
                  SELECT *, CAST(floor(ux / %4$s) AS INTEGER) AS cx, CAST(floor(uy / %4$s) AS INTEGER) AS cy, CAST(floor(uz / %4$s) AS INTEGER) AS cz FROM sky),
                near_x AS (SELECT * EXCLUDE (cx), unnest(list_distinct([CAST(floor((ux - %5$s) / %4$s) AS INTEGER), CAST(floor((ux + %5$s) / %4$s) AS INTEGER)])) AS cx FROM own),
                near_y AS (SELECT * EXCLUDE (cy), unnest(list_distinct([CAST(floor((uy - %5$s) / %4$s) AS INTEGER), CAST(floor((uy + %5$s) / %4$s) AS INTEGER)])) AS cy FROM near_x),
                near AS (SELECT * EXCLUDE (cz), unnest(list_distinct([CAST(floor((uz - %5$s) / %4$s) AS INTEGER), CAST(floor((uz + %5$s) / %4$s) AS INTEGER)])) AS cz FROM near_y),
                met AS (
                  SELECT a.row_number_ AS row_a, b.row_number_ AS row_b, a.score_ AS score_a, b.score_ AS score_b
                  FROM own a JOIN near b ON a.cx = b.cx AND a.cy = b.cy AND a.cz = b.cz%6$s
                  WHERE a.row_number_ <> b.row_number_
                    AND (a.ux - b.ux) * (a.ux - b.ux) + (a.uy - b.uy) * (a.uy - b.uy) + (a.uz - b.uz) * (a.uz - b.uz) <= %7$s)""".formatted(
                        DuckDbTable.of(table).numberedSql(),
                        groups,
                        ExpressionSql.of(repeats.score()),
                        cell,
                        chord,
                        same,
                        chord * chord,
                        ExpressionSql.of(repeats.where()),
                        ExpressionSql.of(repeats.ra()),
                        ExpressionSql.of(repeats.dec()));
    }
}
