package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.cellarius.catalogue.InputError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study that writes the files of a survey of the mock Galaxy before it reads them. */
class MockOfSurveyTest {

    private static final String STUDY = """
            study: mini
            mock: {survey: chen2025, stars: 3000, seed: 5}
            catalogues:
              giants:
                file: mock:lamost_dr8_giants.fits
                columns: {obsid: obsid, feh: {from: FEH_APOGEE, unit: dex, fillers: [-999, -9999]}, r: {from: r, unit: pc}}
                join:
                  file: mock:truth.parquet
                  on: obsid
                  columns: {obsid: obsid, r_true: {from: r, unit: kpc}, fe_h_true: {from: fe_h, unit: dex}}
            products:
              line: {kind: gradient, x: r, y: feh, method: ols}
            """;

    @TempDir
    Path folder;

    @Test
    void theSurveysFilesAndTheTruthBesideThemAreReadLikeAnybodys() {
        var mini = new MiniStudy(folder).study(STUDY);
        mini.run();
        List<String> row = mini.stars("""
                        select count(r_true) > 2900, abs(avg(feh - fe_h_true)) < 0.02, stddev(feh - fe_h_true) between 0.02 and 0.2,
                               corr(r, r_true) > 0.9
                        from stars where feh is not null""").getFirst();
        assertThat(row).containsOnly("true");
    }

    /** The twin is another mock: it is not read from the cache of the first. */
    @Test
    void theTwinDiffersInMetallicityAlone() {
        var mini = new MiniStudy(folder).study(STUDY);
        mini.run();
        String sums = "select sum(r_true), sum(fe_h_true) from stars";
        List<String> first = mini.stars(sums).getFirst();
        mini.study(STUDY.replace("seed: 5", "seed: 5, axisymmetric: true")).replace();
        List<String> twin = mini.stars(sums).getFirst();
        assertThat(twin.getFirst()).isEqualTo(first.getFirst());
        assertThat(twin.get(1)).isNotEqualTo(first.get(1));
    }

    @Test
    void anUnknownSurveyAFileThatItHasNotAndKeysOfADisc() {
        fails(STUDY.replace("survey: chen2025", "survey: chen2052"), "chen2052", "chen2025");
        fails(STUDY.replace("mock:lamost_dr8_giants.fits", "mock:astrometry.fits"), "astrometry.fits", "lamost_dr8");
        fails(STUDY.replace("seed: 5", "seed: 5, sun: hawkins2023"), "has its own 'sun'", "Leave out 'sun'");
        fails(STUDY.replace("survey: chen2025, ", ""), "needs 'sun'", "Add 'sun'");
        String disc =
                "sun: hawkins2023, truth: {radial-slope: 0 dex/kpc, vertical-slope: 0 dex/kpc, age-slope: 0 dex/Gyr, fe-h-at-sun: 0 dex, scatter: 0 dex}";
        fails(
                STUDY.replace("survey: chen2025", disc + ", axisymmetric: true"),
                "neither spiral nor bar",
                "Leave out 'axisymmetric'");
    }

    private void fails(String study, String what, String todo) {
        var mini = new MiniStudy(folder).study(study);
        assertThatThrownBy(mini::run)
                .isInstanceOf(InputError.class)
                .hasMessageContaining(what)
                .hasMessageContaining(todo);
    }
}
