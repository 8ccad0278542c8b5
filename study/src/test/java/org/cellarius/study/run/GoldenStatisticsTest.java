package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.cellarius.engine.SmallTable;
import org.cellarius.study.result.RunResult;
import org.cellarius.study.run.RunOptions.Overwrite;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A study on a sample of stars against numbers made by numpy and scipy: from the file through units, expressions, database
 * and partial sums to the result tables. Sums of thousands of terms agree to 1e-9 and better.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenStatisticsTest {

    private static final Offset<Double> CLOSE = within(1e-9);

    private static final String STUDY = """
            study: golden
            catalogues:
              sample:
                file: data:stats_sample.csv
                columns:
                  r: {from: R, unit: kpc}
                  x: {from: X, unit: kpc}
                  y: {from: Y, unit: kpc}
                  z: {from: Z, unit: kpc}
                  fe_h: {from: feh, unit: dex}
                  fe_h_error: {from: efeh, unit: dex}
                  age: {from: age, unit: Gyr}
            products:
              ols: {kind: gradient, where: r >= 7, x: r, y: fe_h, method: ols, slices: {of: abs(z), edges: [0, 0.25, 0.5, 1, 2]}}
              wls: {kind: gradient, where: r >= 7, x: r, y: fe_h, y-error: fe_h_error, method: wls, slices: {of: abs(z), edges: [0, 0.25, 0.5, 1, 2]}}
              running: {kind: running-median, x: r, y: fe_h, window: 200, overlap: 0.5, slices: {of: abs(z), edges: [0, 0.25, 0.5, 1, 2]}}
              iron-map: {kind: plane, statistic: median, where: abs(z) < 0.3, plane: x-y, value: fe_h, cell: 0.5 kpc, minimum-count: 1}
              iron-means: {kind: plane, statistic: mean, where: abs(z) < 0.3, plane: x-y, value: fe_h, cell: 0.5 kpc, minimum-count: 1}
              age-map: {kind: plane, statistic: median, where: abs(z) < 0.3, plane: x-y, value: age, cell: 0.5 kpc, minimum-count: 1}
              shape: {kind: distribution, where: abs(z) < 0.5, value: fe_h, width: 0.05, slices: {of: r, edges: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]}}
            """;

    private final Path reference =
            Path.of(System.getProperty("cellarius.root", "..")).resolve("../shared/reference");

    @SuppressWarnings("NullAway.Init") // before all tests
    private RunResult result;

    @BeforeAll
    void runTheStudy(@TempDir Path folder) {
        assumeTrue(
                Files.exists(reference.resolve("stats_sample.csv")),
                "the golden tables are not beside the checkout; the statistics themselves are tested in galaxy");
        result = new MiniStudy(folder)
                .study(STUDY)
                .prepared(folder.resolve("out"), folder.resolve("cache"), Overwrite.REFUSE, 2, Optional.of(reference))
                .run();
    }

    @Test
    void gradientsAreThoseOfNumpy() {
        assertGradients("ols", "unweighted", "slope_sd_scaled", "intercept_sd_scaled");
        assertGradients("wls", "weights", "slope_sd_absolute", "intercept_sd_absolute");
    }

    private void assertGradients(String product, String method, String slopeError, String interceptError) {
        Golden golden = Golden.read(reference.resolve("stats_gradients.csv")).where("method", method);
        SmallTable ours = MiniStudy.table(result, product);
        assertThat(golden.rows()).hasSize(4);
        assertThat(MiniStudy.column(ours, "slice_lo")).containsExactly(golden.column("absZ_lo"));
        assertThat(MiniStudy.column(ours, "n")).containsExactly(golden.column("n"));
        assertThat(MiniStudy.column(ours, "slope")).containsExactly(golden.column("slope"), CLOSE);
        assertThat(MiniStudy.column(ours, "intercept")).containsExactly(golden.column("intercept"), CLOSE);
        assertThat(MiniStudy.column(ours, slopeError)).containsExactly(golden.column("slope_se"), CLOSE);
        assertThat(MiniStudy.column(ours, interceptError)).containsExactly(golden.column("intercept_se"), CLOSE);
    }

    @Test
    void runningMediansAreThoseOfNumpy() {
        Golden golden = Golden.read(reference.resolve("stats_running_median.csv"));
        SmallTable ours = MiniStudy.table(result, "running");
        String[][] pairs = {
            {"slice_lo", "absZ_lo"},
            {"window", "window"},
            {"first_index", "first_index"},
            {"x_median", "R_median"},
            {"x_mean", "R_mean"},
            {"y_median", "feh_median"},
            {"y_mean", "feh_mean"},
            {"y_sd", "feh_std_ddof1"},
            {"y_p25", "feh_p25"},
            {"y_p75", "feh_p75"}
        };
        assertEqual(ours, golden, pairs);
    }

    @Test
    void mapsAreThoseOfNumpy() {
        Golden golden = Golden.read(reference.resolve("stats_map_xy.csv"));
        String[][] cells = {{"x_lo", "X_lo"}, {"y_lo", "Y_lo"}, {"n", "n"}};
        SmallTable iron = MiniStudy.table(result, "iron-map");
        assertEqual(iron, golden, cells);
        assertEqual(iron, golden, new String[][] {{"median", "feh_median"}});
        assertEqual(MiniStudy.table(result, "iron-means"), golden, new String[][] {{"mean", "feh_mean"}});
        SmallTable ages = MiniStudy.table(result, "age-map");
        assertEqual(ages, golden, cells);
        assertEqual(ages, golden, new String[][] {{"median", "age_median"}});
    }

    @Test
    void distributionsAreThoseOfNumpyAndScipy() {
        Golden golden = Golden.read(reference.resolve("stats_mdf.csv"));
        SmallTable ours = MiniStudy.table(result, "shape");
        assertEqual(ours, golden, new String[][] {
            {"slice_lo", "R_lo"},
            {"n", "n"},
            {"mean", "mean"},
            {"median", "median"},
            {"kde_bandwidth", "kde_bandwidth"},
            {"mode_histogram", "mode_hist"},
            {"sd", "sigma_ddof1"},
            {"skewness", "skewness_g1"},
            {"skewness_corrected", "skewness_G1"},
            {"kurtosis_excess", "kurtosis_excess_g2"},
            {"p5", "p5"},
            {"p16", "p16"},
            {"p25", "p25"},
            {"p75", "p75"},
            {"p84", "p84"},
            {"p95", "p95"}
        });
        // The peak of the reference was found on a grid of densities: its last digits are the optimiser's.
        assertThat(MiniStudy.column(ours, "mode_kde")).containsExactly(golden.column("mode_kde"), within(1e-6));
    }

    private static void assertEqual(SmallTable ours, Golden golden, String[][] pairs) {
        for (String[] pair : pairs) {
            assertThat(MiniStudy.column(ours, pair[0]))
                    .as(pair[0])
                    .hasSameSizeAs(golden.rows())
                    .containsExactly(golden.column(pair[1]), CLOSE);
        }
    }
}
