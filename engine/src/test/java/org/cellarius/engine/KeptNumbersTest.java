package org.cellarius.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers in the cache: as they were made, or made anew. */
class KeptNumbersTest {

    private static final double[] NUMBERS = {
        1.5, -0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, Math.PI, 1e300
    };
    private static final double[] OTHERS = {7, 8, 9, 10, 11, 12, 13};

    @TempDir
    Path folder;

    private int made;

    private double[] numbers(String name, double[] truth) {
        var cache = new StageCache(folder, "build");
        return cache.numbers("potential", cache.key("potential", List.of(name)), n -> n.length == truth.length, () -> {
            made++;
            return truth;
        });
    }

    private static long[] bits(double[] numbers) {
        return Arrays.stream(numbers).mapToLong(Double::doubleToRawLongBits).toArray();
    }

    private Path file() {
        return files().stream()
                .filter(f -> f.toString().endsWith(".numbers"))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theyComeBackToTheLastBit() {
        assertThat(bits(numbers("a", NUMBERS))).containsExactly(bits(NUMBERS));
        assertThat(bits(numbers("a", NUMBERS))).containsExactly(bits(NUMBERS));
        assertThat(made).isEqualTo(1);
        assertThat(files()).hasSize(2);
    }

    enum Harm {
        A_BYTE,
        CUT_SHORT,
        GROWN,
        EMPTY,
        WITHOUT_A_SEAL,
        OF_ANOTHER_KEY
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotAsItWasWrittenIsMadeAnew(Harm harm) throws IOException {
        numbers("a", NUMBERS);
        Path file = file();
        Path seal = StageSeal.beside(file);
        byte[] good = Files.readAllBytes(file);
        switch (harm) {
            case A_BYTE -> {
                byte[] bad = good.clone();
                bad[bad.length - 3] ^= 1;
                Files.write(file, bad);
            }
            case CUT_SHORT -> Files.write(file, Arrays.copyOf(good, good.length - 8));
            case GROWN -> Files.write(file, Arrays.copyOf(good, good.length + 8));
            case EMPTY -> Files.write(file, new byte[0]);
            case WITHOUT_A_SEAL -> Files.delete(seal);
            case OF_ANOTHER_KEY -> {
                List<Path> own = files();
                numbers("b", OTHERS);
                for (Path other : files()) {
                    if (!own.contains(other)) {
                        Files.move(
                                other,
                                other.toString().endsWith(".numbers") ? file : seal,
                                StandardCopyOption.REPLACE_EXISTING);
                    }
                }
                assertThat(StageSeal.holds(file)).isTrue();
            }
        }
        int before = made;
        assertThat(bits(numbers("a", NUMBERS))).containsExactly(bits(NUMBERS));
        assertThat(made).isEqualTo(before + 1);
        assertThat(Files.readAllBytes(file)).isEqualTo(good);
        assertThat(bits(numbers("a", NUMBERS))).containsExactly(bits(NUMBERS));
        assertThat(made).isEqualTo(before + 1);
    }

    @Test
    void soundFilesOfAnotherLengthAreMadeAnew() {
        numbers("a", NUMBERS);
        assertThat(numbers("a", new double[] {1, 2})).containsExactly(1, 2);
        assertThat(made).isEqualTo(2);
    }

    @Test
    void withoutAPlaceTheyAreMadeEachTime() throws IOException {
        Path taken = Files.writeString(folder.resolve("no-folder"), "");
        var notes = new ArrayList<String>();
        var listener = new Progress() {
            @Override
            public void begin(String step, long total) {}

            @Override
            public void advance(long done) {}

            @Override
            public void end() {}

            @Override
            public void note(String text) {
                notes.add(text);
            }
        };
        var cache = new StageCache(taken, "build").telling(listener, s -> java.util.Optional.empty());
        assertThat(cache.numbers("potential", "k", n -> true, () -> OTHERS)).containsExactly(OTHERS);
        assertThat(notes).singleElement().asString().contains("potential-k.numbers could not be kept");
    }

    @Test
    void severalAtOnceAreSafe() throws Exception {
        var results = new ArrayList<Future<double[]>>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int k = 0; k < 64; k++) {
                results.add(threads.submit(() -> numbers("a", NUMBERS)));
            }
        }
        for (Future<double[]> result : results) {
            assertThat(bits(result.get())).containsExactly(bits(NUMBERS));
        }
        assertThat(StageSeal.holds(file())).isTrue();
        assertThat(files()).hasSize(2);
    }

    @Test
    void theCacheKnowsThemAndEmptiesThem() {
        numbers("a", NUMBERS);
        CacheContents contents = CacheContents.of(folder);
        assertThat(contents.stages())
                .singleElement()
                .satisfies(s -> assertThat(s.stage()).isEqualTo("potential"));
        assertThat(contents.others()).isEmpty();
        contents.clear();
        assertThat(files()).isEmpty();
    }
}
