package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.cellarius.engine.SmallTable;
import org.cellarius.study.result.RunResult;
import org.cellarius.study.run.RunOptions.Overwrite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trends removed by a study: against numpy on the golden sample, and against mocks of known trend. */
class CorrectionsTest {

    private static final Offset<Double> CLOSE = within(1e-9);

    private static final String LONG_RECIPE = """
            study: long-recipe
            catalogues:
              sample:
                file: data:stats_sample.csv
                columns:
                  r: {from: R, unit: kpc}
                  z: {from: Z, unit: kpc}
                  teff: {from: teff, unit: K}
                  fe_h: {from: feh_with_teff_trend, unit: dex}
            corrections:
              fe_h_teff: {of: fe_h, against: teff, trend: polynomial, degree: 6, calibrated-on: r > 8.7 and r < 9.5,
                          zero-point: residual, beyond: extrapolated}
              fe_h_flat: {of: fe_h_teff, against: r, trend: line, calibrated-on: abs(z) < 0.2, zero-point: residual,
                          beyond: extrapolated}
            products:
              ring-7: {kind: binned-median, where: r > 7 and r <= 9, x: abs(z), y: fe_h_flat, width: 0.06}
              ring-9: {kind: binned-median, where: r > 9 and r <= 11, x: abs(z), y: fe_h_flat, width: 0.06}
              ring-11: {kind: binned-median, where: r > 11 and r <= 13, x: abs(z), y: fe_h_flat, width: 0.06}
            """;

    @Test
    void theLongRecipeIsThatOfNumpy(@TempDir Path folder) {
        Path reference = Path.of(System.getProperty("cellarius.root", "..")).resolve("../shared/reference");
        assumeTrue(Files.exists(reference.resolve("stats_long.csv")), "the golden tables are not beside the checkout");
        RunResult result = new MiniStudy(folder)
                .study(LONG_RECIPE)
                .prepared(folder.resolve("out"), folder.resolve("cache"), Overwrite.REFUSE, 2, Optional.of(reference))
                .run();
        Golden golden = Golden.read(reference.resolve("stats_long.csv"));
        for (String ring : List.of("7", "9", "11")) {
            SmallTable ours = MiniStudy.table(result, "ring-" + ring);
            Golden wanted = golden.exactly("R_lo", ring);
            assertThat(MiniStudy.column(ours, "slope"))
                    .containsExactly(
                            wanted.exactly("quantity", "vertical_slope").column("value"), CLOSE);
            assertThat(MiniStudy.column(ours, "intercept"))
                    .containsExactly(
                            wanted.exactly("quantity", "vertical_intercept").column("value"), CLOSE);
            assertThat(MiniStudy.column(ours, "slope_sd"))
                    .containsExactly(
                            wanted.exactly("quantity", "vertical_slope_se").column("value"), CLOSE);
        }
        double[] line = MiniStudy.column(MiniStudy.table(result, "fe_h_flat"), "trend");
        double[] at = MiniStudy.column(MiniStudy.table(result, "fe_h_flat"), "x");
        assertThat((line[9] - line[0]) / (at[9] - at[0]))
                .isCloseTo(
                        golden.exactly("quantity", "radial_trend_slope_absZ<0.2")
                                .column("value")[0],
                        CLOSE);
        assertThat(result.folder().resolve("figures/fe_h_flat.png")).exists();
    }

    /** y = 3 - 0.5 x in the slice 0, 1 + 2 x in the slice 1; exact, so that medians lie on the lines too. */
    private static String twoSlices() {
        var random = new Random(5);
        var text = new StringBuilder("x,y,s,good\n");
        for (int i = 0; i < 2000; i++) {
            int s = i % 2;
            double x = 1 + 8 * random.nextDouble();
            text.append(String.format(Locale.ROOT, "%.9f,%.9f,%d,%d%n", x, s == 0 ? 3 - 0.5 * x : 1 + 2 * x, s, i % 3));
        }
        return text.append("20,5,0,0\n,5,0,0\n3,5,7,0\n").toString();
    }

    private static MiniStudy study(Path folder, String correction) {
        return new MiniStudy(folder)
                .file("stars.csv", twoSlices())
                .study(MiniStudy.of(
                        "{x: {from: x, unit: kpc}, y: {from: y, unit: kpc}, s: s, good: good}",
                        """
                        corrections:
                          flat: {of: y, against: x, slices: {of: s, edges: [0, 1, 2]}, %s}
                        """.formatted(correction) + MiniStudy.LINE));
    }

