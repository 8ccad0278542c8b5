package org.cellarius.study.dust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.cellarius.catalogue.InputError;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.dust.BeforeFirst;
import org.cellarius.galaxy.dust.BeyondLast;
import org.cellarius.galaxy.dust.DustPixels;
import org.cellarius.galaxy.dust.ReddeningUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against toy maps of h5py; the expected values are plain formulas of numpy (make.py beside the maps). */
class DustMapsTest {

    @TempDir
    Path folder;

    private Path toy(String name) {
        Path file = folder.resolve(name);
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/dust/" + name))) {
            if (!Files.exists(file)) {
                Files.copy(in, file);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DustPixels read(Path file, DustKind kind) {
        return DustMaps.read(file, kind, BeforeFirst.PROPORTIONAL, BeyondLast.LAST_VALUE);
    }

    @Test
    void cellsOfTwoSizesHaveTheirValuesQuantilesAndStatuses() throws IOException {
        DustPixels map = read(toy("bayestar-toy.h5"), DustKind.BAYESTAR19);
        assertThat(map.unit()).isEqualTo(ReddeningUnit.BAYESTAR_UNIT);
        assertThat(map.hasInterval()).isTrue();
        List<String> rows = Files.readAllLines(toy("bayestar-toy.csv"));
        assertThat(rows).hasSize(356);
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            double[] out = new double[3];
            StarStatus status = map.reddening(
                    Double.parseDouble(cells[0]), Double.parseDouble(cells[1]), Double.parseDouble(cells[2]), out);
            assertThat(status).as(row).isEqualTo(StarStatus.valueOf(cells[6]));
            for (int k = 0; k < 3; k++) {
                if (cells[3].isEmpty()) {
                    assertThat(out[k]).as(row).isNaN();
                } else {
                    double expected = Double.parseDouble(cells[3 + k]);
                    assertThat(out[k]).as(row).isCloseTo(expected, within(4e-7 * expected));
                }
            }
        }
    }

    @Test
    void nothingIsSaidBeforeAndBeyondWhereThatIsAsked() {
        DustPixels map = DustMaps.read(toy("bayestar-toy.h5"), DustKind.BAYESTAR17, BeforeFirst.NONE, BeyondLast.NONE);
        double[] out = new double[3];
        assertThat(map.reddening(45, 60, 0.01, out)).isEqualTo(StarStatus.BEFORE_FIRST);
        assertThat(out).containsOnly(Double.NaN);
        assertThat(map.reddening(45, 60, 100, out)).isEqualTo(StarStatus.BEYOND_LAST);
        assertThat(out).containsOnly(Double.NaN);
    }

    @Test
    void decapsHasAGroupTruthValuesAndOneSize() {
        DustPixels map = read(toy("decaps-toy.h5"), DustKind.DECAPS);
        assertThat(map.unit()).isEqualTo(ReddeningUnit.E_BV);
        assertThat(map.hasInterval()).isFalse();
        double[] out = new double[3];
        // Cell 0 of nside 2 has its northern corner at the middle of base cell 0, 45 deg and asin(2/3).
        assertThat(map.reddening(45, 20, 1, out)).isEqualTo(StarStatus.OK);
        assertThat(out[0]).isCloseTo(7.0 / 16, within(1e-6));
        // Cell 1 lies to its east and is not there.
        assertThat(map.reddening(67.5, 41, 1, out)).isEqualTo(StarStatus.OUTSIDE_MAP);
        assertThat(out[0]).isNaN();
    }

    @Test
    void aFileOfAnotherKindIsNamed() {
        assertThatThrownBy(() -> read(toy("decaps-toy.h5"), DustKind.BAYESTAR15))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("no map of kind bayestar15")
                .hasMessageContaining("looks like one of decaps");
        assertThatThrownBy(() -> read(toy("bayestar-toy.h5"), DustKind.DECAPS))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("looks like one of bayestar");
    }

    @Test
    void damagedFilesAndUnknownFiltersAreErrors() throws IOException {
        byte[] whole = Files.readAllBytes(toy("bayestar-toy.h5"));
        Path cut = Files.write(folder.resolve("cut.h5"), Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> read(cut, DustKind.BAYESTAR19))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("truncated");
        Path text = Files.writeString(folder.resolve("text.h5"), "x".repeat(200));
        assertThatThrownBy(() -> read(text, DustKind.BAYESTAR19)).isInstanceOf(InputError.class);
        assertThatThrownBy(() -> read(toy("filter-toy.h5"), DustKind.BAYESTAR19))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("filter");
    }
}
