package org.cellarius.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cellarius.duckdb.SkyMatchSql;
import org.cellarius.galaxy.sky.Find;
import org.cellarius.galaxy.sky.SkyRadius;

/**
 * One match that is asked of two databases.
 *
 * @param sky the skies matched
 * @param radiusArcsec largest separation, arcsec
 * @param find which pairs are matches
 */
record MatchSqlCase(Sky sky, double radiusArcsec, Find find) {

    /** Two kinds of skies. */
    enum Sky {
        /** Fields some radii wide at both poles, across RA = 0 and elsewhere, some rows without a place: held against all pairs. */
        CROWDED,
        /** Over the whole sphere, seven rows in ten with a counterpart: held against the zones of {@code cellarius match}. */
        UNIFORM;

        private List<Double> radiiArcsec() {
            return switch (this) {
                case CROWDED -> List.of(0.1, 2.0, 36.0, 3600.0, 25200.0);
                case UNIFORM -> List.of(0.1, 2.0, 60.0, 1800.0, 7200.0);
            };
        }
    }

    static List<MatchSqlCase> all() {
        return Stream.of(Sky.values())
                .flatMap(sky -> sky.radiiArcsec().stream()
                        .flatMap(radius -> Stream.of(Find.ALL, Find.EACH, Find.SYMMETRIC)
                                .map(find -> new MatchSqlCase(sky, radius, find))))
                .toList();
    }

    SkyRadius radius() {
        return new SkyRadius(radiusArcsec / 3600);
    }

    /** The query on views {@code a_sky} and {@code b_sky}. */
    String sql() {
        return new SkyMatchSql(
                        new SkyMatchSql.Places("a_sky", "id", "ra", "dec"),
                        new SkyMatchSql.Places("b_sky", "id", "ra", "dec"),
                        radius(),
                        find)
                .text();
    }

    /** What its files are called. */
    String name() {
        return word(sky) + "-" + radiusArcsec + "-" + word(find);
    }

    /** What the files of its skies are called; fields are as wide as the radius asks. */
    String skyName() {
        return word(sky) + (sky == Sky.CROWDED ? "-" + radiusArcsec : "");
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
