package org.cellarius.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.cellarius.engine.Deduplication;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.Progress;
import org.cellarius.engine.RepeatGroups;
import org.cellarius.engine.SkyMatch;
import org.cellarius.engine.SkyMatch.Join;
import org.cellarius.engine.SkyMatchResult;
import org.cellarius.engine.SkyMatchSummary;
import org.cellarius.engine.SkySide;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.random.CounterRandom;
import org.cellarius.galaxy.sky.Find;
import org.cellarius.galaxy.sky.SkyRadius;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Matches of tables against all pairs in SQL, and the same as a plain SQL join on cells. */
class SkyMatchTest {

    private static final double ARCSEC = 1 / 3600.0;

    @TempDir
    Path folder;

    private DuckDbEngine engine =
            DuckDbEngine.open(EngineSettings.in(Path.of(System.getProperty("java.io.tmpdir")), List.of()));

    /** A pair of rows; row of B is -1 where there is none. */
    private record Pair(int a, int b) {}

    @BeforeEach
    void openHere() {
        engine.close();
        engine = DuckDbEngine.open(EngineSettings.in(folder, List.of()));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    /** Crowded fields some radii wide at both poles, across RA = 0 and elsewhere; some rows without a place or an error. */
    private StarTable sky(String name, long seed, int rows, double radiusDeg) {
        var random = new CounterRandom(seed);
        double spread = Math.min(60, 12 * radiusDeg);
        var values = new ArrayList<String>();
        for (int i = 0; i < rows; i++) {
            double along = spread * random.uniform(i, 0);
            double across = spread * (random.uniform(i, 1) - 0.5);
            double ra = i % 5 < 2 ? 360 * random.uniform(i, 2) : i % 5 == 2 ? (360 + across) % 360 : 200 + across;
            double dec = switch (i % 5) {
                case 0 -> 90 - along;
                case 1 -> -90 + along;
                case 2 -> along / 2;
                default -> 55 + along / 2;
            };
            String place = i % 29 == 3 ? "NULL, " + dec : i % 31 == 4 ? ra + ", 'nan'::DOUBLE" : ra + ", " + dec;
            String error = i % 23 == 5 ? "NULL" : String.valueOf(radiusDeg * 3600 * 0.4 * random.uniform(i, 3));
            values.add("(%d, %s, %s)".formatted(i, place, error));
        }
        return engine.database()
                .write(
                        "SELECT id::BIGINT AS id, ra::DOUBLE AS ra, dec::DOUBLE AS dec, err::DOUBLE AS err FROM (VALUES "
                                + String.join(", ", values) + ") t(id, ra, dec, err) ORDER BY id",
                        List.of(),
                        folder.resolve(name + ".parquet"));
    }

    /** All pairs within the radius by a cross join, shortest first; optionally within so many errors. */
    private List<Pair> allPairs(StarTable a, StarTable b, double radiusDeg, OptionalDouble sigmas) {
        String limit = sigmas.isPresent()
                ? "least(%s, %s * sqrt(a.err * a.err + b.err * b.err)) AND a.err IS NOT NULL AND b.err IS NOT NULL"
                        .formatted(3600 * radiusDeg, sigmas.getAsDouble())
                : String.valueOf(3600 * radiusDeg);
        // The formula of Vincenty, which shares nothing with the haversine.
        return engine.database().rows("""
                SELECT id_a, id_b FROM (
                  SELECT a.id AS id_a, b.id AS id_b, a.err AS ea, 3600 * degrees(atan2(
                    sqrt(pow(cos(radians(b.dec)) * sin(radians(a.ra - b.ra)), 2)
                      + pow(cos(radians(a.dec)) * sin(radians(b.dec)) - sin(radians(a.dec)) * cos(radians(b.dec)) * cos(radians(a.ra - b.ra)), 2)),
                    sin(radians(a.dec)) * sin(radians(b.dec)) + cos(radians(a.dec)) * cos(radians(b.dec)) * cos(radians(a.ra - b.ra)))) AS theta,
                    theta <= %s AS within
                  FROM %s a, %s b
                  WHERE abs(a.ra) <= 360 AND abs(b.ra) <= 360 AND abs(a.dec) <= 90 AND abs(b.dec) <= 90)
                WHERE within ORDER BY theta, id_a, id_b""".formatted(limit, DuckDbTable.sql(a), DuckDbTable.sql(b))).stream()
                .map(row -> new Pair(number(row.getFirst()), number(row.getLast())))
                .toList();
    }

    private static int number(Optional<String> text) {
        return text.map(Integer::parseInt).orElse(-1);
    }

    /** What a word means, taken from its definition. */
    private static List<Pair> chosen(List<Pair> all, Find find) {
        return switch (find) {
            case ALL -> all;
            case EACH -> firstOf(all, true, false);
            case SYMMETRIC -> {
                var mutual = new ArrayList<>(firstOf(all, true, false));
                mutual.retainAll(firstOf(all, false, true));
                yield mutual;
            }
            case BEST -> {
                var free = new ArrayList<Pair>();
                Set<Integer> takenOfA = new HashSet<>();
                Set<Integer> takenOfB = new HashSet<>();
                for (Pair p : all) {
                    if (!takenOfA.contains(p.a()) && !takenOfB.contains(p.b())) {
                        takenOfA.add(p.a());
                        takenOfB.add(p.b());
                        free.add(p);
                    }
                }
                yield free;
            }
        };
    }

    private static List<Pair> firstOf(List<Pair> all, boolean ofA, boolean ofB) {
        Set<Integer> seen = new HashSet<>();
        return all.stream().filter(p -> seen.add(ofA && !ofB ? p.a() : p.b())).toList();
    }

    private List<Pair> matched(StarTable a, StarTable b, SkyMatch match, String name) {
        Optional<Expression> error =
                match.sigmas().isPresent() ? Optional.of(Expression.number("err")) : Optional.empty();
        SkyMatchResult result = engine.match(
                new SkySide(a, a.value("ra"), a.value("dec"), Optional.empty(), error),
                new SkySide(b, b.value("ra"), b.value("dec"), Optional.empty(), error),
                match,
                folder.resolve(name + ".parquet"),
                Progress.SILENT);
        List<Pair> pairs = engine.database().rows("SELECT id, id_2 FROM " + DuckDbTable.sql(result.table())).stream()
                .map(row -> new Pair(number(row.getFirst()), number(row.getLast())))
                .toList();
        long matched = pairs.stream().filter(p -> p.b() >= 0).count();
        assertThat(result.summary().pairs()).isEqualTo(matched);
        assertThat(result.summary().histogram().stream()
                        .mapToLong(SkyMatchSummary.Bin::pairs)
                        .sum())
                .isEqualTo(matched);
        assertThat(result.summary().a().matched())
                .isEqualTo(pairs.stream()
                        .filter(p -> p.b() >= 0)
                        .map(Pair::a)
                        .distinct()
                        .count());
        return pairs;
    }

    @ParameterizedTest
    @EnumSource(Find.class)
    void rowsAreThoseOfAllPairsInSql(Find find) {
        double radiusDeg = 20 * ARCSEC;
        StarTable a = sky("a", 1, 500, radiusDeg);
        StarTable b = sky("b", 2, 400, radiusDeg);
        List<Pair> expected = chosen(allPairs(a, b, radiusDeg, OptionalDouble.empty()), find);
        assertThat(expected).as("the fields are crowded").hasSizeGreaterThan(60);
        List<Pair> inner = matched(a, b, new SkyMatch(new SkyRadius(radiusDeg), find, Join.INNER), "inner");
        assertThat(inner).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(inner).extracting(Pair::a).isSorted();
        List<Pair> left = matched(a, b, new SkyMatch(new SkyRadius(radiusDeg), find, Join.LEFT), "left");
        assertThat(left.stream().filter(p -> p.b() >= 0)).containsExactlyElementsOf(inner);
        Set<Integer> having = inner.stream().map(Pair::a).collect(Collectors.toSet());
        assertThat(left.stream().filter(p -> p.b() < 0).map(Pair::a))
                .hasSize(500 - having.size())
                .doesNotContainAnyElementsOf(having);
    }

    @ParameterizedTest
    @EnumSource(Find.class)
    void errorsOfPositionsLimitPairsAsInSql(Find find) {
        double radiusDeg = 20 * ARCSEC;
        StarTable a = sky("a", 3, 600, radiusDeg);
        StarTable b = sky("b", 4, 600, radiusDeg);
        OptionalDouble sigmas = OptionalDouble.of(1.5);
        List<Pair> all = allPairs(a, b, radiusDeg, sigmas);
        assertThat(all)
                .hasSizeGreaterThan(60)
                .hasSizeLessThan(
                        allPairs(a, b, radiusDeg, OptionalDouble.empty()).size() * 9 / 10);
        var match = new SkyMatch(new SkyRadius(radiusDeg), find, Join.INNER, "_x", sigmas);
        assertThat(matched(a, b, match, "near")).containsExactlyInAnyOrderElementsOf(chosen(all, find));
        // The column is the separation in units of both errors.
        double[] worst = engine.database()
                .numbers(
                        "SELECT max(abs(separation_sigma_x * sqrt(err * err + err_2 * err_2) / separation_x - 1)), max(separation_sigma_x), count(separation_sigma_x) - count(*) FROM "
                                + DuckDbTable.sql(engine.open(folder.resolve("near.parquet"))));
        assertThat(worst[0]).isLessThan(1e-12);
        assertThat(worst[1]).isBetween(1.0, 1.5);
        assertThat(worst[2]).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1 * ARCSEC, 2 * ARCSEC, 0.01, 1, 7})
    void thePlainSqlJoinGivesTheSamePairs(double radiusDeg) {
        StarTable a = sky("a", 5, 500, radiusDeg);
        StarTable b = sky("b", 6, 500, radiusDeg);
        var radius = new SkyRadius(radiusDeg);
        for (Find find : List.of(Find.ALL, Find.EACH, Find.SYMMETRIC)) {
            List<Pair> zones = matched(a, b, new SkyMatch(radius, find, Join.INNER), "zones");
            List<Pair> joined = sql(a, b, radius, find);
            assertThat(joined).as("%s", find).hasSizeGreaterThan(40).containsExactlyElementsOf(zones);
        }
    }

