package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cellarius.catalogue.yaml.YamlDocument;
import org.cellarius.galaxy.kinematics.VelocityEllipsoids;
import org.cellarius.study.read.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Suns of one's own, errors, epochs and membership in a study, from file to star table. */
class KinematicsStudyTest {

    private static final String COLUMNS =
            "{ra: ra, dec: dec, distance: d, pmra: pmra, pmdec: pmdec, radial_velocity: rv, distance_error: e_d,"
                    + " pmra_error: e_pmra, pmdec_error: e_pmdec, radial_velocity_error: e_rv, x_axis: x, y_axis: y}";

    private static final String HEAD =
            "ra[deg],dec[deg],d[kpc],pmra[mas/yr],pmdec[mas/yr],rv[km/s],e_d[kpc],e_pmra[mas/yr],e_pmdec[mas/yr],e_rv[km/s],x,y\n";

    private static final String STARS = HEAD
            + "10,20,1.0,3,-4,30,0.05,0.02,0.02,0.5,1,1\n"
            + "200,-30,0.5,-40,-60,-90,0.02,0.02,0.02,0.5,2,2\n"
            + "300,5,2.0,-5,-15,-250,0.1,0.02,0.02,0.5,3,4\n";

    private static final String LINE = """
            products:
              line: {kind: gradient, x: x_axis, y: y_axis, method: ols, minimum-count: 3}
            """;

    private static final String OWN_SUN =
            "{R0: 8.27 kpc, z: 0 pc, U: 13.0 km/s, V: 248.24 km/s, W: 7.24 km/s, peculiar-motion: {U: 13.0 km/s, V: 12.24 km/s, W: 7.24 km/s}}";

    private static final String KINEMATICS =
            "SELECT u_lsr, v_lsr, w_lsr, p_thin, p_thick, p_halo, v_tot, v_toomre, halo FROM stars";

    @TempDir
    Path folder;

