package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.RunFailure;
import org.cellarius.study.result.Cutflow;
import org.cellarius.study.result.RunResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Joins, unions, repeats, cuts and populations, each row accounted for. */
class StarTableTest {

    private static final String XY = "{id: id, x: {from: x, unit: kpc}, y: {from: y, unit: kpc}}";

    @TempDir
    Path folder;

    private MiniStudy mini;

    @BeforeEach
    void sixStars() {
        mini = new MiniStudy(folder).file("stars.csv", "id,x,y\n1,1,1\n2,2,3\n3,3,2\n4,4,5\n5,5,4\n6,6,7\n");
    }

    @Test
    void rowsWithoutAPartnerAreDroppedAndCounted() {
        mini.file("spectra.csv", "id,fe\n2,0.2\n4,0.4\n6,0.6\n5,0.5\n9,0.9\n");
        RunResult result = mini.study(joined("")).run();
        assertThat(mini.stars("SELECT id, fe_h FROM stars"))
                .containsExactly(List.of("2", "0.2"), List.of("4", "0.4"), List.of("5", "0.5"), List.of("6", "0.6"));
        assertThat(MiniStudy.flow(result)).contains("join survey: with spectra.csv on id | 6 4 2");
    }

    @Test
    void rowsWithoutAPartnerAreKeptAndCountedWhereTheStudyWantsThem() {
        mini.file("spectra.csv", "id,fe\n2,0.2\n4,0.4\n");
        RunResult result = mini.study(joined(", unmatched: keep")).run();
        assertThat(mini.stars("SELECT count(*), count(fe_h) FROM stars")).containsExactly(List.of("6", "2"));
        assertThat(MiniStudy.flow(result))
                .contains(
                        "join survey: with spectra.csv on id | 6 6 0",
                        "join survey: with spectra.csv, rows kept without a partner | 6 6 4");
    }

    @Test
    void columnsThatDifferInCaseOnlyKeepTheirOwnValues() {
        mini.file("case.csv", "id,X,x,y\n1,1,10,2\n2,2,20,4\n");
        mini.study(caseStudy("X", "x"));
        assertThatThrownBy(mini::run)
                .isInstanceOf(InputError.class)
                .hasMessageContaining("there is no column 'X'")
                .hasMessageContaining("'X_1' (in the file X), 'x_2' (in the file x)")
                .hasMessageContaining("study.yaml:6:");
        mini.study(caseStudy("X_1", "x_2")).run();
        assertThat(mini.stars("SELECT x, y FROM stars"))
                .containsExactly(List.of("1.0", "10.0"), List.of("2.0", "20.0"));
    }

    /** The second run takes the stars, and what was counted of them, from the cache. */
    @Test
    void whatHasBeenMadeIsNotMadeAgain() throws IOException {
        mini.file("case.csv", "id,X,x,y\n1,1,10,2\n2,2,20,4\n3,-9999,30,6\n");
        mini.study(caseStudy("X_1", "x_2") + "cuts:\n  - {name: far, keep: y < 25}\n");
        RunResult first = mini.run();
        Path stars;
        try (var files = Files.list(mini.cache())) {
            stars = files.filter(f -> String.valueOf(f.getFileName()).matches("stars-.*parquet"))
                    .findFirst()
                    .orElseThrow();
        }
        var made = Files.getLastModifiedTime(stars);
        RunResult second = mini.replace();
        assertThat(Files.getLastModifiedTime(stars)).isEqualTo(made);
        assertThat(MiniStudy.flow(second)).isEqualTo(MiniStudy.flow(first)).contains("cut far: y < 25 | 3 2 1");
    }

    private static String caseStudy(String x, String y) {
        return """
                study: mini
                catalogues:
                  survey:
                    file: case.csv
                    columns:
                      x: {from: %s, unit: kpc}
                      y: {from: %s, unit: kpc}
                %s""".formatted(x, y, MiniStudy.LINE);
    }

    @Test
    void aKeyThatIsRepeatedInTheSecondFileIsRefused() {
        mini.file("spectra.csv", "id,fe\n2,0.2\n2,0.3\n4,0.4\n").study(joined(""));
        assertThatThrownBy(mini::run)
                .isInstanceOf(InputError.class)
                .hasMessageContaining(
                        "'id' is repeated in spectra.csv: 3 values, 2 different ones; the first that is repeated is 2 (2 rows)")
                .hasMessageContaining("study.yaml:6:")
                .hasMessageContaining("Join on a key that is unique in the joined file");
    }

