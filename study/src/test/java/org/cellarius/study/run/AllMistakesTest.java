package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.Mistakes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong between a study and its files is told at once, by {@code check} and by {@code run}. */
class AllMistakesTest {

    private static final String STARS = """
            RA,DE,Dist,"[Fe/H]",e_FeH,pmRA,pmDE,RV,Age,Teff,logg
            10.5,-3.25,1.5,-0.1,0.05,1.5,-2.5,20.5,5.5,4800,2.5
            11.5,-4.25,2.5,-0.2,0.05,1.5,-2.5,21.5,6.5,4700,2.25
            12.5,-5.25,3.5,-0.3,0.05,1.5,-2.5,22.5,7.5,4600,2.0
            """;

    private static final String UNITLESS = """
            study: own
            catalogues:
              survey:
                file: stars.csv
                columns:
                  ra: RA
                  dec: DE
                  distance: Dist
                  fe_h: "[Fe/H]"
                  fe_h_error: e_FeH
                  pmra: pmRA
                  pmdec: pmDE
                  radial_velocity: RV
                  age: Age
                  teff: Teff
                  logg: logg
            products:
              line: {kind: gradient, x: distance, y: fe_h, method: ols, minimum-count: 3}
            """;

    @TempDir
    Path folder;

    private MiniStudy mini() {
        return new MiniStudy(folder).file("stars.csv", STARS);
    }

    /** A setting that is wrong is not asked for as well. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "statistic: median, value: fe_h, companions: [residual], model: 0.4 - 0.05 * | cannot be understood",
                "statistic: median, value: fe_h, companions: [residual], modle: 0.4          | did you mean 'model'",
                "statistic: mean, valeu: fe_h                                                | did you mean 'value'",
                "statistic: quantile, value: fe_h, quantil: 0.9                              | did you mean 'quantile'"
            })
    void aSettingThatIsWrongIsNotMissed(String settings, String told) {
        MiniStudy mini = mini().study(UNITLESS.replace("    columns:", "    units: canonical\n    columns:")
                + "  map: {kind: plane, x: teff, y: logg, cell: [100, 0.1], " + settings.strip() + "}\n");
        assertThat(told(mini)).singleElement().asString().contains(told);
    }

    /** What follows from a mistake only is none; what stands beside it is told with it. */
    @Test
    void noMistakeBringsForthAnother() {
        MiniStudy mini = mini().study(
                        UNITLESS.replace("    columns:", "    units: canonical\n    columns:")
                                + "vary: {settings: {m: {set: products/line/metod, to: [ols]}, n: {alternatives: {a: {products/line/methot: ols}}}}}\n");
        assertThat(told(mini)).hasSize(2).allMatch(m -> m.contains("did you mean 'method'"));

        mini.study(
                UNITLESS.replace("    columns:", "    units: canonical\n    columns:")
                        .replace(
                                "method: ols",
                                "y-error: fe_h_error, method: {name: scatter-vertical, prior: {slop: 'normal(0,1)', scatter: 'unif(0,1)', intercept: 'normal(0)'}, steps: many}"));
        assertThat(told(mini))
                .hasSize(4)
                .anyMatch(m -> m.contains("'unif(0,1)' is not a prior"))
                .anyMatch(m -> m.contains("'normal(0)' is not a prior"))
                .anyMatch(m -> m.contains("named 'slop'"))
                .anyMatch(m -> m.contains("should be a whole number, and is 'many'") && m.contains("How many draws"));
    }

    private static List<String> told(MiniStudy mini) {
        return Mistakes.parts(catchThrowableOfType(InputError.class, mini::check)).stream()
                .map(InputError::getMessage)
                .toList();
    }

