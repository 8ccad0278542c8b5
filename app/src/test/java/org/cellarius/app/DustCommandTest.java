package org.cellarius.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cellarius.app.PhaseSpaceCommandTest.Csv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DustCommandTest {

    @TempDir
    Path folder;

    private Path stars(String text) throws IOException {
        return Files.writeString(folder.resolve("in.csv"), text);
    }

    @Test
    void theDiscGivesExtinctionWithItsUnitAndAStatus() throws IOException {
        Path in = stars("l[deg],b[deg],distance[pc]\n0,90,3000\n180,-90,500\n");
        Path out = folder.resolve("out.csv");
        Outcome outcome = Outcome.of("dust", in, out, "--kind", "disc");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("A0", "0.7 mag/kpc");
        Csv made = Csv.read(out);
        // Straight up from 20.8 pc above the plane.
        double up = 0.7 * 0.1344 * Math.exp(-0.0208 / 0.1344);
        assertThat(made.column("reddening")[0]).isCloseTo(up, within(2e-5 * up + 1e-9));
        assertThat(made.column("reddening")[1]).isBetween(0.7 * 0.1344 * 0.95, 0.7 * 0.1344 * 1.15);
        assertThat(made.texts("dust_status")).containsExactly("OK", "OK");
        Path none = folder.resolve("none.csv");
        Path away = Files.writeString(folder.resolve("away.csv"), "l[deg],b[deg],distance[pc]\n10,0,\n10,0,-5\n");
        assertThat(Outcome.of("dust", away, none, "--kind", "disc").code()).isZero();
        assertThat(Csv.read(none).texts("dust_status")).containsExactly("NO_DISTANCE", "NO_DISTANCE");
        Path ecsv = folder.resolve("out.ecsv");
        assertThat(Outcome.of("dust", in, ecsv, "--kind", "disc").code()).isZero();
        assertThat(Files.readString(ecsv)).contains("A0: monochromatic extinction");
    }

    @Test
    void whatCannotBeUsedIsTold() throws IOException {
        Path out = folder.resolve("out.csv");
        assertThat(Outcome.of("dust", stars("ra[deg],dec[deg]\n1,2\n"), out, "--kind", "disc")
                        .err())
                .contains("no column 'distance'");
        Path in = stars("x,distance[kpc]\n1,2\n");
        assertThat(Outcome.of("dust", in, out, "--kind", "disc").err()).contains("neither ra and dec nor l and b");
        assertThat(Outcome.of("dust", in, out, "--kind", "bayestar19").err()).contains("is a file");
        assertThat(Outcome.of("dust", in, out, "--kind", "bayestar").err()).contains("bayestar19");
    }
}
