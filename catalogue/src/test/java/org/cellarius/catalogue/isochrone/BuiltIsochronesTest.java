package org.cellarius.catalogue.isochrone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltIsochronesTest {

    @TempDir
    Path folder;

    private static IsochroneTable table() {
        return new IsochroneTable(
                "Toy",
                Optional.of("bands of α"),
                List.of("mass", "teff"),
                List.of(
                        new IsochroneRows(0.1, -0.5, 0, List.of(new double[] {1, 1.1}, new double[] {5000, Math.PI})),
                        new IsochroneRows(
                                1.0 / 3, 0, 0.4, List.of(new double[] {1, 2, 3}, new double[] {-0.0, 1e-310, Double.NaN
                                }))),
                List.of("a note"));
    }

    @Test
    void whatIsReadIsWhatWasWritten() {
        Path path = folder.resolve("toy.grid");
        BuiltIsochrones.write(table(), path);
        IsochroneTable read = IsochroneFiles.read(path);
        assertThat(read.family()).isEqualTo("Toy");
        assertThat(read.photometry()).contains("bands of α");
        assertThat(read.columns()).containsExactly("mass", "teff");
        assertThat(read.notes()).containsExactly("a note");
        assertThat(read.isochrones()).hasSize(2);
        for (int i = 0; i < 2; i++) {
            IsochroneRows want = table().isochrones().get(i);
            IsochroneRows got = read.isochrones().get(i);
            assertThat(List.of(got.ageGyr(), got.feH(), got.alphaFe()))
                    .isEqualTo(List.of(want.ageGyr(), want.feH(), want.alphaFe()));
            for (int k = 0; k < 2; k++) {
                assertThat(Arrays.equals(got.columns().get(k), want.columns().get(k)))
                        .isTrue();
            }
        }
    }

    @Test
    void anyDamageIsFound() throws IOException {
        Path path = folder.resolve("toy.grid");
        BuiltIsochrones.write(table(), path);
        byte[] whole = Files.readAllBytes(path);
        int magic = BuiltIsochrones.MAGIC.length();
        for (int at = magic; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 4;
            Path file = Files.write(folder.resolve("damaged.grid"), damaged);
            assertThatThrownBy(() -> IsochroneFiles.read(file)).isInstanceOf(InputError.class);
        }
        for (int length = magic; length < whole.length; length += 7) {
            Path file = Files.write(folder.resolve("short.grid"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> IsochroneFiles.read(file))
                    .isInstanceOf(InputError.class)
                    .hasMessageContaining("isochrones build");
        }
    }
}