    private List<Pair> sql(StarTable a, StarTable b, SkyRadius radius, Find find) {
        String query = new SkyMatchSql(
                        new SkyMatchSql.Places("first_sky", "id", "ra", "dec"),
                        new SkyMatchSql.Places("second_sky", "id", "ra", "dec"),
                        radius,
                        find)
                .text()
                .replace("FROM first_sky", "FROM " + DuckDbTable.sql(a))
                .replace("FROM second_sky", "FROM " + DuckDbTable.sql(b));
        return engine.database().rows(query).stream()
                .map(row -> new Pair(number(row.get(0)), number(row.get(1))))
                .toList();
    }

    @Test
    void thePlainSqlUsesOnlyWhatBothDatabasesKnow() {
        String query = new SkyMatchSql(
                        new SkyMatchSql.Places("gaia", "source_id", "ra", "dec"),
                        new SkyMatchSql.Places("lamost", "obsid", "ra", "dec"),
                        new SkyRadius(2 * ARCSEC),
                        Find.SYMMETRIC)
                .text();
        assertThat(query).doesNotContain("::", "unnest", "EXCLUDE", "[", "\"", "`", "QUALIFY", "USING", "LATERAL");
        assertThatThrownBy(() -> new SkyMatchSql(
                        new SkyMatchSql.Places("a", "id", "ra", "dec"),
                        new SkyMatchSql.Places("b", "id", "ra", "dec"),
                        new SkyRadius(1),
                        Find.BEST))
                .hasMessageContaining("one after the other");
        assertThatThrownBy(() -> new SkyMatchSql.Places("a; DROP TABLE a", "id", "ra", "dec"))
                .hasMessageContaining("plain name");
    }