    @Test
    void aKeyThatOneSideLacksIsRefused() {
        mini.file("spectra.csv", "id,fe\n2,0.2\n").study(joined("").replace("{id: id, fe_h", "{fe_h"));
        assertThatThrownBy(mini::run)
                .isInstanceOf(InputError.class)
                .hasMessageContaining("the key 'id' of the join is not among the columns of spectra.csv");
    }

    @Test
    void cataloguesStandOneBelowTheOtherUnderTheirNames() {
        mini.file("clusters.csv", "name,x,y\na,7,7\nb,8,8\n");
        RunResult result = mini.study(two("cuts:\n  - {name: far, keep: x > 4, catalogue: survey}"))
                .run();
        assertThat(mini.stars("SELECT catalogue, count(*), count(id), count(name) FROM stars GROUP BY 1 ORDER BY 1"))
                .containsExactly(List.of("clusters", "2", "0", "2"), List.of("survey", "2", "2", "0"));
        assertThat(MiniStudy.flow(result))
                .containsExactly(
                        "read survey: stars.csv | 0 6 6",
                        "read clusters: clusters.csv | 0 2 2",
                        "unite 2 catalogues one below the other | 8 8 8",
                        "cut far (survey only): x > 4 | 8 4 4");
    }

    @Test
    void cataloguesThatDisagreeOnAColumnAreRefused() {
        mini.file("clusters.csv", "name,x,y\na,7,7\n").study(two("").replace("name: name", "id: name"));
        assertThatThrownBy(mini::run)
                .isInstanceOf(InputError.class)
                .hasMessageContaining("the column 'id' is LONG in '' in one catalogue and TEXT in '' in another");
    }

    @Test
    void repeatsAreRemovedInOneCatalogueAlone() {
        mini.file("stars.csv", "ra,dec,snr,x,y\n10,0,5,1,1\n10,0.0001,9,2,2\n50,0,1,3,3.5\n")
                .file("clusters.csv", "ra,dec,snr,x,y\n70,0,5,1,1\n70,0,9,2,2\n10,0,99,4,5\n");
        String columns =
                "{ra: {from: ra, unit: deg}, dec: {from: dec, unit: deg}, snr: snr, x: {from: x, unit: kpc}, y: {from: y, unit: kpc}}";
        RunResult result = mini.study("""
                study: mini
                catalogues:
                  survey: {file: stars.csv, columns: %1$s}
                  clusters: {file: clusters.csv, columns: %1$s}
                deduplicate: {radius: 1 arcsec, keep: {highest: snr}, catalogue: survey}
                %2$s""".formatted(columns, MiniStudy.LINE)).run();
        assertThat(mini.stars("SELECT catalogue, snr FROM stars ORDER BY catalogue, ra, snr"))
                .containsExactly(
                        List.of("clusters", "99"),
                        List.of("clusters", "5"),
                        List.of("clusters", "9"),
                        List.of("survey", "9"),
                        List.of("survey", "1"));
        assertThat(MiniStudy.flow(result))
                .contains("repeats within 1.0 arcsec the highest snr is kept, in survey | 6 5 1");
    }

    @Test
    void theBestOfRepeatsMustBeANumber() {
        mini.file("stars.csv", "ra,dec,word,x,y\n10,0,a,1,1\n10,0,b,2,2\n")
                .study(MiniStudy.of(
                        "{ra: {from: ra, unit: deg}, dec: {from: dec, unit: deg}, word: word, x: {from: x, unit: kpc}, y: {from: y, unit: kpc}}",
                        "deduplicate: {radius: 1 arcsec, keep: {highest: word}}\n" + MiniStudy.LINE));
        assertThatThrownBy(mini::run)
                .isInstanceOf(InputError.class)
                .hasMessageContaining("the highest word, which is not a number");
    }

