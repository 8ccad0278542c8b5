package org.cellarius.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhaseSpaceCommandTest {

    @TempDir
    Path folder;

    private static final String SIX = "ra,dec,distance,pmra,pmdec,radial_velocity\n";

    @ParameterizedTest
    @CsvSource({"hawkins2023, hawkins", "vickers2021, vickers"})
    void positionsAndVelocitiesAreThoseOfAstropy(String sun, String prefix) throws IOException {
        Csv golden = Csv.read(Outcome.golden("coordinates.csv", "coordinates.csv"));
        Path in = inputOf(golden);
        Path out = folder.resolve("out.csv");
        Outcome outcome = Outcome.of("phase-space", in, out, "--sun", sun, "--units", "canonical");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        Csv ours = Csv.read(out);
        assertThat(ours.rows()).hasSameSizeAs(golden.rows());
        // Positions to 1e-9 kpc and degrees; velocities, hundreds of km/s, to as many digits.
        assertClose(ours, golden, "b", "b", 1e-9);
        double[] l = ours.column("l");
        double[] b = golden.column("b");
        double[] goldenL = golden.column("l");
        for (int i = 0; i < l.length; i++) {
            // On the sky: at the poles longitude means little.
            double apart = Math.IEEEremainder(l[i] - goldenL[i], 360) * Math.cos(Math.toRadians(b[i]));
            assertThat(apart).isCloseTo(0, within(1e-9));
            assertThat(l[i]).isGreaterThanOrEqualTo(0).isLessThan(360);
        }
        for (String[] pair : new String[][] {{"x", "x"}, {"y", "y"}, {"z", "z"}, {"r", "R"}}) {
            assertClose(ours, golden, pair[0], prefix + "_" + pair[1], 1e-9);
        }
        for (String[] pair : new String[][] {
            {"vx", "vx"}, {"vy", "vy"}, {"vz", "vz"}, {"v_r", "vR"}, {"v_phi", "vphi_rot"}, {"v_z", "vz"}
        }) {
            assertClose(ours, golden, pair[0], prefix + "_" + pair[1], 1e-7);
        }
        double[] phi = ours.column("phi");
        double[] goldenPhi = golden.column(prefix + "_phi_rh");
        for (int i = 0; i < phi.length; i++) {
            assertThat(Math.IEEEremainder(phi[i] - goldenPhi[i], 360)).isCloseTo(0, within(1e-9));
        }
        assertThat(ours.texts("status")).allMatch("OK"::equals);
    }

    @Test
    void howManyStarsHaveWhichStatusIsTold() throws IOException {
        Path in = Files.writeString(
                folder.resolve("some.csv"), "ra,dec,distance\n10,20,1\n11,21,\n12,22,2\n13,,2\n14,24,3\n");
        Outcome outcome = Outcome.of(
                "phase-space", in, folder.resolve("out.csv"), "--sun", "hawkins2023", "--units", "canonical");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("status: 3 OK, 1 NO_DISTANCE, 1 NO_POSITION");
        var json = Outcome.of(
                        "phase-space",
                        in,
                        folder.resolve("out2.csv"),
                        "--sun",
                        "hawkins2023",
                        "--units",
                        "canonical",
                        "--json")
                .json();
        assertThat(json.at("/status/OK").asLong()).isEqualTo(3);
    }

    @Test
    void heliocentricVelocitiesAreThoseOfAstropyAndTheWayBackEndsWhereItBegan() throws IOException {
        Csv golden = Csv.read(Outcome.golden("coordinates.csv", "coordinates.csv"));
        Path in = inputOf(golden);
        Path out = folder.resolve("out.csv");
        Path back = folder.resolve("back.csv");
        assertThat(Outcome.of("phase-space", in, out, "--sun", "hawkins2023", "--heliocentric", "--units", "canonical")
                        .code())
                .isZero();
        Csv ours = Csv.read(out);
        assertClose(ours, golden, "u_helio", "helio_U", 1e-7);
        assertClose(ours, golden, "v_helio", "helio_V", 1e-7);
        assertClose(ours, golden, "w_helio", "helio_W", 1e-7);
        assertThat(Outcome.of("icrs", out, back, "--sun", "hawkins2023", "--units", "canonical", "--replace")
                        .code())
                .isZero();
        Csv again = Csv.read(back);
        assertClose(again, golden, "dec", "dec", 1e-9);
        assertClose(again, golden, "distance", "distance", 1e-9);
        assertClose(again, golden, "radial_velocity", "rv", 1e-7);
        Outcome unmoved = Outcome.of("icrs", out, folder.resolve("x.csv"), "--sun", "imig2023");
        assertThat(unmoved.code()).isEqualTo(2);
        assertThat(unmoved.err()).contains("no published velocity");
    }

    @Test
    void aSunWithoutVelocityGivesPositionsAndSaysSo() throws IOException {
        Csv golden = Csv.read(Outcome.golden("coordinates.csv", "coordinates.csv"));
        Path out = folder.resolve("out.csv");
        Outcome outcome = Outcome.of("phase-space", inputOf(golden), out, "--sun", "imig2023", "--units", "canonical");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err())
                .contains("note: the Sun 'imig2023' has no published velocity: positions only, no velocities");
        Csv ours = Csv.read(out);
        assertThat(ours.names())
                .containsExactly(
                        "ra",
                        "dec",
                        "distance",
                        "pmra",
                        "pmdec",
                        "radial_velocity",
                        "l",
                        "b",
                        "x",
                        "y",
                        "z",
                        "r",
                        "phi",
                        "status");
        assertClose(ours, golden, "x", "imig_x", 1e-9);
        assertClose(ours, golden, "y", "imig_y", 1e-9);
        assertClose(ours, golden, "z", "imig_z", 1e-9);
        assertClose(ours, golden, "r", "imig_R", 1e-9);
    }

    @Test
    void unitsOfTheFileAreConverted() throws IOException {
        Path in = write("in.csv", """
                ra[deg],dec[deg],distance[pc],pmra[arcsec/yr],pmdec[mas/yr],radial_velocity[m/s]
                10,20,1500,0.004,-3,25000
                """);
        Path same = write("same.csv", SIX + "10,20,1.5,4,-3,25\n");
        Outcome.of("phase-space", in, folder.resolve("a.csv"), "--sun", "astropy-v4.0");
        Outcome.of("phase-space", same, folder.resolve("b.csv"), "--sun", "astropy-v4.0", "--units", "canonical");
        Csv a = Csv.read(folder.resolve("a.csv"));
        Csv b = Csv.read(folder.resolve("b.csv"));
        for (String name : List.of("l", "b", "x", "y", "z", "r", "phi", "vx", "vy", "vz", "v_r", "v_phi", "v_z")) {
            assertClose(a, b, name, name, 1e-11);
        }
    }

    @Test
    void unitsAndDescriptionsOfDerivedColumnsAreInTheFile() throws IOException {
        Path out = folder.resolve("out.ecsv");
        Outcome.of(
                "phase-space",
                write("in.csv", SIX + "10,20,1,1,1,1\n"),
                out,
                "--sun",
                "hawkins2023",
                "--units",
                "canonical");
        var columns = Outcome.of("describe", out, "--json").json().path("columns");
        assertThat(columns.valueStream().filter(c -> !c.path("unit").asString().isEmpty()))
                .extracting(
                        c -> c.path("name").asString() + " " + c.path("unit").asString())
                .contains("l deg", "b deg", "x kpc", "z kpc", "r kpc", "phi deg", "vx km/s", "v_phi km/s");
    }

    @Test
    void missingUnitsAreRefusedWithTheWayOut() throws IOException {
        Path out = folder.resolve("out.csv");
        Outcome outcome =
                Outcome.of("phase-space", write("in.csv", SIX + "1,2,3,4,5,6\n"), out, "--sun", "hawkins2023");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("the column 'ra' has no unit")
                .contains("If it is in deg, say --units canonical; else give the file units");
        assertThat(out).doesNotExist();
    }

    @Test
    void aUnitOfAnotherKindIsRefused() throws IOException {
        Path in = write("in.csv", "ra[deg],dec[deg],distance[km/s]\n10,20,1500\n");
        Path out = folder.resolve("out.csv");
        Outcome outcome = Outcome.of("phase-space", in, out, "--sun", "hawkins2023");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("the column 'distance' has the unit 'km/s', which cannot be converted to 'kpc'");
        assertThat(out).doesNotExist();
    }

    @Test
    void badStarsGetAStatusAndNeverStopTheOthers() throws IOException {
        Path in = write(
                "in.csv",
                SIX
                        + "10,20,1,1,1,1\n10,20,-1,1,1,1\n10,20,0,1,1,1\n10,20,,1,1,1\n10,20,inf,1,1,1\n10,95,1,1,1,1\n,20,1,1,1,1\n10,20,1,nan,1,1\n10,20,-9999,1,1,1\n");
        Path out = folder.resolve("out.csv");
        Outcome outcome = Outcome.of("phase-space", in, out, "--sun", "hawkins2023", "--units", "canonical");
        assertThat(outcome.code()).isZero();
        Csv ours = Csv.read(out);
        assertThat(ours.texts("status"))
                .containsExactly(
                        "OK",
                        "NO_DISTANCE",
                        "NO_DISTANCE",
                        "NO_DISTANCE",
                        "NO_DISTANCE",
                        "NO_POSITION",
                        "NO_POSITION",
                        "NO_VELOCITY",
                        "NO_DISTANCE");
        assertThat(ours.texts("x")).filteredOn(String::isEmpty).hasSize(7);
        assertThat(ours.texts("vx")).filteredOn(String::isEmpty).hasSize(8);
        assertThat(ours.texts("l")).filteredOn(String::isEmpty).hasSize(2);
    }

    @Test
    void columnsOfTheFileAreNotReplacedUnlessAskedFor() throws IOException {
        Path in = write("in.csv", "name,X,ra,dec,distance\nstar,77,10,20,1\n");
        Path out = folder.resolve("out.csv");
        Outcome refused = Outcome.of("phase-space", in, out, "--sun", "hawkins2023", "--units", "canonical");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .contains("the table has already the column X, which would be derived")
                .contains("Replace with --replace, or rename in the file");
        assertThat(out).doesNotExist();
        Outcome replaced =
                Outcome.of("phase-space", in, out, "--sun", "hawkins2023", "--units", "canonical", "--replace");
        assertThat(replaced.code()).isZero();
        Csv ours = Csv.read(out);
        assertThat(ours.names())
                .containsExactly("name", "ra", "dec", "distance", "l", "b", "x", "y", "z", "r", "phi", "status");
        assertThat(ours.column("x")[0]).isBetween(-10.0, -5.0);
        assertThat(ours.texts("name")).containsExactly("star");
    }

    @Test
    void aMisspeltSunIsNamedWithAllSuns() throws IOException {
        Outcome outcome =
                Outcome.of("phase-space", write("in.csv", SIX), folder.resolve("out.csv"), "--sun", "hawkins2032");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("there is no Sun named 'hawkins2032'; did you mean 'hawkins2023'?")
                .contains("Choose one of: hawkins2023, vickers2021, imig2023, long2025, astropy-v4.0, schoenrich2010");
    }

    @Test
    void wordsInPlaceOfCoordinatesAreRefused() throws IOException {
        Path in = write("in.csv", "ra,dec,distance\n10h,20,1\n");
        Outcome outcome = Outcome.of(
                "phase-space", in, folder.resolve("out.csv"), "--sun", "hawkins2023", "--units", "canonical");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("the column 'ra' does not hold numbers");
    }

    private static void assertClose(Csv ours, Csv golden, String name, String goldenName, double tolerance) {
        assertThat(ours.column(name)).as(name).containsExactly(golden.column(goldenName), within(tolerance));
    }

    private Path inputOf(Csv golden) throws IOException {
        var text = new StringBuilder(SIX);
        String[][] columns = {
            golden.texts("ra").toArray(String[]::new),
            golden.texts("dec").toArray(String[]::new),
            golden.texts("distance").toArray(String[]::new),
            golden.texts("pmra_cosdec").toArray(String[]::new),
            golden.texts("pmdec").toArray(String[]::new),
            golden.texts("rv").toArray(String[]::new)
        };
        for (int i = 0; i < golden.rows().size(); i++) {
            int row = i;
            text.append(String.join(",", Arrays.stream(columns).map(c -> c[row]).toList()))
                    .append('\n');
        }
        return write("golden.csv", text.toString());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** A plain CSV without quotes; comment lines and units in the header are passed over. */
    record Csv(List<String> names, List<String[]> rows) {

        static Csv read(Path file) throws IOException {
            List<String> lines = Files.readAllLines(file).stream()
                    .filter(l -> !l.startsWith("#"))
                    .toList();
            return new Csv(
                    Arrays.stream(lines.getFirst().split(","))
                            .map(n -> n.replaceAll("\\[.*", ""))
                            .toList(),
                    lines.stream().skip(1).map(l -> l.split(",", -1)).toList());
        }

        List<String> texts(String name) {
            int k = names.indexOf(name);
            assertThat(k).as(name).isNotNegative();
            return rows.stream().map(r -> r[k]).toList();
        }

        double[] column(String name) {
            return texts(name).stream().mapToDouble(Double::parseDouble).toArray();
        }
    }
}
