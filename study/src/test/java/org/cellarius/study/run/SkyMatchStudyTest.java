package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.SmallTable;
import org.cellarius.study.result.RunResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Second files matched on the sky in studies: rows, columns, counts, figure, epochs, several files, the cache, what is refused. */
class SkyMatchStudyTest {

    /** On the equator, where an arcsecond of right ascension is one on the sky: star i at 10 i degrees. */
    private static final String STARS =
            "id,ra,dec,x,y\n1,10,0,1,1\n2,20,0,2,3\n3,30,0,3,2\n4,40,0,4,5\n5,50,0,5,4\n6,60,0,6,7\n";

    /**
     * Star 1 one arcsec away, star 2 three and 0.5 arcsec, star 4 by one that moved a degree in sixteen years, star 5 without a
     * proper motion two arcsec away.
     */
    private static final String GAIA = """
            ra,dec,pmra,pmdec,g
            10.0002777777777778,0,0,0,11
            20.0008333333333333,0,0,0,12.5
            20,0.0001388888888889,0,0,12
            40,1,0,225000,14
            50.0005555555555556,0,,,15
            """;

    private static final String FIRST =
            "{id: id, ra: {from: ra, unit: deg}, dec: {from: dec, unit: deg}, x: {from: x, unit: kpc}, y: {from: y, unit: kpc}}";

    private static final String SECOND =
            "{ra: {from: ra, unit: deg}, dec: {from: dec, unit: deg}, pmra: {from: pmra, unit: mas/yr}, pmdec: {from: pmdec, unit: mas/yr}, g: {from: g, unit: mag}}";

    @TempDir
    Path folder;

    private MiniStudy mini;

    @BeforeEach
    void sixStars() {
        mini = new MiniStudy(folder).file("stars.csv", STARS).file("gaia.csv", GAIA);
    }

    private static String study(String match) {
        return """
                study: mini
                catalogues:
                  survey:
                    file: stars.csv
                    columns: %s
                    match: %s
                phase-space: none
                %s""".formatted(FIRST, match, MiniStudy.LINE);
    }

