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
import java.util.stream.Stream;
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

    @Test
    void aPotentialOfOnesOwnFromAFileIsAsGoodAsTheNamedOne() throws IOException {
        Path in = write("in.csv", "r,z,v_r,v_z,v_phi\n8,0.1,20,15,230\n6,0.5,-40,30,190\n");
        Path galaxy = write("galaxy.yaml", """
                name: Bovy by shares
                R0: 8 kpc
                v0: 220 km/s
                components:
                  - {kind: power-law-with-cutoff, share: 0.05, exponent: 1.8, cut: 1.9 kpc}
                  - {kind: miyamoto-nagai, share: 0.6, a: 3000 pc, b: 280 pc}
                  - {kind: nfw, share: 0.35, scale: 16 kpc}
                """);
        Path named = folder.resolve("named.csv");
        Path own = folder.resolve("own.csv");
        String[] canonical = {"--units", "canonical", "--potential"};
        assertThat(orbits(in, named, canonical, "MWPotential2014").code()).isZero();
        assertThat(orbits(in, own, canonical, galaxy.toString()).code()).isZero();
        for (String column : List.of("zmax", "r_peri", "rg", "energy", "j_r")) {
            double there = number(rows(named), 1, column);
            assertThat(number(rows(own), 1, column)).isCloseTo(there, within(1e-6 * Math.abs(there)));
        }
        Files.writeString(galaxy, Files.readString(galaxy).replace("share: 0.6", "shere: 0.6"));
        assertRefused(orbits(in, folder.resolve("x.csv"), canonical, galaxy.toString()), "did you mean 'share'?");
        Files.writeString(galaxy, Files.readString(galaxy).replace("shere: 0.6", "share: -1"));
        assertRefused(orbits(in, folder.resolve("x.csv"), canonical, galaxy.toString()), "galaxy.yaml:6");
        assertRefused(orbits(in, folder.resolve("x.csv"), canonical, "nowhere.yaml"), "nowhere.yaml");
    }

    @Test
    void endingAnglesAndFormsOfActionsCanBeChosen() throws IOException {
        Path in = write("in.csv", "r,z,v_r,v_z,v_phi,phi\n8,0.1,20,15,230,180\n6,0.5,-40,30,190,10\n");
        Path whole = folder.resolve("whole.csv");
        Path ended = folder.resolve("ended.csv");
        Path quick = folder.resolve("quick.csv");
        String[] common = {"--units", "canonical", "--potential", "MWPotential2014"};
        assertThat(orbits(in, whole, common).code()).isZero();
        assertThat(orbits(in, ended, common, "--stop", "converged", "--columns", "angles")
                        .code())
                .isZero();
        assertThat(orbits(in, quick, common, "--actions", "interpolated", "--method", "staeckel")
                        .code())
                .isZero();
        assertThat(number(rows(whole), 1, "followed")).isEqualTo(10);
        assertThat(number(rows(ended), 1, "followed")).isLessThan(5);
        assertThat(number(rows(ended), 1, "zmax")).isCloseTo(number(rows(whole), 1, "zmax"), within(5e-4 * 0.7));
        assertThat(rows(whole).getFirst())
                .doesNotContainKeys("theta_r", "omega_r")
                .containsKey("focal_distance");
        assertThat(number(rows(ended), 0, "theta_z")).isBetween(0.0, 90.0);
        assertThat(number(rows(ended), 0, "omega_phi")).isCloseTo(25.7, within(0.1));
        assertThat(number(rows(quick), 1, "j_z")).isCloseTo(number(rows(whole), 1, "j_z"), within(0.3));
        Path x = folder.resolve("x.csv");
        assertRefused(orbits(in, x, common, "--stop", "converged", "--accuracy", "accurate"), "too little");
        assertRefused(
                orbits(in, x, common, "--actions", "interpolated", "--columns", "angles"), "interpolated actions");
        assertRefused(orbits(in, x, common, "--focal-distance", "far"), "--focal-distance");
        assertRefused(orbits(in, x, common, "--stop", "soon"), "Choose one of: span, converged");
    }

    /** The draws written are those of which the moments are told, and so are the orbital quantities that follow from them. */
    @Test
    void drawsAreThoseOfTheMoments() throws IOException {
        Path in = write(
                "in.csv", SIX + "," + ERRORS + "\n10,20,1,3,-4,30,0.1,0.1,0.1,1\n100,-30,1,1,1,5,0.2,0.1,0.1,1\n");
        Path draws = folder.resolve("draws.ecsv");
        Path orbits = folder.resolve("orbits.csv");
        Path moments = folder.resolve("moments.csv");
        assertThat(Outcome.of("draws", in, draws, "--sun", "vickers2021", "--draws", "60", "--seed", "7")
                        .code())
                .isZero();
        assertThat(Outcome.of("orbits", draws, orbits, "--potential", "MWPotential2014", "--method", "staeckel")
                        .code())
                .isZero();
        assertThat(Outcome.of(
                                "orbits",
                                in,
                                moments,
                                "--sun",
                                "vickers2021",
                                "--potential",
                                "MWPotential2014",
                                "--method",
                                "staeckel",
                                "--draws",
                                "60",
                                "--seed",
                                "7",
                                "--errors-of",
                                "l_z,j_z",
                                "--covariance")
                        .code())
                .isZero();
        List<Map<String, String>> all = rows(orbits);
        assertThat(all).hasSize(120);
        for (int star = 0; star < 2; star++) {
            List<Map<String, String>> own = all.subList(60 * star, 60 * star + 60);
            double[] lz = IntStream.range(0, 60)
                    .mapToDouble(k -> number(own, k, "l_z"))
                    .toArray();
            double[] jz = IntStream.range(0, 60)
                    .mapToDouble(k -> number(own, k, "j_z"))
                    .toArray();
            double meanLz = Arrays.stream(lz).average().orElseThrow();
            double meanJz = Arrays.stream(jz).average().orElseThrow();
            double covariance = IntStream.range(0, 60)
                            .mapToDouble(k -> (lz[k] - meanLz) * (jz[k] - meanJz))
                            .sum()
                    / 59;
            assertThat(number(rows(moments), star, "l_z_mean")).isCloseTo(meanLz, within(1e-9 * meanLz));
            assertThat(number(rows(moments), star, "l_z_j_z_cov"))
                    .isCloseTo(covariance, within(1e-6 * Math.abs(covariance)));
        }
        Path x = folder.resolve("x.csv");
        assertRefused(Outcome.of("draws", in, x, "--sun", "vickers2021"), "--draws 100");
        assertRefused(Outcome.of("draws", draws, x, "--sun", "vickers2021", "--draws", "3"), "star_number");
        assertRefused(
                Outcome.of("draws", in, x, "--sun", "vickers2021", "--draws", "3", "--means"), "take phase-space");
    }

    @Test
    void trajectoriesHaveARowForEachTime() throws IOException {
        Path in = write(
                "in.csv",
                "name,r[kpc],phi[deg],z[kpc],v_r[km/s],v_phi[km/s],v_z[km/s],age[Myr]\na,8,180,0.1,20,230,15,4500\nb,,10,0,1,2,3,100\n");
        Path path = folder.resolve("path.csv");
        Path birth = folder.resolve("birth.csv");
        assertThat(Outcome.of(
                                "trajectory",
                                in,
                                path,
                                "--potential",
                                "McMillan17",
                                "--span",
                                "-100Myr",
                                "--every",
                                "25Myr",
                                "--keep",
                                "name")
                        .code())
                .isZero();
        List<Map<String, String>> rows = rows(path);
        assertThat(rows).hasSize(10);
        assertThat(number(rows, 0, "r")).isEqualTo(8);
        assertThat(number(rows, 4, "orbit_time")).isCloseTo(-0.1, within(1e-12));
        // Backwards in time the azimuth grows: a star at 230 km/s turns by 165 degrees in 100 Myr.
        assertThat(number(rows, 1, "phi")).isBetween(-140.0, -130.0);
        assertThat(rows.stream().map(r -> r.get("status")))
                .containsExactly(
                        "OK",
                        "OK",
                        "OK",
                        "OK",
                        "OK",
                        "NO_POSITION",
                        "NO_POSITION",
                        "NO_POSITION",
                        "NO_POSITION",
                        "NO_POSITION");
        assertThat(rows.get(9)).containsEntry("name", "b").containsEntry("star_number", "1");
        assertThat(Outcome.of("trajectory", in, birth, "--potential", "McMillan17", "--ago", "age")
                        .code())
                .isZero();
        assertThat(number(rows(birth), 0, "orbit_time")).isEqualTo(-4.5);
        Path x = folder.resolve("x.csv");
        assertRefused(
                Outcome.of("trajectory", in, x, "--potential", "McMillan17"), "Give --span and --every, or --ago");
        assertRefused(
                Outcome.of("trajectory", in, x, "--potential", "McMillan17", "--ago", "born"),
                "there is no column 'born'");
        assertRefused(
                Outcome.of("trajectory", in, x, "--potential", "McMillan17", "--span", "1Gyr", "--every", "1yr"),
                "Take a longer time");
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

    @Test
    void toomreAxesHaloAndDriftsComeWithMembership() throws IOException {
        Path in = write("in.csv", "u_lsr[km/s],v_lsr[km/s],w_lsr[km/s]\n0,0,0\n-120,-250,160\n30,-46,-40\n,1,1\n");
        Path out = folder.resolve("out.csv");
        String[] common = {"membership", in.toString(), out.toString(), "--set", "bensby2003", "--force"};
        assertThat(more(common, "--toomre", "--halo-cut", "hawkins2023").code()).isZero();
        List<Map<String, String>> rows = rows(out);
        assertThat(number(rows, 1, "v_toomre")).isCloseTo(200, within(1e-9));
        assertThat(number(rows, 1, "v_tot")).isCloseTo(Math.hypot(200, 250), within(1e-9));
        assertThat(rows.stream().map(r -> r.get("halo"))).containsExactly("0.0", "1.0", "0.0", "");
        double withDrift = number(rows, 2, "ln_td_d");
        assertThat(more(common, "--asymmetric-drifts=-15,-15,-220", "--halo-cut", "speed=10")
                        .code())
                .isZero();
        // ln of the Gaussians of both discs: only the thick disc's mean has changed.
        assertThat(number(rows(out), 2, "ln_td_d") - withDrift).isCloseTo(-(31.0 * 31) / (2 * 38 * 38), within(1e-9));
        assertThat(rows(out).stream().map(r -> r.get("halo"))).containsExactly("0.0", "1.0", "1.0", "");
        assertRefused(more(common, "--halo-cut", "v=3"), "Write hawkins2023, probability=P or speed=KMS");
        assertRefused(more(common, "--halo-cut", "speed=fast"), "'fast' is not a number");
        assertRefused(more(common, "--halo-cut", "probability=2"), "halo probability 2.0");
        assertRefused(more(common, "--asymmetric-drifts=-15,-46"), "there are three populations");
        assertRefused(more(common, "--relative-to", "circular-orbit"), "Name it with --potential");
        assertRefused(more(common, "--potential", "McMillan17"), "a potential serves circular orbits only");
        assertRefused(more(common, "--r0", "8", "--v0", "220"), "a potential serves circular orbits only");
        assertRefused(more(common, "--relative-to", "sun"), "Choose one of: lsr, circular-orbit");
    }

    @Test
    void relativeToCircularOrbitsAStarOnOneHasNoVelocityOfItsOwn() throws IOException {
        Path in = write("in.csv", "r[kpc],v_r[km/s],v_phi[km/s],v_z[km/s]\n8,0,220,0\n8,-7,200,5\n");
        Path out = folder.resolve("out.csv");
        assertThat(Outcome.of(
                                "membership",
                                in,
                                out,
                                "--set",
                                "robin2003",
                                "--relative-to",
                                "circular-orbit",
                                "--potential",
                                "MWPotential2014")
                        .code())
                .isZero();
        List<Map<String, String>> rows = rows(out);
        assertThat(number(rows, 0, "v_lsr")).isCloseTo(0, within(1e-6));
        assertThat(number(rows, 1, "u_lsr")).isEqualTo(7);
        assertThat(number(rows, 1, "v_lsr")).isCloseTo(-20, within(1e-6));
        assertThat(number(rows, 0, "p_thin")).isGreaterThan(0.9);
    }

    private static Outcome more(String[] common, String... options) {
        return Outcome.of(
                Stream.concat(Arrays.stream(common), Arrays.stream(options)).toArray());
    }

    /** Barnard's star in Gaia DR3 (2016.0); its place for J2000 in SIMBAD leaves the radial velocity out. */
    @Test
    void starsAreCarriedToAnotherEpochAndBack() throws IOException {
        Path in = write("in.csv", """
                ra[deg],dec[deg],parallax[mas],pmra[mas/yr],pmdec[mas/yr],radial_velocity[km/s],ref_epoch[yr]
                269.44850252543836,4.739420051112412,546.975939730948,-801.5509783684709,10362.394206546573,-110.47,2016
                20,30,-1,5,5,,2016
                """);
        Path out = folder.resolve("out.csv");
        Outcome plain = Outcome.of("epoch", in, out, "--from", "2016", "--to", "2000", "--radial-motion", "neglected");
        assertThat(plain.code()).as(plain.err()).isZero();
        assertThat(plain.err()).contains("ref_epoch is not read");
        double masPerDeg = 3.6e6;
        assertThat((number(rows(out), 0, "ra_epoch") - 269.45207696) * masPerDeg)
                .isCloseTo(0, within(1.0));
        assertThat((number(rows(out), 0, "dec_epoch") - 4.69336497) * masPerDeg).isCloseTo(0, within(1.0));
        assertThat(rows(out).getFirst()).containsKey("ra").doesNotContainKey("parallax_epoch");
        Path there = folder.resolve("there.ecsv");
        Path back = folder.resolve("back.csv");
        assertThat(carry(in, there, "2016", "1900").code()).isZero();
        assertThat(carry(there, back, "1900", "2016").code()).isZero();
        assertThat(number(rows(back), 0, "ra")).isCloseTo(269.44850252543836, within(1e-11));
        assertThat(number(rows(back), 0, "pmdec")).isCloseTo(10362.394206546573, within(1e-8));
        assertThat(number(rows(back), 0, "parallax")).isCloseTo(546.975939730948, within(1e-9));
        assertThat(number(rows(back), 0, "ref_epoch")).isEqualTo(2016);
        assertThat(rows(back).stream().map(r -> r.get("status"))).containsExactly("OK", "NO_DISTANCE");
        assertRefused(
                Outcome.of("epoch", in, folder.resolve("x.csv"), "--from", "2016", "--to", "2000"), "--radial-motion");
        Path both = write("both.csv", SIX + ",parallax[mas]\n1,2,3,4,5,6,7\n");
        assertRefused(carry(both, folder.resolve("x.csv"), "2016", "2000"), "Say --depth parallax or --depth distance");
        assertRefused(carry(in, folder.resolve("x.csv"), "2016", "1e9"), "Julian years");
    }

    private static Outcome carry(Path in, Path out, String from, String to) {
        return Outcome.of(
                "epoch", in, out, "--from", from, "--to", to, "--radial-motion", "required", "--columns", "same");
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
