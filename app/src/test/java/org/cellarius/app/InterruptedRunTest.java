package org.cellarius.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ctrl-C: exit code 130, nothing half-written, the old result untouched. */
class InterruptedRunTest {

    private static final String STUDY = """
            study: interrupted
            mock:
              seed: 1
              stars: %d
              sun: hawkins2023
              truth: {radial-slope: -0.06 dex/kpc, vertical-slope: -0.2 dex/kpc, age-slope: -0.015 dex/Gyr, fe-h-at-sun: 0.05 dex, scatter: 0.12 dex}
            catalogues:
              survey:
                file: mock:astrometry.fits
                columns: {ra: ra, dec: dec, distance: {from: distance, fillers: [-9999]}, obs_id: obs_id}
                join: {file: mock:spectroscopy.csv, on: obs_id, columns: {obs_id: obs_id, fe_h: {from: fe_h, unit: dex}}}
            sun: hawkins2023
            phase-space: positions
            products:
              line: {kind: gradient, x: r, y: fe_h, method: ols}
              plane: {kind: plane, statistic: median, plane: x-y, value: fe_h, cell: 0.1 kpc}
            """;

    @TempDir
    Path folder;

    /** Interrupted while the mock survey is written, and while its files are being read. */
    @ParameterizedTest
    @CsvSource({"3000000, .mock-", "400000, .mapped-"})
    void anInterruptedRunLeavesNoPartOfAResult(long stars, String sign) throws IOException, InterruptedException {
        assumeTrue(OwnProcess.has("env") && OwnProcess.has("kill"), "this system has no env and kill programs");
        Path cache = folder.resolve("cache");
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.writeString(out.resolve("provenance.json"), "{}");
        Files.writeString(folder.resolve("study.yaml"), STUDY.formatted(stars));
        Path log = folder.resolve("log.txt");
        // A build in the background may have told its children to ignore interrupts.
        Process process = OwnProcess.start(
                Cellarius.class,
                log,
                List.of("env", "--default-signal=INT"),
                List.of("run", folder.toString(), "--out", out.toString(), "--cache", cache.toString(), "--force"));
        try {
            while (process.isAlive() && names(cache).stream().noneMatch(n -> n.startsWith(sign))) {
                process.waitFor(2, TimeUnit.MILLISECONDS);
            }
            assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(log)).isEqualTo(130);
        assertThat(Files.readString(log))
                .contains("cellarius: interrupted; no result was written", "kept in the cache")
                .doesNotContain("defect");
        assertThat(names(folder)).containsExactly("cache", "log.txt", "out", "study.yaml");
        assertThat(names(cache)).noneMatch(n -> n.startsWith("."));
        assertThat(names(out)).containsExactly("provenance.json");
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