    @Test
    void theCutFlowAddsUp() {
        mini.file("spectra.csv", "id,fe\n1,0.1\n2,0.2\n3,-9999\n4,0.4\n6,0.6\n");
        RunResult result = mini.study(joined("")
                        .replace(
                                "products:",
                                "cuts:\n  - {name: iron, keep: fe_h is not null}\n  - {name: near, keep: x < 6}\npopulations: {low: y < 2}\nproducts:")
                        .replace("unit: dex", "unit: dex, fillers: [-9999]"))
                .run();
        assertThat(MiniStudy.flow(result))
                .containsExactly(
                        "read survey: stars.csv | 0 6 6",
                        "read survey: spectra.csv (to be joined) | 5 5 0",
                        "missing fe_h: filler -9999 made missing in spectra.csv | 5 5 1",
                        "join survey: with spectra.csv on id | 6 5 1",
                        "join survey: with spectra.csv, rows with a partner | 5 5 5",
                        "cut iron: fe_h is not null | 5 4 1",
                        "cut near: x < 6 | 4 3 1",
                        "population low: y < 2 | 3 3 1");
        List<Cutflow.Entry> steps = result.cutflow().entries().stream()
                .filter(e -> List.of("read", "join", "cut").contains(e.step()))
                .filter(e -> !e.detail().contains("to be joined"))
                .toList();
        for (int k = 1; k < steps.size(); k++) {
            assertThat(steps.get(k).before()).isEqualTo(steps.get(k - 1).after());
        }
        assertThat(steps.getLast().after()).isEqualTo(result.stars().rows()).isEqualTo(3);
    }

    @Test
    void aMissingValueIsNotTrueInACut() {
        mini.file("stars.csv", "id,x,y\n1,1,1\n2,,3\n3,3,2\n4,4,5\n");
        mini.study(MiniStudy.of(
                        XY, "cuts: [{name: not near, keep: not (x < 2)}]\n" + MiniStudy.LINE.replace("3}", "3}")))
                .run();
        assertThat(mini.stars("SELECT id FROM stars")).containsExactly(List.of("3"), List.of("4"));
    }

    @Test
    void anEmptyPopulationIsRefusedByItsName() {
        mini.study(MiniStudy.of(
                XY, "populations: {none: x > 100}\n" + MiniStudy.LINE.replace("kind:", "population: none, kind:")));
        assertThatThrownBy(mini::run)
                .isInstanceOf(InputError.class)
                .hasMessageContaining("no star is left for the product 'line': the population 'none' is empty here")
                .hasMessageContaining("study.yaml:6:")
                .hasMessageContaining("Look at the cut flow, and at 'population' and 'where'");
        assertThat(mini.output()).doesNotExist();
    }

    @Test
    void cutsThatLeaveNoStarAreRefused() {
        mini.study(MiniStudy.of(XY, "cuts: [{name: all gone, keep: x > 100}]\n" + MiniStudy.LINE));
        assertThatThrownBy(mini::run)
                .isInstanceOf(InputError.class)
                .hasMessageContaining("no star is left for the product 'line'");
        assertThat(mini.output()).doesNotExist();
    }

    @Test
    void aCatalogueOfNoRowsIsRefusedByTheProductThatNeedsThem() {
        mini.file("stars.csv", "id,x,y\n").study(MiniStudy.of(XY, MiniStudy.LINE));
        assertThatThrownBy(mini::run)
                .isInstanceOf(InputError.class)
                .hasMessageContaining("no star is left for the product 'line'");
    }

    @Test
    void aPopulationThatIsNoConditionIsRefusedWhereItStands() {
        mini.study(MiniStudy.of(XY, "populations: {sum: x + y}\n" + MiniStudy.LINE));
        for (Runnable way : List.<Runnable>of(mini::run, mini::check)) {
            assertThatThrownBy(way::run)
                    .isInstanceOf(InputError.class)
                    .hasMessageContaining("'x + y' is not a condition")
                    .hasMessageContaining("study.yaml:4:");
        }
    }

    @Test
    void fewerThanThreeStarsAreNotFittedAndTheReportSaysSo() {
        mini.study(MiniStudy.of(XY, MiniStudy.LINE.replace("kind:", "where: x < 3, kind:")));
        RunResult result = mini.run();
        assertThat(MiniStudy.texts(MiniStudy.table(result, "line"), "status")).containsExactly("TOO_FEW_STARS");
        assertThat(MiniStudy.column(MiniStudy.table(result, "line"), "slope")).containsExactly(Double.NaN);
        assertThat(result.products().getFirst().notes())
                .containsExactly("The sample was not fitted: too few stars (2): the minimum-count is 3.");
    }

    /** Slices without a line are one note, each with its stars; the cause is told where it is the errors. */
    @Test
    void slicesWithoutALineAreToldTogether() {
        String line = MiniStudy.LINE.replace("method: ols", "slices: {of: x, edges: [20, 30, 40, 50]}, method: ols");
        mini.file("stars.csv", "id,x,y\n1,21,1\n2,22,3\n3,31,2\n4,41,5\n5,42,5\n6,43,6\n")
                .study(MiniStudy.of(XY, line));
        assertThat(mini.run().products().getFirst().notes())
                .anyMatch(n -> n.startsWith("The slice 20 ≤ X < 30")
                        && n.contains(" (2); the slice 30 ≤ X < 40")
                        && n.endsWith(" (1) were not fitted: too few stars: the minimum-count is 3."));
    }