    @Test
    void elevenMissingUnitsAreOneMessageThatCanBePasted() {
        MiniStudy mini = mini().study(UNITLESS);
        InputError mistake = catchThrowableOfType(InputError.class, mini::run);
        assertThat(mistake.what())
                .startsWith("11 columns of stars.csv have no unit")
                .contains("ra, dec, distance");
        assertThat(mistake.remedy())
                .contains("      ra: {from: RA, unit: deg}\n")
                .contains("      fe_h: {from: \"[Fe/H]\", unit: dex}\n")
                .contains("      pmra: {from: pmRA, unit: mas/yr}\n");
        String pasted =
                mistake.remedy().lines().filter(l -> l.startsWith("      ")).reduce("", (a, b) -> a + b + "\n");
        int columns = UNITLESS.indexOf("    columns:\n") + "    columns:\n".length();
        mini.study(UNITLESS.substring(0, columns) + pasted + UNITLESS.substring(UNITLESS.indexOf("products:")));
        assertThat(mini.run().stars().rows()).isEqualTo(3);
        assertThat(mini.stars("SELECT max(fe_h), max(age) FROM stars").getFirst())
                .containsExactly("-0.1", "7.5");
    }

    @Test
    void canonicalUnitsAreTakenWhereTheStudySaysSoAndTheReportTells() {
        MiniStudy mini = mini().study(UNITLESS.replace("file: stars.csv", "file: stars.csv\n    units: canonical"));
        StudyRun run = mini.prepared(mini.output(), mini.cache(), RunOptions.Overwrite.REFUSE, 2, DataFolders.NONE);
        assertThat(run.run().stars().column("pmra").orElseThrow().unit()).isEqualTo("mas/yr");
        assertThat(run.notes())
                .anySatisfy(n -> assertThat(n).contains("units taken as canonical", "ra in deg", "age in Gyr"));
    }

    @Test
    void aUnitOfTheFileIsNotOverruledByCanonicalOnes() {
        MiniStudy mini = mini().file("stars.csv", STARS.replace("Dist", "Dist[pc]"))
                .study(UNITLESS.replace("file: stars.csv", "file: stars.csv\n    units: canonical"));
        mini.run();
        assertThat(mini.stars("SELECT max(distance) FROM stars").getFirst()).containsExactly("0.0035");
    }

    @Test
    void columnsUnitsPopulationsAndProductsAreToldTogether() {
        MiniStudy mini = mini().study("""
                study: own
                catalogues:
                  survey:
                    file: stars.csv
                    columns:
                      ra: {from: RAs, unit: deg}
                      dec: {from: DEs, unit: deg}
                      distance: {from: Dist, unit: deg}
                      age: Age
                  other:
                    file: stars.csv
                    columns:
                      ra: {from: RA, unit: degg}
                      teff: {from: nothing, unit: K}
                products:
                  line: {kind: gradient, x: distance, y: fe_h, method: ols, minimum-count: 3}
                """);
        for (var tried : List.<Runnable>of(mini::run, mini::check)) {
            assertThatThrownBy(tried::run)
                    .isInstanceOf(InputError.class)
                    .hasMessageContaining("no column 'RAs'")
                    .hasMessageContaining("no column 'DEs'")
                    .hasMessageContaining("the unit 'deg' of 'distance' cannot be converted to 'kpc'")
                    .hasMessageContaining("'age' needs one")
                    .hasMessageContaining("the unit of 'ra' is not known")
                    .hasMessageContaining("no column 'nothing'")
                    .hasMessageStartingWith("6 mistakes:");
        }
        mini.study(MiniStudy.of("{u: Dist, v: Age}", """
                cuts: [{name: one, keep: ww > 1}, {name: two, keep: u + 1}, {name: three, keep: u > 0}]
                populations: {a: xx > 1, b: 'v < "low"'}
                products:
                  one: {kind: gradient, x: u, y: yy, method: ols, minimum-count: 3}
                  two: {kind: gradient, x: u, y: zz, method: ols, minimum-count: 3}
                """));
        for (var tried : List.<Runnable>of(mini::run, mini::check)) {
            assertThatThrownBy(tried::run)
                    .hasMessageStartingWith("6 mistakes:")
                    .hasMessageContaining("names the column 'ww'")
                    .hasMessageContaining("the cut 'two' is not a condition")
                    .hasMessageContaining("names the column 'xx'")
                    .hasMessageContaining("A text stands in single quotes: 'low'")
                    .hasMessageContaining("names the column 'yy'")
                    .hasMessageContaining("names the column 'zz'");
        }
    }

