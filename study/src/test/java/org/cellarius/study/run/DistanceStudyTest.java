package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cellarius.catalogue.InputError;
import org.cellarius.study.result.RunResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DistanceStudyTest {

    private static final String GAIA = """
            ra[deg],dec[deg],parallax[mas],parallax_error[mas],pmra[mas/yr],pmdec[mas/yr],radial_velocity[km/s],pmra_error[mas/yr],pmdec_error[mas/yr],radial_velocity_error[km/s],parallax_pmra_corr,parallax_pmdec_corr,pmra_pmdec_corr,fe_h[dex]
            310,45,0.983,0.1,1,2,3,0.1,0.1,1,0.5,-0.2,0.1,0.1
            100,-10,-0.217,0.3,1,2,3,0.1,0.1,1,0.1,0.2,0.1,0.2
            200,30,,0.3,1,2,3,0.1,0.1,1,0.1,0.2,0.1,0.3
            210,35,0.983,0.1,1,2,3,0.1,0.1,1,0,0,0.1,0.4
            """;

    private static final String COLUMNS =
            "{ra: ra, dec: dec, parallax: parallax, parallax_error: parallax_error, pmra: pmra, pmdec: pmdec, radial_velocity: radial_velocity, pmra_error: pmra_error, pmdec_error: pmdec_error, radial_velocity_error: radial_velocity_error, parallax_pmra_corr: parallax_pmra_corr, parallax_pmdec_corr: parallax_pmdec_corr, pmra_pmdec_corr: pmra_pmdec_corr, fe_h: fe_h}";

    private static final String REST = """
            sun: vickers2021
            phase-space: positions-and-velocities
            errors: {distance: two-piece, correlations: gaia-distance-from-parallax}
            products:
              line: {kind: gradient, x: r, y: fe_h, method: ols, minimum-count: 3}
            """;

    @TempDir
    Path folder;

    private MiniStudy mini;

    @BeforeEach
    void study() {
        mini = new MiniStudy(folder).file("stars.csv", GAIA);
    }

    private RunResult run(String distance, String rest) {
        return mini.study(MiniStudy.of(COLUMNS, distance + rest)).run();
    }

    /** Quantiles of 30-digit quadrature (mpmath, DistancePosteriorTest) for 1 +- 0.1 and -0.2 +- 0.3 mas, 1.35 kpc. */
    @Test
    void phaseSpaceUsesTheDistancesOfTheParallaxes() throws IOException {
        RunResult result =
                run("distance: {from: parallax, zero-point: -0.017 mas, prior: edsd, length: 1350 pc}\n", REST);
        List<List<String>> stars = mini.stars(
                "SELECT distance, distance_lo, distance_hi, distance_status, status, x_error, v_phi_error FROM stars ORDER BY fe_h");
        assertThat(number(stars, 0, 0)).isCloseTo(1.03475560464709, within(1e-9));
        assertThat(number(stars, 0, 1)).isCloseTo(0.936588974147373, within(1e-9));
        assertThat(number(stars, 0, 2)).isCloseTo(1.15608743009163, within(1e-9));
        assertThat(number(stars, 1, 0)).isCloseTo(5.10068895494591, within(1e-9));
        assertThat(stars.get(2)).startsWith("missing", "missing", "missing", "NO_PARALLAX", "NO_DISTANCE");
        assertThat(stars.get(0)).contains("OK");
        assertThat(number(stars, 0, 5)).isPositive();
        assertThat(MiniStudy.flow(result))
                .anyMatch(l -> l.contains("distance") && l.contains("status OK") && l.contains(" 3"))
                .anyMatch(l -> l.contains("distance") && l.contains("status NO_PARALLAX") && l.contains(" 1"));
        String resolved = Files.readString(mini.output().resolve("study.resolved.yaml"));
        assertThat(resolved).contains("zero-point: \"-0.017 mas\"").contains("length: \"1.35 kpc\"");
        JsonNode provenance =
                JsonMapper.shared().readTree(Files.readString(mini.output().resolve("provenance.json")));
        assertThat(provenance.at("/settings/distances/survey").asString())
                .contains("-0.017 mas")
                .contains("1.35 kpc");
        assertThat(provenance.path("citations").toString()).contains("2015PASP..127..994B");
    }

    @Test
    void theCheckTellsTheDistancesAndLooksOverTheirAlternatives() {
        String vary = "vary: {settings: {length: {set: distance/length, to: [0.5 kpc, %s]}}}\n";
        String distance = "distance: {from: parallax, zero-point: none, prior: edsd, length: 1 kpc}\n";
        mini.study(MiniStudy.of(COLUMNS, distance + vary.formatted("2 kpc") + REST));
        assertThat(mini.check()).anyMatch(l -> l.contains("distances of survey") && l.contains("length scale 1.0 kpc"));
        refused(distance + vary.formatted("2 mas"), REST, "length scale");
    }

    @Test
    void theResolvedStudyRunsToTheSameNumbers() throws IOException {
        run("distance: {from: inverse-parallax, zero-point: none}\n", REST);
        List<List<String>> before = mini.stars("SELECT distance, distance_status, x FROM stars ORDER BY fe_h");
        assertThat(before.get(1)).startsWith("missing", "PARALLAX_NOT_POSITIVE");
        String resolved = Files.readString(mini.output().resolve("study.resolved.yaml"));
        mini.study(resolved).replace();
        assertThat(mini.stars("SELECT distance, distance_status, x FROM stars ORDER BY fe_h"))
                .isEqualTo(before);
    }

    @Test
    void eachCatalogueCanHaveDistancesOfItsOwn() {
        mini.file("near.csv", "ra[deg],dec[deg],distance_modulus[mag],fe_h[dex]\n10,20,10,0.5\n20,30,11,0.6\n");
        mini.study("""
                study: mini
                catalogues:
                  survey: {file: stars.csv, columns: %s}
                  near:
                    file: near.csv
                    columns: {ra: ra, dec: dec, distance_modulus: distance_modulus, fe_h: fe_h}
                    distance: {from: modulus}
                distance: {from: inverse-parallax, zero-point: none}
                sun: vickers2021
                phase-space: positions
                products:
                  line: {kind: gradient, x: r, y: fe_h, method: ols, minimum-count: 3}
                """.formatted(COLUMNS)).run();
        List<List<String>> stars = mini.stars("SELECT distance FROM stars ORDER BY fe_h");
        assertThat(number(stars, 0, 0)).isCloseTo(1 / 0.983, within(1e-12));
        assertThat(number(stars, 4, 0)).isCloseTo(1, within(1e-12));
        assertThat(number(stars, 5, 0)).isCloseTo(Math.pow(10, 0.2), within(1e-12));
    }

    @Test
    void whatDoesNotFitIsRefusedBeforeTheRun() {
        String parallax = "distance: {from: parallax, zero-point: none, prior: edsd, length: 1 kpc}\n";
        refused(parallax, REST.replace("gaia-distance-from-parallax", "gaia"), "gaia-distance-from-parallax");
        refused("distance: {from: modulus}\n", REST, "correlations: gaia");
        refused("distance: {from: parallax, prior: edsd, length: 1 kpc}\n", REST, "zero-point");
        refused("distance: {from: catalogue, zero-point: none}\n", REST, "zero-point");
        refused("distance: {from: inverse-parallax, zero-point: 3}\n", REST, "zero-point");
        mini.file("stars.csv", GAIA.replace("fe_h[dex]", "distance[kpc]"))
                .study(MiniStudy.of(
                        COLUMNS.replace("fe_h: fe_h", "distance: distance"),
                        parallax + REST.replace("fe_h", "distance")));
        assertThatThrownBy(mini::run).isInstanceOf(InputError.class).hasMessageContaining("distance_published");
    }

    private void refused(String distance, String rest, String told) {
        mini.study(MiniStudy.of(COLUMNS, distance + rest));
        assertThatThrownBy(mini::check).isInstanceOf(InputError.class).hasMessageContaining(told);
    }

    private static double number(List<List<String>> rows, int row, int column) {
        return Double.parseDouble(rows.get(row).get(column));
    }
}
