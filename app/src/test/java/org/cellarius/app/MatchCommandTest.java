package org.cellarius.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What match promises: pairs by their meaning, names and units of columns, epochs, and no output from bad input. */
class MatchCommandTest {

    /** On a meridian, in thousandths of a degree: a 0 and 0.3, b 0.2 and 0.9; one more of each far away; a row without a place each. */
    private static final String A =
            "id,ra[deg],dec[deg],mag[mag]\n10,0,0,12.5\n11,0,0.0003,13.5\n12,100,50,14.5\n13,,1,15.5\n";

    private static final String B =
            "id,ra[deg],dec[deg],fe_h[dex]\n20,0,0.0002,-0.5\n21,0,0.0009,0.25\n22,200,-50,\n23,10,95,0\n";

    @TempDir
    Path folder;

    private Path a = Path.of("");
    private Path b = Path.of("");

    @BeforeEach
    void write() throws IOException {
        a = Files.writeString(folder.resolve("a.csv"), A);
        b = Files.writeString(folder.resolve("b.csv"), B);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "all       | inner | 10 20, 10 21, 11 20, 11 21",
                "each      | inner | 10 20, 11 20",
                "best      | inner | 10 21, 11 20",
                "symmetric | inner | 11 20",
                "all       | left  | 10 20, 10 21, 11 20, 11 21, 12 -, 13 -",
                "each      | left  | 10 20, 11 20, 12 -, 13 -",
                "best      | left  | 10 21, 11 20, 12 -, 13 -",
                "symmetric | left  | 10 -, 11 20, 12 -, 13 -"
            })
    void everyWayToFindMatchesGivesItsPairsInTheOrderOfA(String find, String join, String pairs) throws IOException {
        assertThat(matched("--radius", "4arcsec", "--find", find, "--join", join))
                .isEqualTo(pairs);
    }

    /** The pairs of identifiers of a match of a and b. */
    private String matched(String... options) throws IOException {
        Path out = folder.resolve("pairs.csv");
        var command = new ArrayList<Object>(List.of("match", a, b, out, "--force"));
        command.addAll(List.of(options));
        Outcome outcome = Outcome.of(command.toArray());
        assertThat(outcome.code()).as(outcome.err()).isZero();
        return String.join(
                ", ",
                Files.readAllLines(out).stream()
                        .skip(1)
                        .map(line -> line.split(",", -1))
                        .map(cells -> cells[0] + " " + (cells[4].isEmpty() ? "-" : cells[4]))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fits", "vot", "ecsv", "parquet"})
    void columnsKeepTheirUnitsAndNamesThatAreTakenGetANumber(String ending) {
        Path out = folder.resolve("out." + ending);
        Path again = folder.resolve("again." + ending);
        assertThat(Outcome.of("match", a, b, out, "--radius", "4arcsec", "--find", "best")
                        .code())
                .isZero();
        assertThat(names(out))
                .containsExactly(
                        "id||0",
                        "ra|deg|0",
                        "dec|deg|0",
                        "mag|mag|0",
                        "id_2||0",
                        "ra_2|deg|0",
                        "dec_2|deg|0",
                        "fe_h|dex|0",
                        "separation|arcsec|0");
        // Matching goes on from a match.
        assertThat(Outcome.of("match", out, a, again, "--radius", "0.001arcsec", "--find", "each", "--join", "left")
                        .code())
                .isZero();
        assertThat(names(again))
                .contains("id_3||0", "ra_3|deg|0", "mag_2|mag|0", "separation|arcsec|0", "separation_2|arcsec|0");
    }

    /** Name, unit and number of missing values of each column. */
    private static List<String> names(Path table) {
        return Outcome.of("describe", table, "--json")
                .json()
                .path("columns")
                .valueStream()
                .map(c -> c.path("name").asString() + "|" + c.path("unit").asString() + "|"
                        + c.path("nulls").asString())
                .toList();
    }

    @Test
    void theReportCountsRowsMatchesAndDoubts() {
        JsonNode told = Outcome.of(
                        "match", a, b, folder.resolve("out.fits"), "--radius", "4arcsec", "--find", "each", "--json")
                .json();
        assertThat(told.path("rows").asLong()).isEqualTo(2);
        assertThat(told.path("pairs").asLong()).isEqualTo(2);
        assertThat(told.path("candidates").asLong()).isEqualTo(4);
        assertThat(told.at("/a/rows").asLong()).isEqualTo(4);
        assertThat(told.at("/a/without_position").asLong()).isEqualTo(1);
        assertThat(told.at("/a/matched").asLong()).isEqualTo(2);
        assertThat(told.at("/a/ambiguous").asLong()).isEqualTo(2);
        assertThat(told.at("/b/without_position").asLong()).isEqualTo(1);
        assertThat(told.at("/b/matched").asLong()).isEqualTo(1);
        assertThat(told.at("/b/ambiguous").asLong()).isEqualTo(2);
        assertThat(told.path("radius_arcsec").asDouble()).isCloseTo(4, within(1e-12));
        // 0.72 and 0.36 arcsec, in bins of 0.4
        assertThat(told.path("separations")
                        .valueStream()
                        .map(bin -> bin.path("pairs").asLong()))
                .startsWith(1L, 1L, 0L)
                .hasSize(10);
    }

    @Test
    void separationsAreWrittenInArcsec() throws IOException {
        Path out = folder.resolve("out.csv");
        Outcome outcome = Outcome.of("match", a, b, out, "--radius", "1arcsec", "--find", "symmetric");
        assertThat(outcome.err())
                .contains("A: 4 rows, 1 matched (25.00 %)", "1 without a position", "this format keeps no units");
        String[] cells = Files.readAllLines(out).get(1).split(",", -1);
        assertThat(Double.parseDouble(cells[8])).isCloseTo(0.36, within(1e-9));
    }

    @Test
    void chanceMatchesAreFoundWhereNothingElseIs() throws IOException {
        // Two unrelated skies in a field of 10 by 10 deg: 3000 rows of B, circles of 0.1 deg, 0.94 rows in each.
        Path left = field(1, 3000);
        Path right = field(2, 3000);
        JsonNode told = Outcome.of(
                        "match",
                        left,
                        right,
                        folder.resolve("o.fits"),
                        "--radius",
                        "0.1deg",
                        "--find",
                        "each",
                        "--json")
                .json();
        double found = told.at("/a/matched").asDouble() / 3000;
        assertThat(found).isCloseTo(1 - Math.exp(-30 * Math.PI * 0.01), within(0.04));
        assertThat(told.path("chance_share").asDouble()).isCloseTo(found, within(0.06));
    }

    private Path field(int seed, int rows) throws IOException {
        var random = new CounterRandom(seed);
        var lines = new ArrayList<String>(List.of("ra[deg],dec[deg]"));
        for (int i = 0; i < rows; i++) {
            lines.add(10 * random.uniform(i, 0) + "," + (10 * random.uniform(i, 1) - 5));
        }
        return Files.write(folder.resolve("field" + seed + ".csv"), lines);
    }

    /**
     * Where Gaia's Barnard's star and a star at the pole were at J2000: astropy 5.2.1, {@code SkyCoord(ra, dec, pm_ra_cosdec, pm_dec,
     * distance=1.83 pc, radial_velocity=0).apply_space_motion(dt=-16*u.yr)}.
     */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void starsAreCarriedToTheOtherEpochFirst(boolean gaiaFirst) throws IOException {
        Path gaia = Files.writeString(
                folder.resolve("gaia.csv"),
                "name,ra[deg],dec[deg],pmra[mas/yr],pmdec[mas/yr]\nbarnard,269.4486,4.7379801,-801.551,10362.394\npole,0.0001,89.999,3000,-4000\nstill,10,10,,\n");
        Path old = Files.writeString(
                folder.resolve("old.csv"),
                "RAJ2000[deg],DEJ2000[deg]\n269.45217442590297,4.691925016384904\n218.47433553246975,89.97856937804964\n10,10\n");
        Path out = folder.resolve("out.csv");
        String position = "ra=RAJ2000,dec=DEJ2000";
        Outcome outcome = gaiaFirst
                ? Outcome.of(
                        "match",
                        gaia,
                        old,
                        out,
                        "--radius",
                        "1mas",
                        "--find",
                        "best",
                        "--epochs",
                        "2016,2000",
                        "--b-columns",
                        position)
                : Outcome.of(
                        "match",
                        old,
                        gaia,
                        out,
                        "--radius",
                        "1mas",
                        "--find",
                        "best",
                        "--epochs",
                        "2000,2016",
                        "--a-columns",
                        position);
        assertThat(outcome.err()).contains("2 carried to the other epoch");
        assertThat(outcome.code()).isZero();
        List<String> lines = Files.readAllLines(out);
        assertThat(lines.getFirst()).endsWith("separation,moved_to_epoch");
        assertThat(lines.stream().skip(1).map(line -> line.substring(line.lastIndexOf(',') + 1)))
                .containsExactly("true", "true", "false");
        assertThat(Outcome.of(
                                "match",
                                gaia,
                                old,
                                out,
                                "--force",
                                "--radius",
                                "1mas",
                                "--find",
                                "best",
                                "--b-columns",
                                position)
                        .err())
                .contains("A: 3 rows, 1 matched");
    }

    @Test
    void emptyTablesGiveAnEmptyMatch() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.csv"), "ra[deg],dec[deg]\n");
        for (String find : List.of("all", "each", "best", "symmetric")) {
            Path out = folder.resolve(find + ".ecsv");
            assertThat(Outcome.of("match", empty, b, out, "--radius", "1deg", "--find", find, "--join", "left")
                            .err())
                    .contains("0 rows");
            assertThat(Outcome.of(
                                    "match",
                                    a,
                                    empty,
                                    out,
                                    "--force",
                                    "--radius",
                                    "1deg",
                                    "--find",
                                    find,
                                    "--join",
                                    "left")
                            .err())
                    .contains("4 rows");
        }
    }

    @Test
    void aTableCanBeMatchedWithItself() {
        Path out = folder.resolve("self.parquet");
        assertThat(Outcome.of("match", a, a, out, "--radius", "2arcsec", "--find", "all", "--json")
                        .json()
                        .path("pairs")
                        .asLong())
                .isEqualTo(5);
        Path copy = folder.resolve("copy.parquet");
        assertThat(Outcome.of("match", out, out, copy, "--radius", "2arcsec", "--find", "best")
                        .code())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--radius 2 --find best                                     | is not an angle with its unit",
                "--radius 2arcsec --find best --threads 100000              | At least one is needed and at most 1024 are used",
                "--radius 2arcsec --find best --threads 0                   | At least one is needed and at most 1024 are used",
                "--radius 2arcsec --find best --memory 1                    | At least 512 MiB are needed",
                "--radius -2arcsec --find best                              | more than 0 and at most 90 deg",
                "--radius 0arcsec --find best                               | more than 0 and at most 90 deg",
                "--radius 100deg --find best                                | more than 0 and at most 90 deg",
                "--radius 2parsnip --find best                              | is not an angle with its unit",
                "--radius 2kpc --find best                                  | is not an angle with its unit",
                "--radius 2arcsec                                           | --find",
                "--find best                                                | --radius",
                "--radius 2arcsec --find nearest                            | Choose one of: all, each, best, symmetric",
                "--radius 2arcsec --find best --join outer                  | Choose one of: inner, left",
                "--radius 2arcsec --find best --a-columns ra=RAJ2000        | there is no column 'RAJ2000'",
                "--radius 2arcsec --find best --b-columns dec=name          | does not hold numbers",
                "--radius 2arcsec --find best --b-columns dec=fe_h          | cannot be converted to 'deg'",
                "--radius 2arcsec --find best --b-columns position=x        | is not a column of a match",
                "--radius 2arcsec --find best --epochs 2000                 | is not a pair of epochs",
                "--radius 2arcsec --find best --epochs 2000,soon            | is not a pair of epochs",
                "--radius 2arcsec --find best --epochs 2000,2016            | neither table has pmra and pmdec",
                "--radius 2arcsec --find best --epochs 2000,2016 --moved a  | there is no column 'pmra'",
                "--radius 2arcsec --find best --moved a                     | --moved without --epochs"
            })
    void badInputIsAnErrorThatSaysWhatToDoAndWritesNothing(String options, String message) throws IOException {
        Files.writeString(b, B.replace("fe_h[dex]\n", "fe_h[dex],name\n").replaceAll("(?m)^(2.*)$", "$1,x"));
        Path out = folder.resolve("out.fits");
        var command = new ArrayList<Object>(List.of("match", a, b, out));
        command.addAll(List.of(options.strip().split(" +")));
        Outcome outcome = Outcome.of(command.toArray());
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains(message);
        assertThat(outcome.err()).doesNotContain("Exception");
        assertThat(folder).isDirectoryNotContaining(path -> !path.toString().endsWith(".csv"));
    }

    @Test
    void bothTablesWithMotionsWantAChoice() throws IOException {
        String moving = "ra[deg],dec[deg],pmra[mas/yr],pmdec[mas/yr]\n0,0,1000,0\n";
        Path first = Files.writeString(folder.resolve("first.csv"), moving);
        Path second = Files.writeString(folder.resolve("second.csv"), moving);
        Path out = folder.resolve("out.fits");
        Object[] command = {
            "match", first, second, out, "--radius", "20arcsec", "--find", "best", "--epochs", "2000,2010", "--json"
        };
        assertThat(Outcome.of(command).err()).contains("--moved a or --moved b");
        for (String side : List.of("a", "b")) {
            var chosen = new ArrayList<Object>(List.of(command));
            chosen.addAll(List.of("--moved", side, "--force"));
            JsonNode told = Outcome.of(chosen.toArray()).json();
            assertThat(told.at("/" + side + "/moved_to_epoch").asLong()).isEqualTo(1);
            assertThat(told.at("/" + (side.equals("a") ? "b" : "a") + "/moved_to_epoch")
                            .asLong())
                    .isZero();
        }
    }

    @Test
    void theInputsAreNeverOverwritten() {
        for (Path input : List.of(a, b)) {
            assertThat(Outcome.of("match", a, b, input, "--radius", "1arcsec", "--find", "best")
                            .err())
                    .contains("exists");
            assertThat(Outcome.of("match", a, b, input, "--radius", "1arcsec", "--find", "best", "--force")
                            .err())
                    .contains("is the input itself");
        }
        assertThat(a).hasContent(A);
        assertThat(b).hasContent(B);
    }

    @Test
    void positionsWithoutUnitsAreTakenInDegreesAndThatIsTold() throws IOException {
        Path bare = Files.writeString(folder.resolve("bare.csv"), "ra,dec,pmra,pmdec\n0,0.0002,0,0\n");
        Path out = folder.resolve("out.fits");
        Outcome outcome = Outcome.of("match", bare, b, out, "--radius", "1arcsec", "--find", "best");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err())
                .containsOnlyOnce("note: these columns have no unit")
                .contains("taken to be ra in deg, dec in deg (" + bare + ")", "A: 1 rows, 1 matched");
        String[] further = {"--radius", "1arcsec", "--find", "best", "--epochs", "2000,2016", "--force"};
        var command = new ArrayList<Object>(List.of("match", bare, b, out));
        command.addAll(List.of(further));
        assertThat(Outcome.of(command.toArray()).err())
                .contains("dec in deg, pmra in mas/yr, pmdec in mas/yr (" + bare + ")");
        command.addAll(List.of("--units", "canonical"));
        assertThat(Outcome.of(command.toArray()).err()).doesNotContain("no unit");
        Path hours = Files.writeString(folder.resolve("hours.csv"), "ra[km],dec\n0,0\n");
        assertThat(Outcome.of("match", hours, b, out, "--radius", "1arcsec", "--find", "best", "--force")
                        .err())
                .contains("cannot be converted to 'deg'");
    }

    @ParameterizedTest
    @CsvSource({"png, 89504e47", "svg, 3c", "pdf, 25504446"})
    void theFigureIsDrawnInTheFormatOfItsEnding(String ending, String magic) throws IOException {
        Path figure = folder.resolve("separations." + ending);
        Object[] command = {
            "match", a, b, folder.resolve("out.fits"), "--radius", "4arcsec", "--find", "all", "--figure", figure
        };
        assertThat(Outcome.of(command).code()).isZero();
        assertThat(java.util.HexFormat.of().formatHex(Files.readAllBytes(figure)))
                .startsWith(magic);
        Files.delete(folder.resolve("out.fits"));
        Outcome again = Outcome.of(command);
        assertThat(again.err()).contains("exists", "--force");
        assertThat(folder.resolve("out.fits")).doesNotExist();
        command[9] = folder.resolve("separations.jpeg");
        assertThat(Outcome.of(command).err()).contains("names no format of figures");
    }

    /** Along the equator: 1 arcsec apart with errors 0.3 and 0.4, whose root of squares is 0.5: two sigmas. */
    @Test
    void errorsOfPositionsLimitPairs() throws IOException {
        Path first = Files.writeString(
                folder.resolve("first.csv"),
                "ra[deg],dec[deg],ra_error[mas],dec_error[mas],pos[mas]\n0,0,300,100,300\n10,0,,100,300\n20,0,0,0,0\n");
        Path second = Files.writeString(
                folder.resolve("second.csv"),
                "ra[deg],dec[deg],e[arcsec]\n0.0002777777777778,0,0.4\n10,0.0002777777777778,0.4\n20,0,0\n");
        Path out = folder.resolve("errors.csv");
        Object[] command = {
            "match",
            first,
            second,
            out,
            "--radius",
            "10arcsec",
            "--find",
            "all",
            "--force",
            "--errors-a",
            "pos",
            "--errors-b",
            "e",
            "--sigmas",
            "1.999999"
        };
        assertThat(Outcome.of(command).err()).contains("A: 3 rows, 1 matched");
        command[command.length - 1] = "2.000001";
        assertThat(Outcome.of(command).err()).contains("A: 3 rows, 3 matched");
        List<String> lines = Files.readAllLines(out);
        assertThat(lines.getFirst()).endsWith("separation,separation_sigma");
        assertThat(Double.parseDouble(lines.get(1).substring(lines.get(1).lastIndexOf(',') + 1)))
                .isCloseTo(2, within(1e-9));
        // Without any error the two places are the same, and there is no number of sigmas.
        assertThat(lines.get(3)).endsWith(",0.0,");
        // The larger of 300 and 100 mas gives two sigmas, their mean square more; a missing error matches nothing.
        command[10] = "ra_error,dec_error";
        var two = new ArrayList<Object>(List.of(command));
        two.addAll(List.of("--circular", "larger"));
        assertThat(Outcome.of(two.toArray()).err())
                .contains("A: 3 rows, 2 matched", "1 without a position or an error");
        two.set(two.size() - 1, "mean");
        assertThat(Outcome.of(two.toArray()).err()).contains("A: 3 rows, 1 matched");
        two.set(two.size() - 3, String.valueOf(1 / Math.sqrt(0.05 + 0.16) + 1e-6));
        assertThat(Outcome.of(two.toArray()).err()).contains("A: 3 rows, 2 matched");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--sigmas 3                                    | need --errors-a, --errors-b and --sigmas together",
                "--errors-a mag --errors-b fe_h                | need --errors-a, --errors-b and --sigmas together",
                "--errors-a mag --errors-b fe_h --sigmas 3     | has the unit 'mag', which is no angle",
                "--errors-a id --errors-b fe_h --sigmas 3      | the error 'id' has no unit",
                "--errors-a mag --errors-b fe_h --sigmas 0     | sigmas",
                "--errors-a mag,id --errors-b fe_h --sigmas 3  | Say --circular larger or --circular mean",
                "--errors-a mag --errors-b fe_h --sigmas 3 --circular mean      | --circular without two errors",
                "--errors-a mag,id --errors-b fe_h --sigmas 3 --circular round  | Choose one of: larger, mean"
            })
    void mistakesInErrorsAreTold(String options, String message) {
        Path out = folder.resolve("out.fits");
        var command = new ArrayList<Object>(List.of("match", a, b, out, "--radius", "1arcsec", "--find", "best"));
        command.addAll(List.of(options.strip().split(" +")));
        Outcome outcome = Outcome.of(command.toArray());
        assertThat(outcome.err()).contains(message).doesNotContain("Exception");
        assertThat(outcome.code()).isEqualTo(2);
    }
}