    private static String match(String settings) {
        return "{file: gaia.csv, " + settings + ", columns: " + SECOND + "}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "each, unmatched: drop | 1 11.0, 2 12.0, 5 15.0",
                "each                  | 1 11.0, 2 12.0, 5 15.0",
                "each, unmatched: keep | 1 11.0, 2 12.0, 3 missing, 4 missing, 5 15.0, 6 missing",
                "all                   | 1 11.0, 2 12.0, 2 12.5, 5 15.0",
                "best, unmatched: keep | 1 11.0, 2 12.0, 3 missing, 4 missing, 5 15.0, 6 missing",
                "symmetric             | 1 11.0, 2 12.0, 5 15.0"
            })
    void rowsAreThoseThatTheWordsMean(String settings, String expected) {
        mini.study(study(match("radius: 4 arcsec, find: " + settings))).run();
        String found = String.join(
                ", ",
                mini.stars("SELECT id, g FROM stars").stream()
                        .map(row -> String.join(" ", row))
                        .toList());
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void theCataloguesPositionStaysAndTheSeparationIsAColumn() {
        mini.study(study(match("radius: 4 arcsec, find: each"))).run();
        assertThat(mini.stars("SELECT * FROM stars LIMIT 0")).isEmpty();
        assertThat(mini.stars("SELECT id, ra, pmra, round(separation, 9) FROM stars"))
                .containsExactly(
                        List.of("1", "10.0", "0.0", "1.0"),
                        List.of("2", "20.0", "0.0", "0.5"),
                        List.of("5", "50.0", "missing", "2.0"));
    }

    @Test
    void positionsAreCarriedToOneEpochAndThoseWithoutMotionAreFlagged() {
        RunResult result = mini.study(study(match("radius: 4 arcsec, find: each, epochs: [2000, 2016]")))
                .run();
        assertThat(mini.stars("SELECT id, moved_to_epoch, g FROM stars"))
                .containsExactly(
                        List.of("1", "true", "11.0"),
                        List.of("2", "true", "12.0"),
                        List.of("4", "true", "14.0"),
                        List.of("5", "false", "15.0"));
        assertThat(MiniStudy.flow(result))
                .contains(
                        "read survey: gaia.csv (to be matched) | 5 5 0",
                        "match survey: with gaia.csv within 4 arcsec, find each, the file carried from J2016 to J2000 | 6 4 2",
                        "match survey: with gaia.csv, rows matched | 6 6 4",
                        "match survey: with gaia.csv, rows with more than one candidate | 6 6 1",
                        "match survey: with gaia.csv, not moved (no proper motion) | 5 5 1");
    }

    /** The motions of the file serve the match also where the catalogue has its own, which stay. */
    @Test
    void theFilesMotionsServeBesideThoseOfTheCatalogue() {
        String own = FIRST.replace(
                "{id: id,",
                "{id: id, pmra: {expression: 0 * x + 7, unit: mas/yr}, pmdec: {expression: 0 * x + 8, unit: mas/yr},");
        mini.study(study(match("radius: 4 arcsec, find: each, epochs: [2000, 2016], moved: b"))
                        .replace(FIRST, own))
                .run();
        assertThat(mini.stars("SELECT id, moved_to_epoch, g, pmra, pmdec FROM stars"))
                .containsExactly(
                        List.of("1", "true", "11.0", "7.0", "8.0"),
                        List.of("2", "true", "12.0", "7.0", "8.0"),
                        List.of("4", "true", "14.0", "7.0", "8.0"),
                        List.of("5", "false", "15.0", "7.0", "8.0"));
    }

    @Test
    void reportTablesAndFigureTellTheMatch() throws IOException {
        RunResult result =
                mini.study(study(match("radius: 4 arcsec, find: all"))).run();
        SmallTable rates = MiniStudy.table(result, "match-survey");
        assertThat(MiniStudy.texts(rates, "table")).containsExactly("survey", "gaia.csv");
        assertThat(MiniStudy.column(rates, "rows")).containsExactly(6, 5);
        assertThat(MiniStudy.column(rates, "matched")).containsExactly(3, 4);
        assertThat(MiniStudy.column(rates, "ambiguous")).containsExactly(1, 0);
        assertThat(MiniStudy.column(rates, "matched_share")[0]).isCloseTo(0.5, within(1e-12));
        SmallTable bins = MiniStudy.table(result, "match-survey-separations");
        // Bins of 0.4 arcsec: 0.5, 1, 2 (the edge belongs to the bin above), 3 arcsec.
        assertThat(MiniStudy.column(bins, "pairs")).containsExactly(0, 1, 1, 0, 0, 1, 0, 1, 0, 0);
        for (String file : List.of(
                "figures/match-survey.png",
                "figures/match-survey.svg",
                "figures/match-survey.pdf",
                "tables/match-survey.csv")) {
            assertThat(mini.output().resolve(file)).isNotEmptyFile();
        }
        assertThat(Files.readString(mini.output().resolve("report.html")))
                .contains("Match of survey with gaia.csv", "more than one candidate");
        assertThat(Files.readString(mini.output().resolve("provenance.json")))
                .contains("gaia.csv, within 4 arcsec, find all");
        assertThat(Files.readString(mini.output().resolve("study.resolved.yaml")))
                .contains("unmatched: \"drop\"");
    }

    @Test
    void whatChanceWouldGiveIsThatOfTheDensity() {
        // 2000 stars of the file in a field of 1 by 1 degree, 500 of the catalogue well inside: pi r^2 n = 0.0698 for r
        // = 12
        // arcsec, so that 1 - exp(-0.0698) = 6.74 per cent meet one by chance; none is the same star.
        var random = new org.cellarius.galaxy.random.CounterRandom(11);
        var first = new StringBuilder("id,ra,dec,x,y\n");
        for (int i = 0; i < 2000; i++) {
            first.append("%d,%s,%s,%d,%d%n"
                    .formatted(i, 10.1 + 0.8 * random.uniform(i, 0), 0.8 * random.uniform(i, 1) - 0.4, i % 7, i % 5));
        }
        var second = new StringBuilder("ra,dec,pmra,pmdec,g\n");
        for (int i = 0; i < 2000; i++) {
            second.append("%s,%s,,,%d%n".formatted(10 + random.uniform(i, 2), random.uniform(i, 3) - 0.5, i));
        }
        mini.file("stars.csv", first.toString()).file("gaia.csv", second.toString());
        RunResult result =
                mini.study(study(match("radius: 12 arcsec, find: each"))).run();
        SmallTable rates = MiniStudy.table(result, "match-survey");
        double share = MiniStudy.column(rates, "chance_share")[0];
        double error = MiniStudy.column(rates, "chance_share_sd")[0];
        double expected = 1 - Math.exp(-Math.PI * 144 / (3600.0 * 3600) * 2000);
        assertThat(share).isCloseTo(expected, within(4 * error));
        assertThat(MiniStudy.column(rates, "matched_share")[0]).isCloseTo(expected, within(4 * error));
        double met = java.util.Arrays.stream(
                        MiniStudy.column(MiniStudy.table(result, "match-survey-separations"), "by_chance"))
                .sum();
        assertThat(met).isCloseTo(share * 2000, within(1e-6));
    }

    /** Star 1 one arcsec away, star 5 two, both with an error of 0.3 and 400 mas, whose root of squares is 0.5 arcsec. */
    @Test
    void errorsOfPositionsLimitPairs() {
        String match = match("radius: 4 arcsec, find: each, errors: {a: e, b: e_gaia, sigmas: 2.5}")
                .replace("g: {from", "e_gaia: {expression: \"0.4 + 0 * g\", unit: arcsec, to: mas}, g: {from");
        String study = study(match)
                .replace(
                        "x: {from: x, unit",
                        "e: {expression: \"0.3 + 0 * x\", unit: arcsec, to: arcsec}, x: {from: x, unit");
        RunResult result = mini.study(study).run();
        assertThat(mini.stars("SELECT id, round(separation_sigma, 6) FROM stars"))
                .containsExactly(List.of("1", "2.0"), List.of("2", "1.0"));
        assertThat(MiniStudy.flow(result))
                .contains(
                        "match survey: with gaia.csv within 4 arcsec, find each, within 2.5 sigmas of e and e_gaia | 6 2 4");
        mini.study(study.replace("b: e_gaia", "b: g"));
        assertThatThrownBy(mini::replace).hasMessageContaining("the error 'g' is not an angle: its unit is 'mag'");
    }

    @Test
    void severalFilesAreMatchedOneAfterTheOther() {
        mini.file("wise.csv", "ra,dec,w1\n20,0,5\n40,0,6\n60,0,7\n");
        String wise =
                "{name: wise, file: wise.csv, radius: 1 arcsec, find: best, unmatched: keep, columns: {ra: {from: ra, unit: deg}, dec: {from: dec, unit: deg}, w1: {from: w1, unit: mag}}}";
        RunResult result = mini.study(study(
                        "[" + match("name: gaia, radius: 4 arcsec, find: each, unmatched: keep") + ", " + wise + "]"))
                .run();
        assertThat(mini.stars("SELECT id, g, w1, round(separation_gaia, 6), separation_wise FROM stars"))
                .containsExactly(
                        List.of("1", "11.0", "missing", "1.0", "missing"),
                        List.of("2", "12.0", "5", "0.5", "0.0"),
                        List.of("3", "missing", "missing", "missing", "missing"),
                        List.of("4", "missing", "6", "missing", "0.0"),
                        List.of("5", "15.0", "missing", "2.0", "missing"),
                        List.of("6", "missing", "7", "missing", "0.0"));
        assertThat(MiniStudy.table(result, "match-survey-wise").rows()).hasSize(2);
    }

    @Test
    void aSecondRunTakesRowsAndCountsFromTheCache() throws IOException {
        mini.study(study(match("radius: 4 arcsec, find: all")));
        RunResult first = mini.run();
        List<String> kept = MiniStudy.names(mini.cache());
        RunResult again = mini.replace();
        assertThat(MiniStudy.names(mini.cache())).isEqualTo(kept);
        assertThat(MiniStudy.flow(again)).isEqualTo(MiniStudy.flow(first));
        assertThat(again.products().getLast().tables())
                .isEqualTo(first.products().getLast().tables());
        // Rows or counts that are lost are found anew.
        for (String part : List.of("match-counts-", "match-")) {
            for (String name : kept.stream().filter(n -> n.startsWith(part)).toList()) {
                Files.delete(mini.cache().resolve(name));
                kept = MiniStudy.names(mini.cache());
                assertThat(MiniStudy.flow(mini.replace())).isEqualTo(MiniStudy.flow(first));
                if (part.equals("match-")) {
                    break;
                }
            }
        }
    }

    @Test
    void theResolvedStudyGivesTheSameMatch() throws IOException {
        mini.study(study(match("radius: 4 arcsec, find: each, epochs: [2000, 2016]")));
        RunResult first = mini.run();
        String resolved = Files.readString(mini.output().resolve("study.resolved.yaml"));
        assertThat(resolved).contains("moved: \"b\"");
        assertThat(MiniStudy.flow(mini.study(resolved).replace())).isEqualTo(MiniStudy.flow(first));
    }

    @Test
    void aRadiusCanBeVaried() {
        RunResult result = mini.study(
                        study(match("radius: 4 arcsec, find: each, unmatched: keep"))
                                + "vary: {settings: {radius: {set: catalogues/survey/match/radius, to: [0.7 arcsec]}, stays: {set: catalogues/survey/match/unmatched, to: [drop]}}}\n")
                .run();
        assertThat(MiniStudy.table(result, "robustness").rows()).isNotEmpty();
        assertThat(MiniStudy.column(MiniStudy.table(result, "robustness-alternatives"), "n"))
                .contains(6, 3);
    }

    @Test
    void checkLooksAtTheMatch() {
        assertThat(mini.study(study(match("radius: 4 arcsec, find: each, epochs: [2000, 2016]")))
                        .check())
                .contains(
                        "match survey with gaia.csv on the sky: within 4 arcsec, find each, the file carried from J2016 to J2000");
        assertThatThrownBy(() -> mini.study(study(match("radius: 4 arcsec, find: each"))
                                + "cuts: [{name: near, keep: separatoin < 1}]\n")
                        .check())
                .hasMessageContaining("separation");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "radius: 4 arcsec                                | the key 'find' is missing",
                "find: each                                      | the key 'radius' is missing",
                "radius: 4 arcsec, find: nearest                 | is not possible for",
                "radius: 4, find: each                           | radius",
                "radius: 4 kpc, find: each                       | is not possible for 'radius'",
                "radius: 100 deg, find: each                     | at most 90 deg",
                "radius: 4 arcsec, find: each, moved: b          | 'moved' without epochs",
                "radius: 4 arcsec, find: each, epochs: [2000]    | epochs",
                "radius: 4 arcsec, find: each, epochs: [2000, 2016], moved: a | has no 'pmra' and 'pmdec'",
                "radius: 4 arcsec, find: each, name: Gaia        | is not written as"
            })
    void mistakesAreTold(String settings, String message) {
        mini.study(study(match(settings)));
        assertThatThrownBy(mini::run)
                .isInstanceOf(InputError.class)
                .hasMessageContaining(message)
                .hasMessageContaining("study.yaml:6:");
        assertThat(mini.output()).doesNotExist();
    }

    @Test
    void namesThatWouldMeanTwoThingsAreRefused() {
        mini.study(study(match("radius: 4 arcsec, find: each").replace("g: {from: g", "x: {from: g")));
        assertThatThrownBy(mini::run).hasMessageContaining("the column 'x' comes from stars.csv and from gaia.csv");
        mini.study(study(match("radius: 4 arcsec, find: each")
                .replace("g: {from: g, unit: mag}", "separation: {from: g, unit: deg}")));
        assertThatThrownBy(mini::run).hasMessageContaining("the match gives the column 'separation'");
        mini.study(study(
                "[" + match("radius: 4 arcsec, find: each") + ", " + match("radius: 4 arcsec, find: each") + "]"));
        assertThatThrownBy(mini::run).hasMessageContaining("several matches of one catalogue need names");
        mini.study(study(match("radius: 4 arcsec, find: each").replace("dec: {from: dec, unit: deg}, pmra", "pmra")));
        assertThatThrownBy(mini::run)
                .hasMessageContaining("a match on the sky needs 'dec' of both files, and gaia.csv gives none");
        mini.study(study(match("radius: 4 arcsec, find: each"))
                .replace("columns: {id", "epoch: 1991.25\n    columns: {id")
                .replace("find: each", "find: each, epochs: [2000, 2016]"));
        assertThatThrownBy(mini::run).hasMessageContaining("has the epoch 1991.25, its match says 2000");
    }
}
