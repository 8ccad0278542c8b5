package org.cellarius.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cache is told, and emptied of what Cellarius put there, and of nothing else. */
class CacheCommandTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path folder;

    private Path cache = Path.of("");

    @BeforeEach
    void fill() throws IOException {
        cache = Files.createDirectory(folder.resolve("cache"));
        Files.writeString(cache.resolve("stars-" + KEY + ".parquet"), "x".repeat(1500));
        Files.writeString(cache.resolve("stars-" + KEY + ".parquet.crc32c"), "1500 0");
        Files.writeString(cache.resolve("phase-space-" + KEY + ".parquet"), "x".repeat(700));
        Files.writeString(
                Files.createDirectory(cache.resolve("orbits-" + KEY + ".parts")).resolve("0.parquet"), "xx");
        Files.writeString(Files.createDirectory(cache.resolve("mock-" + KEY)).resolve("a.fits"), "xxx");
        Files.writeString(cache.resolve("my-notes.txt"), "mine");
        Files.writeString(cache.resolve("stars.parquet"), "mine");
        Files.writeString(cache.resolve("stars-" + KEY + ".csv"), "mine");
        Files.createSymbolicLink(cache.resolve("raw-" + KEY + ".parquet"), folder.resolve("elsewhere"));
        Files.writeString(folder.resolve("elsewhere"), "mine");
    }

    @Test
    void sizesAreToldByStage() {
        var told = Outcome.of("cache", cache, "--json").json();
        assertThat(told.path("stages").asInt()).isEqualTo(4);
        assertThat(told.path("bytes").asLong()).isEqualTo(2205);
        assertThat(told.at("/bytes_by_stage/phase-space").asLong()).isEqualTo(700);
        assertThat(told.path("others").size()).isEqualTo(4);
        assertThat(Outcome.of("cache", cache).out())
                .contains(
                        "4 tables of stages, 2.2 kB", "phase-space          0.7 kB", "not of the cache: my-notes.txt");
        assertThat(cache.resolve("stars-" + KEY + ".parquet")).exists();
    }

    @Test
    void clearingLeavesEverythingElse() {
        Outcome outcome = Outcome.of("cache", cache, "--clear");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("2.2 kB, deleted", "not of the cache, left: ");
        assertThat(cache.toFile().list())
                .containsExactlyInAnyOrder(
                        "my-notes.txt", "stars.parquet", "stars-" + KEY + ".csv", "raw-" + KEY + ".parquet");
        assertThat(folder.resolve("elsewhere")).hasContent("mine");
    }

    @Test
    void aCacheInUseIsNotCleared() throws IOException {
        String host =
                Files.readString(Path.of("/proc/sys/kernel/hostname")).strip().replaceAll("[^A-Za-z0-9]", "_");
        Path spill = Files.createDirectory(cache.resolve(
                ".spill.partial-" + host + "-" + ProcessHandle.current().pid() + "-1"));
        Outcome outcome = Outcome.of("cache", cache, "--clear");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("a run is using the cache", "process ");
        assertThat(cache.resolve("stars-" + KEY + ".parquet")).exists();
        Files.delete(spill);
        assertThat(Outcome.of("cache", cache, "--clear").code()).isZero();
    }

    @Test
    void aFolderThatIsNotThereHoldsNothing() {
        Outcome outcome = Outcome.of("cache", folder.resolve("none"));
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("no cache is here");
        assertThat(Outcome.of("cache", folder.resolve("elsewhere")).err()).contains("is not a folder");
    }

    @Test
    void whatARunKeptIsClearedAndMadeAgain() throws IOException {
        Files.writeString(folder.resolve("stars.csv"), "x,y\n1,1\n2,2\n3,3\n");
        Files.writeString(folder.resolve("study.yaml"), """
                study: mini
                catalogues:
                  survey: {file: stars.csv, columns: {x: {from: x, unit: kpc}, y: {from: y, unit: kpc}}}
                products:
                  line: {kind: gradient, x: x, y: y, method: ols, minimum-count: 3}
                """);
        Path own = folder.resolve("own");
        for (int k = 0; k < 2; k++) {
            assertThat(Outcome.of("run", folder, "--out", folder.resolve("out" + k), "--cache", own)
                            .code())
                    .isZero();
            assertThat(Outcome.of("cache", own, "--clear", "--json")
                            .json()
                            .path("bytes")
                            .asLong())
                    .isPositive();
            assertThat(List.of(own.toFile().list())).isEmpty();
        }
    }

    @Test
    void aLargeCacheIsTold() throws IOException {
        var options = new StudyOptions();
        assertThat(options.largeCache(Long.MAX_VALUE)).isEmpty();
        assertThat(options.largeCache(0).orElse("")).contains("cellarius cache --clear");
    }

    @Test
    void whatTheLauncherMadeOfTheBuildIsCountedToo() throws IOException {
        Path made = folder.resolve("home/app/target/cellarius");
        Files.createDirectories(made.resolve("runtime/lib"));
        Files.writeString(made.resolve("start-run.aot"), "x".repeat(1200));
        Files.writeString(made.resolve("built"), "not counted");
        Files.writeString(made.resolve("runtime/lib/modules"), "x".repeat(2_000_000));
        Files.writeString(made.resolve("runtime/release"), "x".repeat(500));
        String before = System.getProperty("cellarius.home", "");
        System.setProperty("cellarius.home", folder.resolve("home").toString());
        try {
            assertThat(Outcome.of("cache", cache).out())
                    .contains(made + ": start-up caches, 1.2 kB, and the linked Java runtime, 2.0 MB");
            var told = Outcome.of("cache", cache, "--json").json();
            assertThat(told.path("start_up_bytes").asLong()).isEqualTo(1200);
            assertThat(told.path("runtime_bytes").asLong()).isEqualTo(2_000_500);
        } finally {
            if (before.isEmpty()) {
                System.clearProperty("cellarius.home");
            } else {
                System.setProperty("cellarius.home", before);
            }
        }
    }
}
