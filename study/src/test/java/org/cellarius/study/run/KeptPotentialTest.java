package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cellarius.engine.CacheContents;
import org.cellarius.engine.PartialFiles;
import org.cellarius.study.run.RunOptions.Overwrite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of potentials in the cache: orbits are the same with and without them, to the last bit. */
class KeptPotentialTest {

    /** A stretched potential is a new one in each run, so that no table is in memory from the run before. */
    private static final String STUDY = MiniStudy.of(
            "{ra: ra, dec: dec, distance: d, pmra: pmra, pmdec: pmdec, radial_velocity: rv, y_axis: y}", """
            sun: hawkins2023
            phase-space: positions-and-velocities
            orbits: {potential: McMillan17, R0: 8.34 kpc, v0: 236 km/s, span: 0.5 Gyr}
            products:
              line: {kind: gradient, x: r_peri, y: y_axis, method: ols, minimum-count: 3}
            """);

    private static final String STARS = IntStream.range(0, 40)
            .mapToObj(i -> "%d,%d,%s,%d,%d,%d,%d%n"
                    .formatted(9 * i, 2 * i - 40, 0.1 + 0.05 * i, i % 7 - 3, i % 5 - 4, 7 * (i % 9) - 30, i % 11))
            .collect(Collectors.joining("", "ra[deg],dec[deg],d[kpc],pmra[mas/yr],pmdec[mas/yr],rv[km/s],y\n", ""));

    @TempDir
    Path folder;

    @Test
    void orbitsAreTheSameWithKeptTables() throws IOException {
        var mini = new MiniStudy(folder).file("stars.csv", STARS).study(STUDY);
        Map<String, String> made = results(mini, "made");
        List<Path> tables = tables(mini);
        assertThat(tables).isNotEmpty();
        List<byte[]> written = bytes(tables);

        forgetOrbits(mini);
        assertThat(results(mini, "kept")).isEqualTo(made);

        for (Path table : tables) {
            byte[] bad = Files.readAllBytes(table);
            bad[bad.length / 2] ^= 0x20;
            Files.write(table, bad);
        }
        forgetOrbits(mini);
        assertThat(results(mini, "damaged")).isEqualTo(made);
        assertThat(bytes(tables)).usingRecursiveComparison().isEqualTo(written);
    }

    @Test
    void nothingIsMadeWhereNothingIsAsked() {
        var mini = new MiniStudy(folder).file("stars.csv", STARS).study(STUDY);
        results(mini, "first");
        tables(mini).forEach(PartialFiles::delete);
        results(mini, "second");
        assertThat(tables(mini)).isEmpty();
    }

    private static void forgetOrbits(MiniStudy mini) {
        CacheContents.of(mini.cache()).stages().stream()
                .filter(s -> s.stage().equals("orbits"))
                .forEach(s -> PartialFiles.delete(s.path()));
    }

    private static List<Path> tables(MiniStudy mini) {
        return CacheContents.of(mini.cache()).stages().stream()
                .filter(s -> s.stage().equals("potential"))
                .map(CacheContents.Stage::path)
                .toList();
    }

    private static List<byte[]> bytes(List<Path> files) {
        return Stream.of(files.toArray(Path[]::new))
                .map(file -> {
                    try {
                        return Files.readAllBytes(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    private Map<String, String> results(MiniStudy mini, String out) {
        mini.prepared(folder.resolve(out), mini.cache(), Overwrite.REFUSE, 2).run();
        var contents = new TreeMap<>(ResultFolderTest.contents(folder.resolve(out)));
        contents.remove("provenance.json");
        return contents;
    }
}