    /** What another section needs and does not find, because it could not be read, is no mistake of its own. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sun: hawkin2023; phase-space: positions         | there is no Sun named",
                "sun: {R0: 8.1, z: 20 pc}; phase-space: positions | needs a number with its unit",
                "sun: hawkins2023; phase-space: full; orbits: {potential: MWPotential2014} | is not possible for",
                "sun: hawkins2023; phase-space: full; membership: {set: bensby2003} | is not possible for",
                "sun: hawkins2023; phase-space: full; velocities-relative-to: [sun] | is not possible for"
            })
    void whatStandsOnAFaultIsNotToldBesideIt(String sections, String mistake) {
        MiniStudy mini = mini();
        String study = UNITLESS.replace("file: stars.csv", "file: stars.csv\n    units: canonical")
                + sections.replace("; ", "\n") + "\n";
        mini.study(study);
        for (var tried : List.<Runnable>of(mini::run, mini::check)) {
            assertThatThrownBy(tried::run)
                    .isInstanceOf(InputError.class)
                    .message()
                    .contains(mistake)
                    .doesNotContain("mistakes:");
        }
    }

    @Test
    void noLineToCompareIsNotToldWhereTheLineCouldNotBeRead() {
        MiniStudy mini = mini().study(MiniStudy.of("{u: Dist, v: Age}", """
                products:
                  line: {kind: gradinet, x: u, y: v, method: ols, minimum-count: 3}
                vary:
                  settings:
                    count: {set: products/line/minimum-count, to: [4]}
                """));
        assertThatThrownBy(mini::run).message().startsWith("'gradinet' is not possible");
        // A path into a product that could not be read leads nowhere, for that reason.
        mini.study(MiniStudy.of("{u: Dist, v: Age}", """
                products:
                  line: {kind: gradient, x: u, y: v, method: ols, sort: 3}
                  other: {kind: gradient, x: u, y: v, method: ols, minimum-count: 3}
                vary:
                  settings:
                    count: {set: products/line/minimum-count, to: [3, 4, 5]}
                """));
        assertThatThrownBy(mini::check)
                .message()
                .startsWith("unknown key 'sort'")
                .doesNotContain("on the way");
    }

    @Test
    void textsThatAreNearlyNumbersAreToldWithTheirWayOut() {
        MiniStudy mini = new MiniStudy(folder)
                .file("stars.csv", "a;b;c\n10:41:38.9;1,5;low\n10:41:39;2,5;1\n00:00:01;7,25;3\n")
                .study(MiniStudy.of(
                        "{ra: a, distance: b, age: c}", MiniStudy.LINE.replace("x: x, y: y", "x: ra, y: age")));
        assertThatThrownBy(mini::run)
                .hasMessageStartingWith("3 mistakes:")
                .hasMessageContaining("for example '10:41:38.9'")
                .hasMessageContaining("hours or degrees, minutes and seconds")
                .hasMessageContaining("TRY_CAST(replace(COLUMN, ',', '.') AS DOUBLE)")
                .hasMessageContaining("for example 'low'");
    }

    @Test
    void missingFilesAreToldTogetherWithTheNearestNames() {
        mini().study("""
                study: own
                catalogues:
                  one: {file: star.csv, columns: {x: Dist}}
                  two: {file: elsewhere/b.csv, columns: {x: Dist}}
                products:
                  line: {kind: gradient, x: x, y: x, method: ols, minimum-count: 3}
                """);
        assertThatThrownBy(() -> mini().run())
                .hasMessageStartingWith("2 mistakes:")
                .hasMessageContaining("did you mean 'stars.csv'?")
                .hasMessageContaining("elsewhere/b.csv");
    }

    /** What a message of many mistakes begins with. */
    private static void told(MiniStudy mini, int mistakes, String... parts) {
        for (var tried : List.<Runnable>of(mini::run, mini::check)) {
            var thrown = assertThatThrownBy(tried::run).isInstanceOf(InputError.class);
            thrown.hasMessageStartingWith(mistakes + " mistakes:");
            List.of(parts).forEach(thrown::hasMessageContaining);
        }
    }

