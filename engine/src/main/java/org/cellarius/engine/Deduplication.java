package org.cellarius.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Repeated stars: of all rows within a radius on the sky the best one is kept.
 *
 * <p>A row is dropped if a better one of the same group lies within the radius (ties: the earlier row is better). In a
 * chain of stars, each within the radius of the next, only the best of each neighbourhood survives. Rows without a
 * position are kept. Neighbours are found by an equi-join on cells of the unit sphere in space, where poles and
 * RA = 0 are no special places, and an exact test of the chord.
 *
 * @param radiusArcsec radius, arcsec, in (0, 3600]
 * @param score SQL expression: the row with the highest value is kept; missing counts as lowest
 * @param within names of columns that must be equal for two rows to be the same star, for example the catalogue's
 * @param where SQL condition on the rows that are looked at; all others are kept
 */
public record Deduplication(double radiusArcsec, String score, List<String> within, String where) {
    /** Repeats among all rows. */
    public Deduplication(double radiusArcsec, String score, List<String> within) {
        this(radiusArcsec, score, within, "true");
    }

    public Deduplication {
        within = List.copyOf(within);
        if (!(radiusArcsec > 0 && radiusArcsec <= 3600)) {
            throw new IllegalArgumentException(
                    "a deduplication radius of " + radiusArcsec + " arcsec: it must lie in (0, 3600] arcsec");
        }
    }

    /** Writes the table without repeated stars. The table must have columns {@code ra} and {@code dec} in degrees. */
    public StarTable run(Engine engine, StarTable table, Path output) {
        return run(engine, table, "ra", "dec", output);
    }

    /**
     * The same for other columns.
     *
     * @param ra SQL expression of the right ascension, degrees
     * @param dec SQL expression of the declination, degrees
     */
    public StarTable run(Engine engine, StarTable table, String ra, String dec, Path output) {
        String query = """
                WITH %s,
                worse AS (SELECT DISTINCT row_a AS row_number_ FROM met WHERE %s)
                SELECT * EXCLUDE (row_number_, file_row_number) FROM numbered ANTI JOIN worse USING (row_number_) ORDER BY row_number_
                """.formatted(met(table, ra, dec), BETTER);
        return engine.write(query, table.columns(), output);
    }

    /** Condition on a pair of neighbours: b is the better one. */
    static final String BETTER = "(score_b > score_a OR (score_b = score_a AND row_b < row_a))";

    /**
     * Common table expressions {@code numbered}, the table with {@code row_number_}, and {@code met}, all ordered pairs of rows within the
     * radius: {@code row_a, row_b, score_a, score_b}.
     */
    String met(StarTable table, String ra, String dec) {
        double chord = 2 * Math.sin(Math.toRadians(radiusArcsec / 3600) / 2);
        // Cells much wider than the radius: few rows lie near an edge and have to be looked for in a second cell.
        double cell = 64 * chord;
        String same = within.stream()
                .map(c -> " AND a." + Sql.name(c) + " IS NOT DISTINCT FROM b." + Sql.name(c))
                .collect(Collectors.joining());
        String groups = within.stream().map(c -> ", " + Sql.name(c)).collect(Collectors.joining());
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
                    AND (a.ux - b.ux) * (a.ux - b.ux) + (a.uy - b.uy) * (a.uy - b.uy) + (a.uz - b.uz) * (a.uz - b.uz) <= %7$s)""".formatted(table.numberedSql(), groups, score, cell, chord, same, chord * chord, where, ra, dec);
    }
}
