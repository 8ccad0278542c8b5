package org.cellarius.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** orbits, potential, membership, and errors of phase-space, from file to file. */
class DynamicsCommandsTest {

    private static final String SIX = "ra[deg],dec[deg],distance[kpc],pmra[mas/yr],pmdec[mas/yr],radial_velocity[km/s]";
    private static final String ERRORS =
            "distance_error[kpc],pmra_error[mas/yr],pmdec_error[mas/yr],radial_velocity_error[km/s]";

    @TempDir
    Path folder;

    @Test
    void orbitsOfAgamasStarsAreThere() throws IOException {
        // Two rows of agama-mcmillan17-orbits.csv: R z vR vz vphi and Zmax_hi, Rperi_hi, Rapo_hi, Rcirc_hi.
        Path in = write("in.csv", """
                r[kpc],z[kpc],v_r[km/s],v_z[km/s],v_phi[km/s]
                9.690132,-0.004007,32.096751,39.050781,219.27662
                8.2,0,0,0,900
                8,0,1,1,nan
                """);
        Path out = folder.resolve("out.csv");
        Outcome outcome =
                Outcome.of("orbits", in, out, "--potential", "McMillan17", "--accuracy", "accurate", "--json");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.json().path("rows").asLong()).isEqualTo(3);
        List<Map<String, String>> rows = rows(out);
        assertThat(number(rows, 0, "zmax")).isCloseTo(0.9672864649802221, within(1e-5));
        assertThat(number(rows, 0, "r_peri")).isCloseTo(8.293987252517159, within(1e-4));
        assertThat(number(rows, 0, "r_apo")).isCloseTo(10.369202737683784, within(1e-4));
        assertThat(number(rows, 0, "rg")).isCloseTo(9.128030864375061, within(1e-4));
        // AGAMA's fudge in its default expansion: its force differs by 1e-4, its focal distance by some per cent.
        assertThat(number(rows, 0, "j_r")).isCloseTo(17.891288424829526, within(0.01 * 17.9));
        assertThat(number(rows, 0, "j_z")).isCloseTo(16.830628153642827, within(0.01 * 16.8));
        assertThat(number(rows, 0, "zmax_staeckel")).isCloseTo(0.967, within(0.02));
        assertThat(rows.stream().map(r -> r.get("status"))).containsExactly("OK", "UNBOUND", "NO_VELOCITY");
        assertThat(rows.get(1).get("zmax")).isEmpty();
        assertThat(number(rows, 1, "energy")).isPositive();
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(in, out);
        }
    }

    @Test
    void theApproximationGivesTheSameColumnsWithoutIntegration() throws IOException {
        Path in = write("in.csv", "r,z,v_r,v_z,v_phi\n9.690132,-0.004007,32.096751,39.050781,219.27662\n");
        Path box = folder.resolve("box.csv");
        Path edge = folder.resolve("edge.csv");
        String[] common = {"--potential", "McMillan17", "--units", "canonical"};
        assertThat(orbits(in, box, common, "--method", "staeckel").code()).isZero();
        assertThat(orbits(in, edge, common, "--zmax", "edge", "--span", "-2Gyr").code())
                .isZero();
        assertThat(Files.readAllLines(box).getFirst())
                .isEqualTo(Files.readAllLines(edge).getFirst());
        assertThat(number(rows(box), 0, "zmax")).isEqualTo(number(rows(edge), 0, "zmax"));
        assertThat(number(rows(box), 0, "r_apo")).isCloseTo(10.369202737683784, within(0.01));
        assertThat(number(rows(box), 0, "energy")).isCloseTo(-148917.68275118343, within(0.1));
        assertThat(rows(box).getFirst().get("energy_drift")).isEmpty();
    }

    private static Outcome orbits(Path in, Path out, String[] common, String... more) {
        var command = new java.util.ArrayList<Object>(List.of("orbits", in, out));
        command.addAll(Arrays.asList(common));
        command.addAll(Arrays.asList(more));
        return Outcome.of(command.toArray());
    }

    @Test
    void orbitsFromTheSkyHaveErrorsFromDraws() throws IOException {
        Path in = write("in.csv", SIX + "," + ERRORS + "\n10,20,1.0,3,-4,30,0.05,0.02,0.02,0.5\n");
        Path out = folder.resolve("out.csv");
        String[] command = {
            "orbits",
            in.toString(),
            out.toString(),
            "--potential",
            "MWPotential2014",
            "--r0",
            "8.27",
            "--v0",
            "236",
            "--sun",
            "vickers2021",
            "--draws",
            "200",
            "--seed",
            "5",
            "--errors-of",
            "rg,l_z"
        };
        assertThat(Outcome.of((Object[]) command).code()).isZero();
        List<Map<String, String>> rows = rows(out);
        assertThat(number(rows, 0, "rg_error")).isBetween(0.001, 0.5);
        assertThat(number(rows, 0, "rg_mean")).isCloseTo(number(rows, 0, "rg"), within(0.1));
        assertThat(number(rows, 0, "rg_draws")).isEqualTo(200);
        assertThat(rows.getFirst()).doesNotContainKey("zmax_error");
    }

    @Test
    void drawsOfPhaseSpaceAgreeWithTheFirstOrderAndDoNotDependOnThreads() throws IOException {
        String stars = IntStream.range(0, 5000)
                .mapToObj(i -> (i % 360) + ",20,1.0,3,-4,30,0.01,0.02,0.02,0.5")
                .collect(Collectors.joining("\n"));
        Path in = write("in.csv", SIX + "," + ERRORS + "\n" + stars + "\n");
        Path draws = folder.resolve("draws.csv");
        Path again = folder.resolve("again.csv");
        Path firstOrder = folder.resolve("jacobian.csv");
        assertThat(phaseSpace(in, draws, "--draws", "1000", "--covariance", "--threads", "1")
                        .code())
                .isZero();
        assertThat(phaseSpace(in, again, "--draws", "1000", "--covariance", "--threads", "3")
                        .code())
                .isZero();
        assertThat(phaseSpace(in, firstOrder, "--jacobian").code()).isZero();
        assertThat(Files.readString(again)).isEqualTo(Files.readString(draws));
        for (String name : List.of("x_error", "vz_error", "r_error", "v_phi_error")) {
            assertThat(number(rows(draws), 7, name) / number(rows(firstOrder), 7, name))
                    .isBetween(0.9, 1.1);
        }
        double variance = number(rows(draws), 7, "x_x_cov");
        assertThat(variance).isCloseTo(Math.pow(number(rows(draws), 7, "x_error"), 2), within(1e-9 * variance));
        // Two rows of the same star have draws of their own.
        assertThat(number(rows(draws), 0, "x_error")).isNotEqualTo(number(rows(draws), 360, "x_error"));
    }

    private static Outcome phaseSpace(Path in, Path out, String... more) {
        var command = new java.util.ArrayList<Object>(List.of("phase-space", in, out, "--sun", "hawkins2023"));
        command.addAll(Arrays.asList(more));
        return Outcome.of(command.toArray());
    }

    @Test
    void errorsThatCannotBeFoundAreRefusedWithTheWayOut() throws IOException {
        Path bare = write("bare.csv", SIX + "\n10,20,1,3,-4,30\n");
        Path out = folder.resolve("out.csv");
        assertRefused(phaseSpace(bare, out, "--draws", "10"), "neither distance_error nor distance_lo and distance_hi");
        Path in = write("in.csv", SIX + "," + ERRORS + "\n10,20,1.0,3,-4,30,0.05,0.02,0.02,0.5\n");
        assertRefused(phaseSpace(in, out, "--draws", "1"), "between 2 and");
        assertRefused(phaseSpace(in, out, "--draws", "10", "--jacobian"), "not both");
        assertRefused(
                phaseSpace(in, out, "--draws", "10", "--distance-errors", "fechner"),
                "there is no column 'distance_lo'");
        assertRefused(Outcome.of("phase-space", in, out, "--sun", "imig2023", "--draws", "10"), "draws need motions");
        assertRefused(phaseSpace(in, out, "--lsr"), "hawkins2023");
        assertRefused(
                Outcome.of("orbits", in, out, "--potential", "McMillan17", "--draws", "10"), "Name the Sun with --sun");
        assertRefused(Outcome.of("orbits", in, out, "--potential", "McMillan"), "Choose one of: MWPotential2014");
        assertRefused(
                Outcome.of("orbits", in, out, "--potential", "McMillan17", "--span", "ten"), "'ten' is not a time");
        assertRefused(Outcome.of("orbits", in, out, "--potential", "McMillan17", "--r0", "8"), "Give both, or neither");
        assertRefused(Outcome.of("orbits", in, out, "--potential", "McMillan17"), "there is no column 'r'");
        assertThat(out).doesNotExist();
    }

    @Test
    void anEarlierStatusStaysAndARefusedMotionHasNoErrors() throws IOException {
        Path in = write(
                "in.csv",
                SIX + "," + ERRORS + "\n10,20,1,3,-4,30,0.05,0.02,0.02,0.5\n"
                        + "10,20,1,3,-4,30,,0.02,0.02,0.5\n10,20,1,3,-4,400000,0.05,0.02,0.02,0.5\n");
        Path first = folder.resolve("first.csv");
        Path second = folder.resolve("second.csv");
        assertThat(Outcome.of("phase-space", in, first, "--sun", "vickers2021", "--draws", "20", "--lsr")
                        .code())
                .isZero();
        assertThat(rows(first).stream().map(r -> r.get("status"))).containsExactly("OK", "NO_ERRORS", "NO_VELOCITY");
        assertThat(rows(first).get(2).get("v_phi_error")).isEmpty();
        assertThat(rows(first).get(2).get("x_error")).isNotEmpty();
        assertThat(Outcome.of("membership", first, second, "--set", "robin2003", "--units", "canonical")
                        .code())
                .isZero();
        assertThat(rows(second).stream().map(r -> r.get("status"))).containsExactly("OK", "NO_ERRORS", "NO_VELOCITY");
        assertThat(rows(second).get(1).get("p_thin")).isNotEmpty();
        assertRefused(phaseSpace(in, folder.resolve("x.csv"), "--covariance"), "Add --draws N");
        assertRefused(phaseSpace(in, folder.resolve("x.csv"), "--draws", "0"), "between 2 and");
        assertRefused(
                Outcome.of(
                        "orbits",
                        in,
                        folder.resolve("x.csv"),
                        "--potential",
                        "McMillan17",
                        "--r0",
                        "8270",
                        "--v0",
                        "236"),
                "are the units right?");
    }

    private static void assertRefused(Outcome outcome, String message) {
        assertThat(outcome.err()).contains(message);
        assertThat(outcome.code()).isEqualTo(2);
    }

    @Test
    void thePotentialAtAPoint() throws IOException {
        // Kepler limit far out, and the circular speed that MWPotential2014 is scaled to.
        Path in = write("in.csv", "r,z\n8,0\n,1\n");
        Path out = folder.resolve("out.csv");
        assertThat(Outcome.of("potential", "MWPotential2014", "--at", in, out, "--units", "canonical")
                        .code())
                .isZero();
        List<Map<String, String>> rows = rows(out);
        assertThat(number(rows, 0, "vcirc")).isCloseTo(220, within(1e-6));
        assertThat(number(rows, 0, "f_r")).isCloseTo(-220.0 * 220 / 8, within(1e-5));
        assertThat(number(rows, 0, "f_z")).isZero();
        assertThat(number(rows, 0, "density")).isBetween(0.05, 0.2);
        assertThat(rows.get(1).get("status")).isEqualTo("NO_POSITION");
    }

    @Test
    void membershipOfGoldenStars() throws IOException {
        List<String> golden = Files.readAllLines(Outcome.golden("membership.csv", "membership.csv")).stream()
                .filter(l -> !l.startsWith("#"))
                .toList();
        List<String> names = Arrays.stream(golden.getFirst().split(",", -1))
                .map(n -> n.replaceAll("\\[.*", ""))
                .toList();
        String[] star = golden.get(5).split(",", -1);
        Path in = write(
                "in.csv", "u_lsr[km/s],v_lsr[km/s],w_lsr[km/s]\n" + star[1] + "," + star[2] + "," + star[3] + "\n");
        Path out = folder.resolve("out.csv");
        assertThat(Outcome.of("membership", in, out, "--set", "bensby2003").code())
                .isZero();
        assertThat(number(rows(out), 0, "p_thick"))
                .isCloseTo(Double.parseDouble(star[names.indexOf("bensby2003_P_thick")]), within(1e-10));
        assertRefused(
                Outcome.of("membership", in, out, "--set", "bensby2004", "--force"), "did you mean 'bensby2003'?");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<Map<String, String>> rows(Path csv) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        String[] names = lines.getFirst().split(",", -1);
        return lines.stream()
                .skip(1)
                .map(l -> l.split(",", -1))
                .map(v -> IntStream.range(0, names.length).boxed().collect(Collectors.toMap(k -> names[k], k -> v[k])))
                .toList();
    }

    private static double number(List<Map<String, String>> rows, int row, String name) {
        return Double.parseDouble(String.valueOf(rows.get(row).get(name)));
    }
}