    @Test
    void errorsThatCannotBeUsedAreToldOnceAndAsTheCause() {
        String line =
                MiniStudy.LINE.replace("method: ols, minimum-count: 3", "y-error: E, method: wls, minimum-count: 5");
        var text = new StringBuilder("id,x,y,e\n");
        for (int i = 0; i < 8; i++) {
            text.append(i + "," + i + "," + (i % 3) + "," + (i < 2 ? "" : i < 4 ? "-1" : "1") + "\n");
        }
        String columns = XY.replace("}}", "}, e: {from: e, unit: dex}}");
        mini.file("stars.csv", text.toString()).study(MiniStudy.of(columns, line.replace("E", "e")));
        RunResult few = mini.run();
        assertThat(MiniStudy.texts(MiniStudy.table(few, "line"), "status")).containsExactly("UNUSABLE_ERRORS");
        assertThat(few.products().getFirst().notes())
                .containsExactly(
                        "2 stars of the sample lack a value that the line reads, and do not enter.",
                        "2 stars have an error that is zero or negative and do not enter.",
                        "The sample was not fitted: too few stars have usable errors (4): the minimum-count is 5.");

        mini.study(MiniStudy.of(columns, line.replace("E", "'-abs(e)'")));
        assertThat(mini.replace().products().getFirst().notes())
                .contains(
                        "6 stars have an error that is zero or negative and do not enter. All errors are negative: look for a minus sign in 'y-error'.")
                .noneMatch(n -> n.contains("of 8 rows"));

        mini.study(MiniStudy.of(columns, line.replace("E", "e").replace("minimum-count: 5", "minimum-count: 3")));
        assertThat(mini.replace().products().getFirst().notes()).noneMatch(n -> n.contains("of 8 rows"));
    }

    @Test
    void starsOfOneXAreNotFittedAndTheReportSaysSo() {
        mini.file("stars.csv", "id,x,y\n1,2,1\n2,2,3\n3,2,2\n4,2,5\n").study(MiniStudy.of(XY, MiniStudy.LINE));
        RunResult result = mini.run();
        assertThat(MiniStudy.texts(MiniStudy.table(result, "line"), "status")).containsExactly("ALL_X_EQUAL");
        assertThat(result.products().getFirst().notes())
                .containsExactly("The sample was not fitted: all stars have the same x (4).");
    }

    @Test
    void aColumnOfThePhaseSpaceThatACatalogueHasAlreadyIsRefused() {
        mini.file("stars.csv", "ra,dec,d,status,fe\n1,1,1,fine,0\n");
        mini.study(MiniStudy.of(
                "{ra: {from: ra, unit: deg}, dec: {from: dec, unit: deg}, distance: {from: d, unit: kpc}, status: status, fe_h: {from: fe, unit: dex}}",
                "sun: long2025\nphase-space: positions\n" + MiniStudy.LINE));
        assertThatThrownBy(mini::run)
                .isInstanceOf(InputError.class)
                .hasMessageContaining("'phase-space' gives the column 'status', which a catalogue has already")
                .hasMessageContaining("for example status_published");
    }

    @Test
    void anExpressionThatCannotConvertAWordFailsWithTheWayOut() {
        mini.file("stars.csv", "id,word,x,y\n1,good,1,1\n")
                .study(MiniStudy.of(
                        "{value: {expression: cast(word as double)}, x: {from: x, unit: kpc}, y: {from: y, unit: kpc}}",
                        MiniStudy.LINE));
        assertThatThrownBy(mini::run)
                .isInstanceOf(RunFailure.class)
                .hasMessageContaining("Could not convert string 'good' to DOUBLE")
                .hasMessageContaining("try_cast");
        assertThat(mini.output()).doesNotExist();
    }

    private static String joined(String more) {
        return """
                study: mini
                catalogues:
                  survey:
                    file: stars.csv
                    columns: %s
                    join: {file: spectra.csv, on: id, columns: {id: id, fe_h: {from: fe, unit: dex}}%s}
                %s""".formatted(XY, more, MiniStudy.LINE);
    }

    private static String two(String sections) {
        return """
                study: mini
                catalogues:
                  survey: {file: stars.csv, columns: %s}
                  clusters: {file: clusters.csv, columns: {name: name, x: {from: x, unit: kpc}, y: {from: y, unit: kpc}}}
                %s
                %s""".formatted(XY, sections, MiniStudy.LINE);
    }
}