    @Test
    void aSunOfOnesOwnWithAPeculiarMotionIsAsGoodAsANamedOne() throws IOException {
        String sections = "membership: {set: bensby2003, diagram: toomre, halo-cut: hawkins2023}\n"
                + "phase-space: positions-and-velocities\n" + LINE;
        List<List<String>> named = stars("named", "sun: vickers2021\n" + sections);
        List<List<String>> own = stars("own", "sun: " + OWN_SUN + "\n" + sections);
        assertThat(own).isEqualTo(named).hasSize(3);
        for (List<String> star : own) {
            double[] v = star.stream().mapToDouble(Double::parseDouble).toArray();
            assertThat(v[6]).isCloseTo(Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]), within(1e-9));
            assertThat(v[7]).isCloseTo(Math.hypot(v[0], v[2]), within(1e-9));
            assertThat(v[8]).isEqualTo(v[5] >= 0.01 ? 1 : 0);
        }
        assertThat(own.stream().map(List::getLast)).contains("0.0", "1.0");
        // What was resolved is a study of its own, which says the same.
        String resolved = Files.readString(folder.resolve("named/out/study.resolved.yaml"));
        assertThat(resolved)
                .contains("peculiar-motion")
                .contains("asymmetric-drifts")
                .contains("relative-to: \"lsr\"");
        var again = StudyReader.read(YamlDocument.parse("study.yaml", resolved));
        assertThat(again.membership().orElseThrow().ellipsoids()).isEqualTo(VelocityEllipsoids.BENSBY_2003);
        assertThat(again.sun().orElseThrow().requirePeculiarMotion().vKms()).isEqualTo(12.24);
        assertThat(Files.readString(folder.resolve("named/out/provenance.json")))
                .contains("Bensby")
                .contains("halo cut: Hawkins (2023)");
        assertThat(Files.readString(folder.resolve("named/out/report.html")))
                .contains("the local standard of rest at the Sun");
    }

    @Test
    void relativeToCircularOrbitsVelocitiesAreThoseAtTheStar() {
        String sections = "sun: hawkins2023\nphase-space: positions-and-velocities\n"
                + "membership: {set: robin2003, relative-to: circular-orbit, potential: MWPotential2014, R0: 8 kpc, v0: 220 km/s,"
                + " diagram: toomre, halo-cut: {speed: 150 km/s}, asymmetric-drifts: {thin: 0 km/s, thick: 0 km/s, halo: 0 km/s}}\n"
                + LINE;
        mini("local", sections).run();
        List<List<String>> stars = new MiniStudy(folder.resolve("local"))
                .stars("SELECT u_lsr + v_r, v_phi - v_lsr, w_lsr - v_z, v_tot, halo, r FROM stars");
        for (List<String> star : stars) {
            double[] v = star.stream().mapToDouble(Double::parseDouble).toArray();
            assertThat(v[0]).isCloseTo(0, within(1e-9));
            // The rotation curve of MWPotential2014 is flat to some per cent near 8 kpc.
            assertThat(v[1]).isBetween(205.0, 230.0);
            assertThat(v[2]).isCloseTo(0, within(1e-9));
            assertThat(v[4]).isEqualTo(v[3] >= 150 ? 1 : 0);
        }
        assertThat(stars).hasSize(3);
    }

    /** Each stage has a key of its own: other ellipsoids follow no orbit and draw no star again. */
    @Test
    void otherEllipsoidsIntegrateNoOrbitAgain() throws IOException {
        String sections = "sun: vickers2021\nphase-space: positions-and-velocities\n"
                + "errors: {distance: normal, draws: 20}\norbits: {potential: MWPotential2014, span: 1 Gyr}\n"
                + "membership: {set: bensby2003}\n" + LINE
                + "vary:\n  settings:\n    ellipsoids: {set: membership/set, to: [robin2003, bensby2005frac]}\n";
        MiniStudy varied = mini("varied", sections);
        varied.run();
        List<String> kept = MiniStudy.names(varied.cache()).stream()
                .filter(n -> n.endsWith(".parquet"))
                .map(n -> n.replaceFirst("-[0-9a-f]{32}.*", ""))
                .toList();
        assertThat(kept).filteredOn("orbits"::equals).hasSize(1);
        assertThat(kept).filteredOn("errors"::equals).hasSize(1);
        assertThat(kept).filteredOn("membership"::equals).hasSize(3);
        // In one table as without alternatives, the status once and last.
        assertThat(varied.stars("SELECT status, p_thin > 0, rg > 0, x_error > 0, u_lsr IS NOT NULL FROM stars"))
                .containsOnly(List.of("OK", "true", "true", "true", "true"));
    }

    @Test
    void errorsHaveCovariancesMeansAndPercentiles() {
        String sections = "sun: hawkins2023\nphase-space: positions-and-velocities\n"
                + "velocities-relative-to: [sun]\n"
                + "errors: {distance: normal, draws: 400, summaries: [covariance, means, percentiles]}\n" + LINE;
        mini("draws", sections).run();
        List<String> star = new MiniStudy(folder.resolve("draws"))
                .stars("SELECT x_error, x_x_cov, x_vx_cov, vx_vx_cov, v_phi_p16, v_phi_p50, v_phi_p84, v_phi_mean,"
                        + " v_phi_error, u_helio FROM stars")
                .getFirst();
        double[] v = star.stream().mapToDouble(Double::parseDouble).toArray();
        assertThat(v[0] * v[0]).isCloseTo(v[1], within(1e-9 * v[1]));
        assertThat(v[2] * v[2]).isLessThan(v[1] * v[3]);
        assertThat((v[6] - v[4]) / 2).isCloseTo(v[8], within(0.15 * v[8]));
        assertThat(v[5]).isCloseTo(v[7], within(0.2 * v[8]));
        String firstOrder =
                sections.replace("draws: 400, summaries: [covariance, means, percentiles]", "summaries: [covariance]");
        mini("first", firstOrder).run();
        double first = Double.parseDouble(new MiniStudy(folder.resolve("first"))
                .stars("SELECT x_x_cov FROM stars")
                .getFirst()
                .getFirst());
        // 400 draws know a variance to (2/400)^(1/2) = 7 per cent.
        assertThat(first / v[1]).isBetween(0.75, 1.25);
    }

    /** Draws belong to the star in its file: a step that takes other stars away changes none. */
    @Test
    void starsThatStayKeepTheirDraws() {
        String sections = "sun: hawkins2023\nphase-space: positions-and-velocities\n"
                + "errors: {distance: normal, draws: 20}\n" + LINE;
        String drawn = "SELECT star_number, x_error, v_phi_error FROM stars ORDER BY star_number";
        mini("all", sections).run();
        List<List<String>> all = new MiniStudy(folder.resolve("all")).stars(drawn);
        assertThat(all).hasSize(3).extracting(List::getFirst).containsExactly("0", "1", "2");
        String[] rows = STARS.split("\n", -1);
        String twin = String.join("\n", rows[0], rows[1], rows[1], rows[2], rows[3], "");
        MiniStudy repeated = mini("repeated", sections).file("stars.csv", twin);
        repeated.run();
        List<List<String>> four = repeated.stars(drawn);
        MiniStudy once = mini(
                        "once", sections.replace("sun:", "deduplicate: {radius: 1 arcsec, keep: {highest: dec}}\nsun:"))
                .file("stars.csv", twin);
        once.run();
        List<List<String>> three = once.stars(drawn);
        assertThat(three).hasSize(3);
        assertThat(four).hasSize(4).containsAll(three);
        assertThat(four.get(0).subList(1, 3)).isNotEqualTo(four.get(1).subList(1, 3));
    }

    @Test
    void positionsAloneHaveErrorsToFirstOrder() {
        mini("places", "sun: imig2023\nphase-space: positions\nerrors: {distance: normal}\n" + LINE)
                .run();
        List<String> star = new MiniStudy(folder.resolve("places"))
                .stars("SELECT sqrt(x_error * x_error + y_error * y_error + z_error * z_error) FROM stars")
                .getFirst();
        assertThat(Double.parseDouble(star.getFirst())).isCloseTo(0.05, within(1e-12));
    }

    /** Barnard's star in Gaia DR3 (2016.0), and its place for J2000 in SIMBAD, which leaves the radial velocity out. */
    @Test
    void cataloguesOfTwoEpochsMeetAtOneOfThem() throws IOException {
        String head = "ra[deg],dec[deg],parallax[mas],pmra[mas/yr],pmdec[mas/yr],rv[km/s],x,y\n";
        String columns =
                "{ra: ra, dec: dec, parallax: parallax, pmra: pmra, pmdec: pmdec, radial_velocity: rv, x_axis: x, y_axis: y}";
        Files.writeString(
                folder.resolve("gaia.csv"),
                head
                        + "269.44850252543836,4.739420051112412,546.975939730948,-801.5509783684709,10362.394206546573,-110.47,1,1\n"
                        + "20,30,1,5,5,,2,2\n21,30,1,,5,,3,3\n");
        Files.writeString(
                folder.resolve("old.csv"), head + "269.45207696,4.69336497,546.9759,-801.551,10362.394,-110.11,9,9\n");
        String study = """
                study: mini
                catalogues:
                  gaia: {file: gaia.csv, epoch: 2016.0, columns: %s}
                  old: {file: old.csv, epoch: 2000.0, columns: %s}
                epoch: {to: 2000.0, radial-motion: neglected}
                products:
                  line: {kind: gradient, x: x_axis, y: y_axis, method: ols, minimum-count: 3}
                """.formatted(columns, columns);
        var mini = new MiniStudy(folder).study(study);
        mini.run();
        List<List<String>> stars =
                mini.stars("SELECT ra, dec, epoch_status, ref_epoch, catalogue FROM stars ORDER BY x_axis");
        assertThat(stars.stream().map(s -> s.get(2))).containsExactly("OK", "OK", "NO_VELOCITY", "OK");
        double masPerDeg = 3.6e6;
        for (int axis = 0; axis < 2; axis++) {
            double carried = Double.parseDouble(stars.get(0).get(axis));
            double old = Double.parseDouble(stars.get(3).get(axis));
            assertThat((carried - old) * masPerDeg).isCloseTo(0, within(1.0));
        }
        assertThat(stars.get(3).get(0)).isEqualTo("269.45207696");
        assertThat(stars.get(0).get(3)).isEqualTo("2000.0");
        assertThat(stars.get(2).get(0)).isEqualTo("missing");
        assertThat(Files.readString(folder.resolve("out/provenance.json"))).contains("\"carried to\" : 2000.0");
        mini.study(study.replace("neglected", "where-known")).replace();
        List<String> perspective =
                mini.stars("SELECT dec, parallax FROM stars WHERE x_axis = 1").getFirst();
        // Half of 1.25 mas/yr2 (van de Kamp 1935), 16 years squared.
        double turned = (Double.parseDouble(perspective.getFirst()) - 4.69336497) * masPerDeg;
        assertThat(Math.abs(turned)).isBetween(0.5 * 1.2 * 256, 0.5 * 1.3 * 256);
        // 1.8282 pc, and nearer by 110.47 km/s in 16 years: 9.89e-4 of it.
        assertThat(Double.parseDouble(perspective.getLast())).isCloseTo(546.9759 * (1 - 9.89e-4), within(0.003));
        assertThat(mini.check()).anyMatch(line -> line.contains("carry positions and motions to J2000.0"));
    }

    private List<List<String>> stars(String name, String sections) {
        mini(name, sections).run();
        return new MiniStudy(folder.resolve(name)).stars(KINEMATICS);
    }

    private MiniStudy mini(String name, String sections) {
        try {
            Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        assertThat(Arrays.asList(STARS.split("\n"))).hasSize(4);
        return new MiniStudy(folder.resolve(name)).file("stars.csv", STARS).study(MiniStudy.of(COLUMNS, sections));
    }
}
