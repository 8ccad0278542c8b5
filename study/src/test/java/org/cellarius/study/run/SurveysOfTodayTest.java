package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cellarius.study.result.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Made-up files in the formats of the surveys (written with astropy: names, types, tables and values for missing of the data models), read by
 * their dictionaries.
 */
class SurveysOfTodayTest {

    @TempDir
    Path folder;

    private RunResult run(String file, String catalogue, String x, String y) throws IOException {
        Path made = Path.of(System.getProperty("cellarius.root", ".."))
                .resolve("study/src/test/resources/surveys")
                .resolve(file);
        Files.copy(made, folder.resolve(file));
        return new MiniStudy(folder).study("""
                study: mini
                catalogues:
                  stars: {file: %s, %s}
                phase-space: none
                products:
                  line: {kind: gradient, x: %s, y: %s, method: ols, minimum-count: 3}
                """.formatted(file, catalogue, x, y)).run();
    }

    private List<List<String>> stars(String columns) {
        return new MiniStudy(folder).stars("SELECT " + columns + " FROM stars");
    }

    @Test
    void aspcapOfDr19() throws IOException {
        run("astraAllStarASPCAP.fits", "hdu: 2, survey: sdss-dr19-aspcap", "distance", "fe_h");
        assertThat(stars("sdss_id, source_id, dr2_source_id, visits, distance, distance_geo, parallax, pmdec"))
                .containsExactly(
                        List.of(
                                "54392544",
                                "4373465352415301700",
                                "4373465352415301632",
                                "3",
                                "2.0",
                                "2.1",
                                "0.5",
                                "-2.5"),
                        List.of(
                                "54392545",
                                "4373465352415301701",
                                "4373465352415301633",
                                "missing",
                                "missing",
                                "missing",
                                "missing",
                                "missing"),
                        List.of("missing", "missing", "missing", "1", "1.0", "1.0", "1.0", "3.0"));
        assertThat(stars("radial_velocity, teff, m_h, alpha_m, fe_h, mg_h, mg_fe, ce_fe, warn, bad"))
                .containsExactly(
                        List.of("-45.5", "4600.0", "-0.25", "0.25", "-0.25", "0.0", "0.25", "-0.25", "false", "false"),
                        List.of(
                                "12.25", "4100.0", "0.125", "0.0", "0.125", "0.0625", "-0.0625", "0.125", "true",
                                "true"),
                        List.of(
                                "missing", "missing", "missing", "missing", "missing", "missing", "missing", "missing",
                                "true", "true"));
    }

    @Test
    void flagsOfAspcapGoByTheNamesOfAstra() throws IOException {
        Path made = Path.of(System.getProperty("cellarius.root", ".."))
                .resolve("study/src/test/resources/surveys/astraAllStarASPCAP.fits");
        Files.copy(made, folder.resolve("a.fits"));
        new MiniStudy(folder).study("""
                study: mini
                catalogues:
                  stars: {file: a.fits, hdu: 2, survey: sdss-dr19-aspcap}
                phase-space: none
                cuts:
                  - {name: edge, keep: "flag(astra_aspcap, LOGG_GRID_EDGE_BAD) and flag(mg_h, BAD_GRID_EDGE) and flag(fe_h, WARN_GRID_EDGE)"}
                  - {name: visits, keep: "flag(star, RV_REJECT) and flag(extratarg, DUPLICATE) and flag(extratarg, NOT_MAIN)"}
                  - {name: clump, keep: "flag(astra_calibration, AS_RED_CLUMP_FOR_CALIBRATION) and not flag(ce_h, UPPER_LIMIT_4)"}
                products:
                  line: {kind: gradient, x: snr, y: fe_h, method: ols, minimum-count: 3}
                """).run();
        assertThat(stars("sdss_id")).containsExactly(List.of("54392545"));
    }

    @Test
    void mwmAllStarHasBossFirstAndApogeeSecond() throws IOException {
        RunResult result =
                run("mwmAllStar.fits", "hdu: 2, survey: sdss-dr19-mwm-allstar", "distance", "radial_velocity");
        assertThat(stars("sdss_id, telescope, release, star_flags, extratarg_flags"))
                .containsExactly(
                        List.of("54392544", "apo25m", "dr17", "0", "0"),
                        List.of("54392545", "lco25m", "sdss5", "524288", "17"),
                        List.of("missing", "apo25m", "sdss5", "16", "0"));
        assertThat(MiniStudy.flow(result))
                .contains("missing sdss_id: filler -1 made missing in mwmAllStar.fits | 3 3 1");
    }

    @Test
    void agesOfStarFlowAreMissingWhereThereAreNone() throws IOException {
        run("StarFlow_summary.fits", "survey: starflow-dr19", "mass", "age");
        assertThat(stars("sdss_id, age, age_lo, age_hi, mass, mass_lo, mass_hi, training_density > 3e9"))
                .containsExactly(
                        List.of("54392544", "4.5", "3.25", "6.0", "1.25", "1.0", "1.375", "true"),
                        List.of("54392545", "missing", "missing", "missing", "missing", "missing", "missing", "false"));
    }

    @Test
    void galahDr4() throws IOException {
        run("galah_dr4_allstar.fits", "survey: galah-dr4", "distance", "fe_h");
        assertThat(
                        stars(
                                "source_id, field, distance, distance_hi, radial_velocity, logg, fe_h, mg_fe, mg_fe_quality, age"))
                .containsExactly(
                        List.of(
                                "4667368899326729856",
                                "5283",
                                "0.512",
                                "0.525",
                                "38.5",
                                "4.25",
                                "-0.125",
                                "0.25",
                                "0",
                                "6.5"),
                        List.of(
                                "missing", "missing", "missing", "missing", "missing", "missing", "missing", "missing",
                                "2", "missing"));
        assertThat(stars("(galah_dr4_flags & 2048) <> 0")).containsExactly(List.of("false"), List.of("true"));
    }

    @Test
    void gaiaDr4ByTheDraftOfItsDataModelSaysThatItIsUntried() throws IOException {
        run("gaia_dr4_source.vot", "survey: gaia-dr4", "parallax", "phot_g_mean_mag");
        assertThat(
                        stars(
                                "source_id, parallax, parallax_zero_point, astrometric_params, radial_velocity, has_epoch_astrometry"))
                .containsExactly(
                        List.of("4318465066420528000", "1.625", "-0.0375", "31", "-357.25", "true"),
                        List.of("4318465066420528001", "2.0", "-0.025", "95", "missing", "false"));
        assertThat(Files.readString(folder.resolve("out/report.html")))
                .contains("Gaia DR4 gaia_source (draft, untried)")
                .contains("the dictionary gaia-dr4 is untried");
    }
}
