package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.cellarius.catalogue.InputError;
import org.cellarius.study.result.RunResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns enter in canonical units, with everything that means "missing" taken out and counted, or not at all. */
class ColumnMappingTest {

    @TempDir
    Path folder;

    private MiniStudy mini;

    @BeforeEach
    void threeStars() {
        mini = new MiniStudy(folder).file("stars.csv", """
                id,d,lg,fe,word,x,y
                1,1000,9.0,-0.5,good,1,1
                2,2500,9.3010299956639812,-9999,bad,2,2
                3,-10,10,0.25,,3,4
                """);
    }

    @Test
    void parsecsBecomeKiloparsecsAndExpressionsMayCompute() {
        run(
                "{id: id, distance: {from: d, unit: pc}, age: {expression: 10 ^ (lg - 9), unit: Gyr}, x: {from: x, unit: kpc}, y: {from: y, unit: kpc}}");
        assertThat(mini.stars("SELECT id, distance, round(age, 12) FROM stars ORDER BY id"))
                .containsExactly(List.of("1", "1.0", "1.0"), List.of("2", "2.5", "2.0"), List.of("3", "-0.01", "10.0"));
    }

    @Test
    void unitsOfTheFileAreConverted() {
        mini.file("stars.csv", "d[pc],x[kpc],y[pc]\n500,1,1000\n700,2,2000\n900,3,4500\n");
        run("{distance: d, x: x, y: y}");
        assertThat(mini.stars("SELECT round(distance, 12), y FROM stars"))
                .containsExactly(List.of("0.5", "1.0"), List.of("0.7", "2.0"), List.of("0.9", "4.5"));
    }

    @Test
    void aUnitThatIsNotTheFilesIsRefusedAndBothAreNamed() {
        mini.file("stars.csv", "d[pc],x,y\n500,1,1\n");
        assertRefused("{distance: {from: d, unit: kpc}, x: x, y: y}")
                .hasMessageContaining("the column 'd' of stars.csv has the unit 'pc', the study says 'kpc'")
                .hasMessageContaining("study.yaml:3:")
                .hasMessageContaining("Remove 'unit', or correct it");
    }

    @Test
    void aUnitOfAnotherKindIsRefused() {
        assertRefused("{distance: {from: d, unit: km/s}, x: x, y: y}")
                .hasMessageContaining("the unit 'km/s' of 'distance' cannot be converted to 'kpc'");
    }

    @Test
    void aMissingUnitIsRefusedWithWhatToWrite() {
        assertRefused("{distance: d, u: x, v: y}")
                .hasMessageContaining("the column 'd' of stars.csv has no unit, and 'distance' needs one")
                .hasMessageContaining("distance: {from: d, unit: kpc}");
    }

    @Test
    void anUnknownUnitOfTheFileIsRefusedWithWhatToWrite() {
        mini.file("stars.csv", """
                # %ECSV 1.0
                # ---
                # datatype:
                # - {name: d, unit: furlong, datatype: float64}
                # - {name: x, unit: kpc, datatype: float64}
                # - {name: y, unit: kpc, datatype: float64}
                d x y
                500 1 1
                """);
        assertRefused("{distance: d, x: x, y: y}")
                .hasMessageContaining("the column 'd' of stars.csv has the unit 'furlong', which is not known")
                .hasMessageContaining("unit: kpc");
    }

    @Test
    void wordsWhereNumbersAreNeededAreRefusedWithAnExample() {
        assertRefused("{fe_h: {from: word, unit: dex}, x: {from: x, unit: kpc}, y: {from: y, unit: kpc}}")
                .hasMessageContaining(
                        "the column 'fe_h' must hold numbers, but the column 'word' of stars.csv holds text")
                .hasMessageContaining("for example 'good'");
    }

    @Test
    void aColumnThatTheFileLacksIsRefusedWithTheNearestOne() {
        assertRefused("{distance: {from: wort, unit: pc}, x: x, y: y}")
                .hasMessageContaining("there is no column 'wort'; did you mean 'word'?")
                .hasMessageContaining("study.yaml:3:49")
                .hasMessageContaining("The columns are id, d, lg, fe, word, x, y");
    }

    /** A survey's 4-byte 99.99 reads as 99.98999786376953: a filler all the same, in Parquet as in any format. */
    @Test
    void fillersOfFourByteColumnsAreFound() throws java.sql.SQLException {
        java.nio.file.Path file = folder.resolve("floats.parquet");
        try (var connection = java.sql.DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute(
                    "COPY (SELECT i AS id, CASE WHEN i = 2 THEN 99.99 ELSE i / 10 END::FLOAT AS fe, i::DOUBLE AS x,"
                            + " i::DOUBLE AS y FROM range(1, 6) t(i)) TO '" + file + "' (FORMAT parquet)");
        }
        mini.study(MiniStudy.of(
                        "{id: id, fe_h: {from: fe, unit: dex, fillers: [99.99, -5]}, x: {from: x, unit: kpc}, y: {from: y, unit: kpc}}",
                        MiniStudy.LINE)
                .replace("stars.csv", "floats.parquet"));
        RunResult result = mini.run();
        assertThat(MiniStudy.flow(result))
                .contains(
                        "missing fe_h: filler 99.99 made missing in floats.parquet | 5 5 1",
                        "missing fe_h: filler -5 made missing in floats.parquet | 5 5 0");
        assertThat(mini.stars("SELECT id FROM stars WHERE fe_h IS NULL")).containsExactly(List.of("2"));
    }

