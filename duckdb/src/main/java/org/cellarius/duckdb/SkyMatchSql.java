package org.cellarius.duckdb;

import java.util.regex.Pattern;
import org.cellarius.galaxy.sky.Find;
import org.cellarius.galaxy.sky.SkyRadius;

/**
 * A match on the sky as one plain SQL query, for databases that hold the catalogues themselves: an equi-join on cells and an exact
 * test of the haversine. DuckDB and Spark 4.2 take the same text and give the same pairs; separations differ by 1e-11 arcsec at most
 * ({@code bench/match-on-spark}, radii from 0.1 arcsec to 7 degrees). Pairs nearer than that to the radius, or to a tie, are not decided.
 *
 * <p>Cells are cubes of space around the unit sphere, where poles and RA = 0 are no special places. A row of A lies in one cell; a row
 * of B stands in every cell that its radius touches, eight at most, so that a pair meets in one cell and once. Cells are eight chords of
 * the radius wide: one row of B in two stands in more than one.
 *
 * @param a the first table
 * @param b the second one
 * @param radius largest separation
 * @param find which pairs are matches; not {@link Find#BEST}, which takes pairs one after the other
 */
public record SkyMatchSql(Places a, Places b, SkyRadius radius, Find find) {

    private static final double CHORDS_PER_CELL = 8;

    /**
     * A table with an identifier and positions; names are plain words, for the databases do not quote alike.
     *
     * @param table name of the table or view
     * @param id column that tells rows apart and sorts them where separations are equal
     * @param ra column of right ascension, degrees, from -360 to 360, double
     * @param dec column of declination, degrees, double
     */
    public record Places(String table, String id, String ra, String dec) {
        private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");

        public Places {
            for (String name : new String[] {table, id, ra, dec}) {
                if (!WORD.matcher(name).matches()) {
                    throw new IllegalArgumentException("'" + name + "' is not a plain name of a table or column");
                }
            }
        }
    }

    public SkyMatchSql {
        if (find == Find.BEST) {
            throw new IllegalArgumentException(
                    "find best takes pairs one after the other, which no join does; each or symmetric are joins");
        }
    }

    /** The query: {@code id_a, id_b, separation} (arcsec), sorted by A and separation. */
    public String text() {
        double half = Math.sin(Math.toRadians(radius.deg()) / 2);
        double chord = 2 * half;
        // A little more than the chord: the last digits of positions must not decide in which cells a row stands.
        String reach = number(chord * (1 + 1e-9) + 1e-15);
        String cell = number(CHORDS_PER_CELL * chord);
        return """
                WITH
                a_cells AS (
                  SELECT id_a, ra_a, dec_a, cos_a,
                    CAST(floor(ux / %1$s) AS BIGINT) AS cx, CAST(floor(uy / %1$s) AS BIGINT) AS cy, CAST(floor(uz / %1$s) AS BIGINT) AS cz
                  FROM (%2$s) places),
                b_cells AS (
                  SELECT id_b, ra_b, dec_b, cos_b,
                    CAST(floor((ux + sx.side * %3$s) / %1$s) AS BIGINT) AS cx,
                    CAST(floor((uy + sy.side * %3$s) / %1$s) AS BIGINT) AS cy,
                    CAST(floor((uz + sz.side * %3$s) / %1$s) AS BIGINT) AS cz
                  FROM (%4$s) places
                  CROSS JOIN (VALUES (-1), (1)) AS sx(side)
                  CROSS JOIN (VALUES (-1), (1)) AS sy(side)
                  CROSS JOIN (VALUES (-1), (1)) AS sz(side)
                  WHERE (sx.side = -1 OR floor((ux + %3$s) / %1$s) <> floor((ux - %3$s) / %1$s))
                    AND (sy.side = -1 OR floor((uy + %3$s) / %1$s) <> floor((uy - %3$s) / %1$s))
                    AND (sz.side = -1 OR floor((uz + %3$s) / %1$s) <> floor((uz - %3$s) / %1$s))),
                met AS (
                  SELECT a.id_a, b.id_b, a.cos_a * b.cos_b AS cosines,
                    sin(radians(a.dec_a - b.dec_b) / 2) AS north,
                    sin(radians((a.ra_a - b.ra_b) - 360 * round((a.ra_a - b.ra_b) / 360)) / 2) AS east
                  FROM a_cells a JOIN b_cells b ON a.cx = b.cx AND a.cy = b.cy AND a.cz = b.cz),
                near AS (
                  SELECT id_a, id_b, north * north + cosines * east * east AS haversine FROM met
                  WHERE north * north + cosines * east * east <= %5$s)%6$s
                SELECT id_a, id_b, 7200 * degrees(asin(sqrt(CASE WHEN haversine < 1 THEN haversine ELSE 1 END))) AS separation
                FROM %7$s
                ORDER BY id_a, separation, id_b""".formatted(cell, places(a, "a"), reach, places(b, "b"), number(half * half), ranked(), chosen());
    }

    private static String places(Places of, String side) {
        return """
                SELECT %1$s AS id_%4$s, %2$s AS ra_%4$s, %3$s AS dec_%4$s, cos(radians(%3$s)) AS cos_%4$s,
                    cos(radians(%3$s)) * cos(radians(%2$s)) AS ux, cos(radians(%3$s)) * sin(radians(%2$s)) AS uy, sin(radians(%3$s)) AS uz
                    FROM %5$s WHERE abs(%2$s) <= 360 AND abs(%3$s) <= 90""".formatted(of.id(), of.ra(), of.dec(), side, of.table());
    }

    private String ranked() {
        return switch (find) {
            case ALL, BEST -> "";
            case EACH -> """
                ,
                ranked AS (
                  SELECT id_a, id_b, haversine, row_number() OVER (PARTITION BY id_a ORDER BY haversine, id_b) AS rank_of_a
                  FROM near)""";
            case SYMMETRIC -> """
                ,
                ranked AS (
                  SELECT id_a, id_b, haversine, row_number() OVER (PARTITION BY id_a ORDER BY haversine, id_b) AS rank_of_a,
                    row_number() OVER (PARTITION BY id_b ORDER BY haversine, id_a) AS rank_of_b
                  FROM near)""";
        };
    }

    private String chosen() {
        return switch (find) {
            case ALL, BEST -> "near";
            case EACH -> "ranked WHERE rank_of_a = 1";
            case SYMMETRIC -> "ranked WHERE rank_of_a = 1 AND rank_of_b = 1";
        };
    }

    /** A double with all its digits in both databases: a plain 0.1 would be a decimal. */
    private static String number(double value) {
        return Sql.exact(value);
    }
}
