package org.cellarius.bench;

import java.util.List;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.engine.TableColumn;

/**
 * Queries that make the skies of {@link MatchSqlCase}: {@code id}, {@code ra} and {@code dec} (deg), from hashes of the row's number.
 *
 * @param crowdedRows rows of each of two crowded skies, which are compared pair by pair
 * @param uniformRows rows of each of two uniform ones
 */
record MatchSqlSkies(int crowdedRows, int uniformRows) {

    static final List<TableColumn> COLUMNS = List.of(
            new TableColumn("id", ColumnType.LONG, "", ""),
            new TableColumn("ra", ColumnType.DOUBLE, "deg", ""),
            new TableColumn("dec", ColumnType.DOUBLE, "deg", ""));

    String a(MatchSqlCase of) {
        return switch (of.sky()) {
            case CROWDED -> crowded(of.radius().deg(), 1);
            case UNIFORM -> uniform(false);
        };
    }

    String b(MatchSqlCase of) {
        return switch (of.sky()) {
            case CROWDED -> crowded(of.radius().deg(), 2);
            case UNIFORM -> uniform(true);
        };
    }

    int rows(MatchSqlCase of) {
        return switch (of.sky()) {
            case CROWDED -> crowdedRows;
            case UNIFORM -> uniformRows;
        };
    }

    /** A number in [0, 1) for every row. */
    private static String random(String row, int draw) {
        return "(hash(%s * 64 + %d) / 18446744073709551616.0)".formatted(row, draw);
    }

    /** One row in five at each pole, one across RA = 0, two elsewhere; one in thirty has no place. */
    private String crowded(double radiusDeg, int side) {
        int draw = 8 * side;
        double spreadDeg = Math.min(60, 12 * radiusDeg);
        return """
                SELECT i AS id, CASE WHEN i %% 29 = 3 THEN NULL ELSE ra::DOUBLE END AS ra,
                  CASE WHEN i %% 31 = 4 THEN 'nan'::DOUBLE ELSE dec::DOUBLE END AS dec
                FROM (
                  SELECT i,
                    CASE WHEN i %% 5 < 2 THEN 360 * turn WHEN i %% 5 = 2 THEN (360 + across) %% 360 ELSE 200 + across END AS ra,
                    CASE i %% 5 WHEN 0 THEN 90 - along WHEN 1 THEN along - 90 WHEN 2 THEN along / 2 ELSE 55 + along / 2 END AS dec
                  FROM (SELECT i, %3$s * %4$s AS along, %3$s * (%5$s - 0.5) AS across, %6$s AS turn FROM range(%1$d) t(i)) drawn) placed
                ORDER BY id""".formatted(
                        crowdedRows, side, spreadDeg, random("i", draw), random("i", draw + 1), random("i", draw + 2));
    }

    /** Seven in ten rows of B are rows of A, in another order, displaced by 0.75 arcsec at most in each coordinate. */
    private String uniform(boolean displaced) {
        String sky = "360 * %s AS ra, degrees(asin(2 * %s - 1)) AS dec".formatted(random("i", 1), random("i", 2));
        if (!displaced) {
            return "SELECT i AS id, %s FROM range(%d) t(i) ORDER BY id".formatted(sky, uniformRows);
        }
        return """
                SELECT j AS id, CASE WHEN i < %1$d THEN (ra + east / cos(radians(dec)) + 360) %% 360 ELSE ra END AS ra,
                  CASE WHEN i < %1$d THEN greatest(-90, least(90, dec + north)) ELSE dec END AS dec
                FROM (
                  SELECT j, i, %3$s, (%4$s + %5$s - 1) * 0.75 / 3600 AS east, (%6$s + %7$s - 1) * 0.75 / 3600 AS north
                  FROM (SELECT j, CASE WHEN s < %1$d THEN s ELSE s + %2$d END AS i
                    FROM (SELECT j, (j * 7919) %% %2$d AS s FROM range(%2$d) t(j)) shuffled) numbered) placed
                ORDER BY id""".formatted(
                7 * uniformRows / 10, uniformRows, sky, random("i", 3), random("i", 4), random("i", 5), random("i", 6));
    }
}
