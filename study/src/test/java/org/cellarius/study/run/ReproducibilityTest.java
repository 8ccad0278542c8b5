package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.cellarius.study.run.RunOptions.Overwrite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same study and the same inputs give the same bytes: with or without a cache, on one thread or four. */
class ReproducibilityTest {

    /** Enough stars for several blocks and row groups; every kind of product. */
    private static final String STUDY = """
            study: mini
            mock:
              seed: 7
              stars: 60000
              sun: hawkins2023
              truth: {radial-slope: -0.06 dex/kpc, vertical-slope: -0.2 dex/kpc, age-slope: -0.015 dex/Gyr, fe-h-at-sun: 0.05 dex, scatter: 0.12 dex}
            catalogues:
              survey:
                file: mock:astrometry.fits
                columns: {obs_id: obs_id, ra: ra, dec: dec, distance: {from: distance, fillers: [-9999]}}
                join:
                  file: mock:spectroscopy.csv
                  on: obs_id
                  columns: {obs_id: obs_id, fe_h: {from: fe_h, unit: dex, fillers: [-9999]}, fe_h_error: {from: fe_h_error, unit: dex}, snr: snr}
            deduplicate: {radius: 1 arcsec, keep: {highest: snr}}
            sun: hawkins2023
            phase-space: positions
            cuts:
              - {name: iron, keep: fe_h is not null}
            products:
              line: {kind: gradient, x: r, y: fe_h, y-error: fe_h_error, method: wls, slices: {of: abs(z), edges: [0, 0.5, 1]}}
              running: {kind: running-median, x: r, y: fe_h, window: 4000, overlap: 0.5}
              medians: {kind: binned-median, x: abs(z), y: fe_h, width: 0.25}
              plane: {kind: plane, statistic: median, plane: x-y, value: fe_h, cell: 1 kpc}
              shape: {kind: distribution, value: fe_h, width: 0.1}
            """;

    @TempDir
    Path folder;

    @Test
    void resultsDependNeitherOnTheCacheNorOnTheNumberOfThreads() {
        var mini = new MiniStudy(folder).study(STUDY);
        Map<String, String> first = results(mini, "first", "cache", 1);
        assertThat(first).containsKeys("tables/line.csv", "figures/plane.png", "figures/shape.pdf", "stars.parquet");
        assertThat(results(mini, "second", "cache", 1)).isEqualTo(first);
        Map<String, String> others = results(mini, "third", "other-cache", 4);
        // Row groups of Parquet may be cut elsewhere on more threads; what they hold is compared through the tables.
        others.remove("stars.parquet");
        first.remove("stars.parquet");
        assertThat(others).isEqualTo(first);
    }

    private Map<String, String> results(MiniStudy mini, String out, String cache, int threads) {
        mini.prepared(folder.resolve(out), folder.resolve(cache), Overwrite.REFUSE, threads)
                .run();
        var contents = new TreeMap<>(ResultFolderTest.contents(folder.resolve(out)));
        // The provenance tells when and how the run was made.
        contents.remove("provenance.json");
        return contents;
    }
}
