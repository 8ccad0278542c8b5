package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cellarius.study.run.RunOptions.Overwrite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes that change in the cache, their number being the same, change no result: the stage is made anew. */
class DamagedCacheTest {

    private static final String STUDY = """
            study: mini
            mock:
              seed: 7
              stars: 400
              sun: hawkins2023
              truth: {radial-slope: -0.06 dex/kpc, vertical-slope: -0.2 dex/kpc, age-slope: -0.015 dex/Gyr, fe-h-at-sun: 0.05 dex, scatter: 0.12 dex}
            catalogues:
              survey:
                file: mock:astrometry.fits
                columns: {obs_id: obs_id, ra: ra, dec: dec, distance: distance}
                join:
                  file: mock:spectroscopy.csv
                  on: obs_id
                  columns: {obs_id: obs_id, fe_h: {from: fe_h, unit: dex}, fe_h_error: {from: fe_h_error, unit: dex}, snr: snr}
                match:
                  file: mock:astrometry.fits
                  radius: 1 arcsec
                  find: each
                  columns: {ra: ra, dec: dec, second: obs_id}
            deduplicate: {radius: 1 arcsec, keep: {highest: snr}}
            sun: hawkins2023
            phase-space: positions
            products:
              line: {kind: gradient, x: r, y: fe_h, y-error: fe_h_error, method: wls}
            """;

    @TempDir
    Path folder;

    private MiniStudy mini;
    private Map<String, String> first = Map.of();

    @BeforeEach
    void ran() {
        mini = new MiniStudy(folder).study(STUDY);
        first = results("first");
        assertThat(first).containsKeys("tables/line.csv", "stars.parquet");
        assertThat(kept())
                .extracting(DamagedCacheTest::stage)
                .contains("mock", "match", "match-counts", "join", "phase-space");
    }

    @Test
    void oneByteOfEachStage() throws IOException {
        int n = 0;
        for (Path file : kept()) {
            byte[] good = Files.readAllBytes(file);
            byte[] bad = good.clone();
            // In the values of the first column, far from what Parquet and FITS themselves check.
            bad[bad.length / 3] ^= 0x10;
            Files.write(file, bad);
            assertThat(results("damaged-" + n++)).as(file.toString()).isEqualTo(first);
        }
    }

    @Test
    void cutShortGrownEmptiedAndWithoutASeal() throws IOException {
        int n = 0;
        for (Path file : kept()) {
            byte[] good = Files.readAllBytes(file);
            switch (n % 4) {
                case 0 -> Files.write(file, java.util.Arrays.copyOf(good, good.length - 5));
                case 1 -> Files.write(file, java.util.Arrays.copyOf(good, good.length + 5));
                case 2 -> Files.write(file, new byte[0]);
                default -> Files.delete(file.resolveSibling(file.getFileName() + ".crc32c"));
            }
            assertThat(results("other-" + n++)).as(file.toString()).isEqualTo(first);
        }
    }

    private Map<String, String> results(String out) {
        mini.prepared(folder.resolve(out), mini.cache(), Overwrite.REFUSE, 2).run();
        var contents = new TreeMap<>(ResultFolderTest.contents(folder.resolve(out)));
        contents.remove("provenance.json");
        return contents;
    }

    private List<Path> kept() {
        try (Stream<Path> files = Files.walk(mini.cache())) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> !f.toString().endsWith(".crc32c"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String stage(Path file) {
        return file.toString().replaceFirst(".*/cache/", "").replaceFirst("-[0-9a-f]{32}.*", "");
    }
}
