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
        double chord = 2 * Math.sin(Math.toRadians(radiusArcsec / 3600) / 2);
        // Cells much wider than the radius: few rows lie near an edge and have to be looked for in a second cell.
        double cell = 64 * chord;
        String same = within.stream()
                .map(c -> " AND a." + Sql.name(c) + " IS NOT DISTINCT FROM b." + Sql.name(c))
                .collect(Collectors.joining());
        String groups = within.stream().map(c -> ", " + Sql.name(c)).collect(Collectors.joining());
        String query = """
                WITH numbered AS (
                  SELECT *, file_row_number AS row_number_ FROM read_parquet(%1$s, file_row_number = true)),
                sky AS (
                  SELECT row_number_%2$s, coalesce(CAST((%3$s
                    ) AS DOUBLE), '-infinity'::DOUBLE) AS score_,
                    cos(radians(dec)) * cos(radians(ra)) AS ux, cos(radians(dec)) * sin(radians(ra)) AS uy, sin(radians(dec)) AS uz
                  FROM numbered WHERE ra IS NOT NULL AND dec IS NOT NULL AND (%8$s
                    )),
                own AS (
                  SELECT *, CAST(floor(ux / %4$s) AS INTEGER) AS cx, CAST(floor(uy / %4$s) AS INTEGER) AS cy, CAST(floor(uz / %4$s) AS INTEGER) AS cz FROM sky),
                near_x AS (SELECT * EXCLUDE (cx), unnest(list_distinct([CAST(floor((ux - %5$s) / %4$s) AS INTEGER), CAST(floor((ux + %5$s) / %4$s) AS INTEGER)])) AS cx FROM own),
                near_y AS (SELECT * EXCLUDE (cy), unnest(list_distinct([CAST(floor((uy - %5$s) / %4$s) AS INTEGER), CAST(floor((uy + %5$s) / %4$s) AS INTEGER)])) AS cy FROM near_x),
                near AS (SELECT * EXCLUDE (cz), unnest(list_distinct([CAST(floor((uz - %5$s) / %4$s) AS INTEGER), CAST(floor((uz + %5$s) / %4$s) AS INTEGER)])) AS cz FROM near_y),
                worse AS (
                  SELECT DISTINCT a.row_number_ FROM own a JOIN near b ON a.cx = b.cx AND a.cy = b.cy AND a.cz = b.cz%6$s
                  WHERE (a.ux - b.ux) * (a.ux - b.ux) + (a.uy - b.uy) * (a.uy - b.uy) + (a.uz - b.uz) * (a.uz - b.uz) <= %7$s
                    AND (b.score_ > a.score_ OR (b.score_ = a.score_ AND b.row_number_ < a.row_number_)))
                SELECT * EXCLUDE (row_number_, file_row_number) FROM numbered ANTI JOIN worse USING (row_number_) ORDER BY row_number_
                """.formatted(Sql.text(table.parquet()), groups, score, cell, chord, same, chord * chord, where);
        return engine.write(query, table.columns(), output);
    }
}
