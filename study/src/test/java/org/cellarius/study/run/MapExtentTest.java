package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.cellarius.figure.Axis;
import org.cellarius.measure.product.Illustration;
import org.cellarius.study.result.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The axes of a map follow the cells that are drawn, and the caption tells how many stars they do not hold. */
class MapExtentTest {

    private static final String COLUMNS =
            "{r: {from: r, unit: kpc}, z: {from: z, unit: kpc}, fe_h: {from: feh, unit: dex}}";

    @TempDir
    Path folder;

    /** 400 stars at R 7 to 9, |Z| below 1, and a few far off. */
    private Illustration map(String settings, String... farOff) {
        var random = new Random(4);
        var text = new StringBuilder("r,z,feh\n");
        for (int i = 0; i < 400; i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "%.4f,%.4f,%.3f%n",
                    7 + 2 * random.nextDouble(),
                    2 * random.nextDouble() - 1,
                    random.nextGaussian()));
        }
        for (String star : farOff) {
            text.append(star).append("\n");
        }
        RunResult run = new MiniStudy(folder)
                .file("stars.csv", text.toString())
                .study(MiniStudy.of(
                        COLUMNS,
                        "products:\n  map: {kind: plane, statistic: median, plane: r-z, value: fe_h, cell: 0.5 kpc"
                                + settings + "}\n"))
                .replace();
        return run.products().getFirst().illustrations().getFirst();
    }

    private static void holds(Axis axis, double low, double high) {
        assertThat(axis.min()).isEqualTo(low);
        assertThat(axis.max()).isEqualTo(high);
    }

    @Test
    void starsWhoseCellsAreNotDrawnDoNotWidenTheAxes() {
        Illustration map = map("", "25,12,-1", "2,-9,-1", "26,12,");
        holds(map.figure().panels().getFirst().x(), 6.5, 9.5);
        holds(map.figure().panels().getFirst().y(), -1.5, 1.5);
        assertThat(map.caption()).contains("400 stars. 2 stars lie outside the axes.");
    }

    @Test
    void withinARangeTheOthersAreCounted() {
        assertThat(map(", range: {x: [5, 10], y: [-2, 2]}", "25,12,-1").caption())
                .contains("400 stars. 1 star lies outside the axes.");
        assertThat(map("").caption()).contains("400 stars.").doesNotContain("outside");
    }

    @Test
    void oneStarFarBeyondTheGalaxyIsNoReasonForMillionsOfCells() {
        Illustration map = map("", "1e9,-2e8,-1", "8,3e7,0");
        holds(map.figure().panels().getFirst().x(), 6.5, 9.5);
        assertThat(map.caption()).contains("outside the axes");
    }
}