    @Test
    void theChapterShowsTheQuery() throws IOException {
        Path chapter = Path.of(System.getProperty("cellarius.root", "..")).resolve("docs/science/match.md");
        String query = new SkyMatchSql(
                        new SkyMatchSql.Places("a_sky", "id", "ra", "dec"),
                        new SkyMatchSql.Places("b_sky", "id", "ra", "dec"),
                        new SkyRadius(2 * ARCSEC),
                        Find.EACH)
                .text();
        assertThat(Files.readString(chapter)).contains("```sql\n" + query + "\n```");
    }

    @Test
    void repeatsFormGroups() {
        // Along a meridian, radius 5 arcsec: 0 - 2 - 1 hang together (4 arcsec each), 3 alone, 4 = 5; row 6 has no
        // place.
        StarTable table = engine.database()
                .write(
                        "SELECT * FROM (VALUES (0, 10.0, 0 / 3600.0, 1), (1, 10.0, 8 / 3600.0, 2), (2, 10.0, 4 / 3600.0, 1), (3, 10.0, 60 / 3600.0, 9), (4, 359.9999, 0, 5), (5, 359.9999, 0, 5), (6, NULL, 0, 5)) t(id, ra, dec, snr) ORDER BY id",
                        List.of(),
                        folder.resolve("repeats-in.parquet"));
        StarTable grouped = new RepeatGroups(new Deduplication(5, Expression.number("snr"), List.of()))
                .run(engine, table, folder, folder.resolve("grouped.parquet"));
        assertThat(engine
                        .database()
                        .rows("SELECT id, group_id, group_size, group_kept FROM " + DuckDbTable.sql(grouped))
                        .stream()
                        .map(row -> row.stream().map(v -> v.orElse("-")).collect(Collectors.joining(" "))))
                .containsExactly(
                        "0 0 3 true",
                        "1 0 3 true",
                        "2 0 3 false",
                        "3 - 1 true",
                        "4 4 2 true",
                        "5 4 2 false",
                        "6 - 1 true");
        StarTable unique = engine.withoutRepeats(
                table, new Deduplication(5, Expression.number("snr"), List.of()), folder.resolve("unique.parquet"));
        assertThat(unique.rows()).isEqualTo(5);
    }
}