    @Test
    void wordsHideNeitherFilesNorColumnsNorCutsNorProducts() {
        MiniStudy mini = mini().study("""
                study: own
                catalogues:
                  survey:
                    file: stars.csv
                    columns:
                      ra: {from: RAs, unit: deg}
                      distance: {from: Dist, unit: kpc}
                      age: Age
                      teff: {from: Teff, unit: K, expression: Teff}
                  other:
                    file: star.csv
                    columns: {colour: Dist}
                cuts:
                  - {name: near, keep: distance < 3}
                  - {name: unknown, keep: distanse < 3}
                  - {name: hot, keep: teff > 5000}
                  - {name: old, keep: age > 'low'}
                  - {name: red, keep: colour > 1}
                products:
                  one: {kind: gradientt, x: distance, y: yy, method: ols, minimum-count: 3}
                  two: {kind: hexagon, value: distance}
                  three: {kind: distribution, value: zz, width: 1, where: distance + 1, slices: {of: qq, edges: [1, 2]}}
                """);
        // colour is not known without its file, teff not without its one origin; age is, whatever its unit. The rest of
        // 'unknown column' could be of the lost file.
        told(
                mini,
                8,
                "did you mean 'stars.csv'?",
                "no column 'RAs'",
                "'age' needs one",
                "needs either 'from' or 'expression'",
                "'gradientt' is not possible",
                "'hexagon' is not possible",
                "age > 'low'",
                "distance + 1");
    }

    @Test
    void whatNamesAColumnThatIsNotKnownIsNotJudged() {
        MiniStudy mini = mini().study("""
                study: own
                catalogues:
                  survey:
                    file: stars.csv
                    columns:
                      distance: {from: Dist, unit: kpc}
                      fe_h: {from: nothing, unit: dex}
                      name: {from: RA}
                cuts:
                  - {name: text, keep: fe_h = 'low'}
                  - {name: metal, keep: FE_H + 1}
                  - {name: other, keep: fe_hh > 1}
                  - {name: near, keep: distance}
                populations: {poor: fe_h < -1, odd: name || 1}
                products:
                  line: {kind: gradient, x: distance, y: fe_h, method: ols, minimum-count: 3, population: poor}
                  map: {kind: distribution, value: agee, width: 1}
                """);
        told(
                mini,
                5,
                "no column 'nothing'",
                "names the column 'fe_hh'",
                "the cut 'near' is not a condition",
                "name || 1",
                "names the column 'agee'");
    }

    @Test
    void aMissingUnitHidesNothingAndInventsNothing() {
        MiniStudy mini = mini().study(UNITLESS.replace("products:", """
                cuts:
                  - {name: near, keep: distance < 3 and fe_h > -1}
                  - {name: wrong, keep: distance + 1}
                phase-space: positions
                sun: hawkins2023
                products:
                  height: {kind: distribution, value: zz, width: 1}
                  fine: {kind: distribution, value: z, width: 1}"""));
        told(mini, 3, "11 columns of stars.csv have no unit", "the cut 'wrong' is not a condition", "'zz'");
    }

    @Test
    void missingSectionsAndKeysLeaveTheRestToBeJudged() {
        told(
                mini().study("""
                        catalogues:
                          survey: {file: stars.csv, columns: {distance: {from: Dist, unit: degg}, x: nothing}}
                          more: {columns: {u: Dist}}
                        """),
                5,
                "the key 'study' is missing",
                "the key 'products' is missing",
                "the key 'file' is missing",
                "unknown unit 'degg'",
                "no column 'nothing'");
        told(
                mini().study(MiniStudy.of("{u: Dist, v: Age}", """
                        phase-spase: positions
                        cuts: [{nam: one, keep: u > 1}, {name: two, keep: v + 1}, {name: three, keep: r > 1}]
                        products:
                          one: {kind: gradient, x: u, y: r, minimum-count: 3, methd: ols}
                        """)),
                6,
                "the key 'method' is missing",
                "unknown key 'phase-spase'",
                "unknown key 'nam'",
                "the key 'name' is missing",
                "the cut 'two'",
                "unknown key 'methd'");
    }
}
