package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.cellarius.engine.CacheContents;
import org.cellarius.study.run.RunOptions.Overwrite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results do not tell what lay in the cache, who else uses it, or when a run before was stopped. */
class SharedCacheTest {

    private static final String CATALOGUE =
            "{ra: {from: ra, unit: deg}, dec: {from: dec, unit: deg}, distance: {from: d, unit: kpc, fillers: [-9]}, distance_error: {from: e, unit: kpc},"
                    + " fe_h: {from: fe, unit: dex, fillers: [-9]},"
                    + " pmra: {from: pm, unit: mas/yr}, pmdec: {from: pm, unit: mas/yr}, radial_velocity: {from: v, unit: km/s},"
                    + " pmra_error: {from: spm, unit: mas/yr}, pmdec_error: {from: spm, unit: mas/yr}, radial_velocity_error: {from: sv, unit: km/s}}";

    private static final String ONE = "catalogues:\n  a: {file: a.csv, columns: " + CATALOGUE + "}\n";

    private static final String TWO = ONE + "  b: {file: b.csv, columns: " + CATALOGUE + "}\n";

    private static final String DRAWS = "errors: {distance: normal, draws: 20, seed: 3}\n";

    private static final String REST = """
            sun: hawkins2023
            phase-space: positions-and-velocities
            cuts:
              - {name: iron, keep: fe_h is not null}
            products:
              line: {kind: gradient, x: r, y: fe_h, method: ols, minimum-count: 3}
            """;

    @TempDir
    Path folder;

    private MiniStudy study(String catalogues, String more) {
        var mini = new MiniStudy(folder);
        for (String name : List.of("a", "b")) {
            var text = new StringBuilder("ra,dec,d,e,fe,pm,v,spm,sv\n");
            for (int i = 0; i < 400; i++) {
                text.append(i % 360)
                        .append(",")
                        .append(i % 80 - 40)
                        .append(",")
                        .append(i % 17 == 0 ? -9 : 1 + i % 7)
                        .append(",0.1,")
                        .append(i % 13 == 0 ? "-9" : 0.01 * (i % 50))
                        .append(",")
                        .append(i % 5 - 2)
                        .append(",")
                        .append(i % 40 - 20)
                        .append(",0.02,0.5\n");
            }
            mini.file(name + ".csv", text.toString());
        }
        return mini.study("study: mini\n" + catalogues + more + REST);
    }

    private Map<String, String> results(MiniStudy mini, String out) {
        mini.prepared(folder.resolve(out), mini.cache(), Overwrite.REFUSE, 2).run();
        var contents = new TreeMap<>(ResultFolderTest.contents(folder.resolve(out)));
        contents.remove("provenance.json");
        return contents;
    }

    /** With draws the stars before them, with two catalogues the catalogues are not asked for when the cache has what follows. */
    @ParameterizedTest
    @ValueSource(strings = {"one", "two", "one with draws", "two with draws"})
    void whatWasCountedOnTheWayIsToldFromTheCacheToo(String kind) throws Exception {
        MiniStudy mini = study(kind.startsWith("two") ? TWO : ONE, kind.endsWith("draws") ? DRAWS : "");
        Map<String, String> first = results(mini, "first");
        assertThat(first.get("tables/cutflow.csv")).contains("missing,").contains("read,a: a.csv");
        assertThat(results(mini, "second")).isEqualTo(first);
        // A run that was stopped before its last stages.
        try (Stream<Path> files = Files.list(mini.cache())) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("stars-"))
                    .toList()) {
                Files.delete(file);
            }
        }
        assertThat(results(mini, "third")).isEqualTo(first);
    }

    /** Alternatives ask for stars in the middle of the road: what is counted then is another file, and no damage. */
    @Test
    void studiesWithAndWithoutAlternativesShareACache() {
        String vary = "vary:\n  settings:\n    line: {set: products/line/method, to: [theil-sen]}\n";
        Map<String, String> plain = results(study(ONE, DRAWS), "plain");
        Map<String, String> varied = results(study(ONE, DRAWS + vary), "varied");
        long made = files();
        assertThat(results(study(ONE, DRAWS), "plain-again")).isEqualTo(plain);
        assertThat(results(study(ONE, DRAWS + vary), "varied-again")).isEqualTo(varied);
        assertThat(files()).isEqualTo(made);
        assertThat(varied.get("tables/cutflow.csv")).isEqualTo(plain.get("tables/cutflow.csv"));
    }

    private long files() {
        return CacheContents.of(folder.resolve("cache")).stages().size();
    }

    @Test
    void runsAtOnceShareACache() throws Exception {
        MiniStudy mini = study(TWO, DRAWS);
        try (var threads = Executors.newFixedThreadPool(3)) {
            List<Future<Map<String, String>>> runs = threads.invokeAll(Stream.of("x", "y", "z")
                    .<Callable<Map<String, String>>>map(out -> () -> results(mini, out))
                    .toList());
            Map<String, String> first = runs.getFirst().get();
            for (Future<Map<String, String>> run : runs) {
                assertThat(run.get()).isEqualTo(first);
            }
        }
        assertThat(CacheContents.of(mini.cache()).others()).isEmpty();
        assertThat(CacheContents.of(mini.cache()).stages())
                .noneMatch(s -> s.path().toString().endsWith(".parts"));
    }
}