    @Test
    void valuesThatLookLikeFillersAreToldAndUsed() {
        mini.file("stars.csv", "id,fe,x,y\n1,-9999,1,1\n2,0.1,2,2\n3,0.2,-999,3\n4,0.1,4,5\n");
        RunResult result = run(
                "{id: id, fe_h: {from: fe, unit: dex, fillers: [-9999.0]}, x: {from: x, unit: kpc}, y: {from: y, unit: kpc}}");
        assertThat(MiniStudy.flow(result))
                .contains(
                        "doubtful x: values of exactly -999 in stars.csv, used as they are; if they mean missing, list them under 'fillers' | 4 4 1")
                .noneMatch(line -> line.startsWith("doubtful fe_h"));
    }

    @Test
    void aFillerThatIsNoNumberIsRefused() {
        assertRefused(
                        "{fe_h: {from: fe, unit: dex, fillers: [none]}, x: {from: x, unit: kpc}, y: {from: y, unit: kpc}}")
                .hasMessageContaining("the filler 'none' is no number, but 'fe_h' holds such");
    }

    @Test
    void fillersNanAndInfinitiesBecomeMissingAndAreCounted() {
        mini.file(
                "stars.csv",
                "id,fe,w,x,y\n1,-9999,a,1,1\n2,nan,b,2,2\n3,inf,-,3,3.5\n4,-Infinity,a,4,4\n5,,a,5,5\n6,-0.1,-,6,6\n7,99.9,c,7,7\n");
        RunResult result = run(
                "{id: id, fe_h: {from: fe, unit: dex, fillers: [-9999, 99.9]}, w: {from: w, fillers: ['-']}, x: {from: x, unit: kpc}, y: {from: y, unit: kpc}}");
        assertThat(MiniStudy.flow(result))
                .contains(
                        "missing fe_h: empty or NaN, missing in stars.csv | 7 7 2",
                        "missing fe_h: infinite, made missing in stars.csv | 7 7 2",
                        "missing fe_h: filler -9999 made missing in stars.csv | 7 7 1",
                        "missing fe_h: filler 99.9 made missing in stars.csv | 7 7 1",
                        "missing w: filler - made missing in stars.csv | 7 7 2");
        assertThat(mini.stars("SELECT id, fe_h FROM stars WHERE fe_h IS NOT NULL"))
                .containsExactly(List.of("6", "-0.1"));
        assertThat(mini.stars("SELECT count(*) FROM stars WHERE w IS NULL")).containsExactly(List.of("2"));
    }

    @Test
    void negativeZeroAndMissingDistancesHaveNoPlaceAndAreCounted() {
        mini.file(
                "stars.csv",
                "ra,dec,d,fe\n10,0,1,0\n20,0,-1,0\n30,0,0,0\n40,0,,0\n50,95,1,0\n60,1,2,0.1\n70,2,3,0.2\n");
        mini.study(
                MiniStudy.of(
                        "{ra: {from: ra, unit: deg}, dec: {from: dec, unit: deg}, distance: {from: d, unit: kpc}, fe_h: {from: fe, unit: dex}}",
                        "sun: long2025\nphase-space: positions\nproducts:\n  line: {kind: gradient, x: r, y: fe_h, method: ols, minimum-count: 3}"));
        RunResult result = mini.run();
        assertThat(MiniStudy.flow(result))
                .contains(
                        "phase space status NO_DISTANCE | 7 7 3",
                        "phase space status NO_POSITION | 7 7 1",
                        "phase space status OK | 7 7 3");
        assertThat(mini.stars("SELECT count(r), count(l) FROM stars")).containsExactly(List.of("3", "6"));
        assertThat(MiniStudy.column(MiniStudy.table(result, "line"), "n")).containsExactly(3);
        assertThat(result.products().getFirst().notes())
                .containsExactly("4 stars of the sample lack a value that the line reads, and do not enter.");
    }

    private RunResult run(String columns) {
        return mini.study(MiniStudy.of(columns, MiniStudy.LINE)).run();
    }

    private org.assertj.core.api.AbstractThrowableAssert<?, ?> assertRefused(String columns) {
        mini.study(MiniStudy.of(columns, MiniStudy.LINE));
        var thrown = assertThatThrownBy(mini::run).isInstanceOf(InputError.class);
        assertThat(folder.resolve("out")).doesNotExist();
        return thrown;
    }
}
