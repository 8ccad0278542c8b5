package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cellarius.study.run.RunOptions.Overwrite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Distances of real Cepheids; skipped where their tables do not lie beside the checkout. */
class CepheidDistancesTest {

    private static final Path DATA =
            Path.of(System.getProperty("cellarius.root", "..")).resolve("../shared/data");

    @TempDir
    Path folder;

    /**
     * Anders et al. (2024, arXiv:2406.06228) took the same relation for 2223 fundamental-mode Cepheids and made W fainter by 0.01 mag: their
     * distances are 10^0.002 of ours, star by star.
     */
    @Test
    void fundamentalCepheidsLieWhereTheirCatalogueHasThem() {
        List<String> row = stars(
                "fundamental_cepheids_anders2024.fits",
                """
                period: {from: Period, unit: d}
                      phot_g_mean_mag: {from: phot_g_mean_mag}
                      phot_bp_mean_mag: {from: phot_bp_mean_mag}
                      phot_rp_mean_mag: {from: phot_rp_mean_mag}
                      distance_published: {from: distance, unit: kpc, to: kpc}
                """,
                "relation: ripepi2022-period-only, pulsation: fundamental, scatter: 0.1 mag",
                """
                SELECT count(*) FILTER (distance_published is not null), min(distance_published / distance),
                    max(distance_published / distance),
                    count(*) FILTER (distance is null AND distance_published is not null)
                FROM stars
                """);
        assertThat(number(row, 0)).isEqualTo(2223);
        assertThat(number(row, 1)).isCloseTo(Math.pow(10, 0.002), within(1e-6));
        assertThat(number(row, 2)).isCloseTo(Math.pow(10, 0.002), within(1e-6));
        assertThat(number(row, 3)).isZero();
    }

    /**
     * The Cepheids of Ripepi et al. (2022) themselves: their corrected parallaxes exceed ours by about 0.02 mas, which they find too and
     * ascribe to an overcorrection of bright stars (Riess et al. 2021, 2021ApJ...908L...6R: 0.014 +- 0.006 mas); those of both modes agree.
     */
    @Test
    void photometricParallaxesOfBothModesAreThoseOfGaia() {
        for (String mode : List.of("DCEP_F", "DCEP_1O")) {
            List<String> row = stars(
                    "ripepi2022_table1.fits",
                    """
                    period: {from: Per, unit: d}
                          phot_g_mean_mag: {from: Gmag, unit: mag}
                          phot_bp_mean_mag: {expression: '"GBP-GRP"', unit: mag}
                          phot_rp_mean_mag: {expression: '0 * "GBP-GRP"', unit: mag}
                          overtone: {expression: "case when Mode like '%DCEP_F' then 0 when Mode like '%DCEP_1O' then 1 end"}
                          fe_h: {from: __Fe_H_, unit: dex}
                          fe_h_error: {from: e__Fe_H_, unit: dex}
                          mode: {from: Mode}
                          ruwe: RUWE
                          parallax: {from: plxcorr, unit: mas}
                          parallax_error: {from: e_plx, unit: mas}
                    """,
                    "relation: ripepi2022, pulsation: by-column, scatter: 0.1 mag",
                    """
                    SELECT count(*), sum(w * (parallax - 1 / distance)) / sum(w), median(parallax * distance) FROM (
                        SELECT *, 1 / (power(parallax_error, 2) + power(0.04 / distance, 2)) AS w FROM stars
                        WHERE ruwe < 1.4 AND parallax is not null AND distance is not null AND mode LIKE '%%%s')
                    """.formatted(mode));
            assertThat(number(row, 0)).as(mode).isGreaterThan(60);
            assertThat(number(row, 1)).as(mode).isBetween(0.0, 0.025);
            assertThat(number(row, 2)).as(mode).isBetween(0.99, 1.06);
        }
    }

    private List<String> stars(String file, String columns, String distance, String select) {
        assumeTrue(Files.isDirectory(DATA), "the tables of Cepheids do not lie beside the checkout");
        var mini = new MiniStudy(folder).study("""
                study: cepheids
                catalogues:
                  cepheids:
                    file: data:cepheids/%s
                    columns:
                      %s
                    distance: {from: period-luminosity, %s}
                products:
                  line: {kind: gradient, x: "ln(period)", y: distance_modulus, method: ols}
                """.formatted(file, columns.strip(), distance));
        mini.prepared(mini.output(), mini.cache(), Overwrite.REPLACE, 2, Optional.of(DATA))
                .run();
        return mini.stars(select).getFirst();
    }

    private static double number(List<String> row, int column) {
        return Double.parseDouble(row.get(column));
    }
}