    @Test
    void eachSliceLosesItsOwnTrendAndKeepsTheZeroPointThatIsNamed(@TempDir Path folder) {
        MiniStudy study = study(folder, "trend: line, calibrated-on: x < 10, zero-point: {value-at: 5}");
        RunResult result = study.run();
        assertThat(study.stars("SELECT count(*) FROM stars WHERE s = 0 AND x < 10 AND abs(flat - 0.5) < 1e-8"))
                .containsExactly(List.of("1000"));
        assertThat(study.stars("SELECT count(*) FROM stars WHERE s = 1 AND abs(flat - 11) < 1e-8"))
                .containsExactly(List.of("1000"));
        assertThat(MiniStudy.flow(result)).anyMatch(l -> l.startsWith("correction flat") && l.endsWith("2003 2003 3"));
    }

    @Test
    void mediansInBinsAndWindowsFollowTheSameLines(@TempDir Path folder) {
        for (String trend : List.of(
                "trend: binned-median, width: 0.1, minimum-count: 3",
                "trend: running-median, window: 20, overlap: 0.5")) {
            MiniStudy study = study(folder, trend + ", calibrated-on: x < 10 and good < 2, zero-point: residual");
            study.replace();
            assertThat(study.stars(
                            "SELECT count(*) FROM stars WHERE s < 2 AND x BETWEEN 1.3 AND 8.7 AND abs(flat) > 0.12"))
                    .containsExactly(List.of("0"));
            assertThat(study.stars("SELECT count(flat) FROM stars WHERE x = 20 OR s = 7"))
                    .containsExactly(List.of("0"));
        }
    }

    @Test
    void theMedianCanBeAddedBackAndTheEndsCanBeLevel(@TempDir Path folder) {
        MiniStudy study = study(folder, "trend: line, calibrated-on: x < 10, zero-point: median, beyond: level");
        study.run();
        // 3 - 0.5 x at the median of x, near 5; beyond x = 9 the trend stays what it is there
        assertThat(study.stars("SELECT count(*) FROM stars WHERE s = 0 AND x < 10 AND abs(flat - 0.5) > 0.2"))
                .containsExactly(List.of("0"));
        assertThat(study.stars("SELECT count(*) FROM stars WHERE x = 20 AND abs(flat - (5 + 1.5 + 0.5)) < 0.2"))
                .containsExactly(List.of("1"));
    }

    @Test
    void mistakesAreToldWithTheirPlace(@TempDir Path folder) {
        assertThatThrownBy(() ->
                        study(folder, "trend: polynomial, zero-point: median").check())
                .hasMessageContaining("needs 'degree'")
                .hasMessageContaining("study.yaml:5");
        assertThatThrownBy(() -> study(folder, "trend: line, degree: 2, zero-point: median")
                        .check())
                .hasMessageContaining("does not use 'degree'");
        assertThatThrownBy(() -> new MiniStudy(folder)
                        .study(MiniStudy.of("{x: {from: x, unit: kpc}, y: {from: y, unit: kpc}}", """
                                corrections:
                                  line: {of: y, against: x, trend: line, zero-point: residual}
                                """ + MiniStudy.LINE))
                        .check())
                .hasMessageContaining("would be called 'line'");
        assertThatThrownBy(() -> new MiniStudy(folder)
                        .study(MiniStudy.of("{x: {from: x, unit: kpc}, y: {from: y, unit: kpc}}", """
                                corrections:
                                  y: {of: y, against: x, trend: line, zero-point: residual}
                                """ + MiniStudy.LINE))
                        .check())
                .hasMessageContaining("a column that is there already");
        assertThatThrownBy(() -> study(folder, "trend: line").check()).hasMessageContaining("'zero-point' is missing");
        assertThatThrownBy(() -> study(folder, "trend: line, zero-point: mean").check())
                .hasMessageContaining("'mean'");
        assertThatThrownBy(() -> study(
                                folder,
                                "trend: running-median, window: 20, overlap: 0.5, zero-point: residual, beyond: extrapolated")
                        .check())
                .hasMessageContaining("do not go on beyond");
        assertThatThrownBy(() -> study(folder, "trend: line, calibrated-on: x > 30, zero-point: residual")
                        .run())
                .hasMessageContaining("no star is left for the product 'flat'");
        assertThatThrownBy(
                        () -> study(folder, "trend: running-median, window: 5000, overlap: 0.5, zero-point: residual")
                                .run())
                .hasMessageContaining("finds no trend in the slice 0 ≤ s < 1")
                .hasMessageContaining("fewer than two windows of 5000");
        assertThatThrownBy(() ->
                        study(folder, "trend: line, zero-point: {value-at: 40}").run())
                .hasMessageContaining("the trend at 40.0");
    }
}
