package org.cellarius.galaxy.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.cellarius.galaxy.GoldenTable;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines through medians against numpy's and scipy's reading of Long et al. (2025) and Imig et al. (2023). */
class MedianLinesTest {

    @Nested
    class Golden {

        private GoldenTable stars = new GoldenTable(List.of(), List.of());

        @BeforeEach
        void readTheSample() {
            Assumptions.assumeTrue(
                    GoldenTable.has("stats_sample.csv") && GoldenTable.has("stats_gradients.csv"),
                    "golden tables stats_*.csv are not beside this checkout");
            stars = GoldenTable.read("stats_sample.csv");
        }

        @Test
        void theVerticalGradientsOfLongEqualNumpy() {
            double[] r = stars.column("R");
            double[] height = Arrays.stream(stars.column("Z")).map(Math::abs).toArray();
            double[] teff = stars.column("teff");
            double[] feH = stars.column("feh_with_teff_trend");
            int[] near = rows(r.length, i -> r[i] > 8.7 && r[i] < 9.5);
            Polynomial trend = Polynomial.fit(pick(teff, near), pick(feH, near), 6);
            double[] corrected = new double[r.length];
            Arrays.setAll(corrected, i -> feH[i] - trend.at(teff[i]));
            LineFit radial = LineSums.of(
                            (int) Arrays.stream(height).filter(h -> h < 0.2).count(),
                            rows(r.length, i -> height[i] < 0.2),
                            r,
                            corrected,
                            new double[0])
                    .fit(LineMethod.OLS, 3);
            for (int lo : List.of(7, 9, 11)) {
                int[] ring = rows(r.length, i -> r[i] > lo && r[i] <= lo + 2);
                double[] y = Arrays.stream(ring)
                        .mapToDouble(i -> corrected[i] - radial.at(r[i]))
                        .toArray();
                FittedLine line = new BinnedMedianLine(0.06, 10, BinWeighting.UNWEIGHTED)
                        .fit(LineStars.of(pick(height, ring), y));
                assertEstimates(
                        line,
                        longs("vertical_slope", lo),
                        longs("vertical_slope_se", lo),
                        longs("vertical_intercept", lo),
                        longs("vertical_intercept_se", lo));
                assertThat(line.measures().get("bins")).isEqualTo(longBins(lo));
            }
        }

        @Test
        void allThreeReadingsOfImigEqualScipy() {
            var golden = GoldenTable.read("stats_gradients.csv");
            double[] r = stars.column("R");
            double[] z = stars.column("Z");
            double[] feH = stars.column("feh");
            double[] error = stars.column("efeh");
            int compared = 0;
            for (int k = 0; k < golden.rows().size(); k++) {
                double low = golden.column("absZ_lo")[k];
                double high = golden.column("absZ_hi")[k];
                String reading = golden.text("method")[k];
                boolean points = reading.contains("points");
                int[] slice =
                        rows(r.length, i -> Math.abs(z[i]) >= low && Math.abs(z[i]) < high && (points || r[i] >= 7));
                LineStars chosen = LineStars.of(pick(r, slice), pick(feH, slice), pick(error, slice));
                LineEstimator line = points
                        ? new RunningMedianLine(200, 0.5, Optional.of(7.0))
                        : reading.contains("weights")
                                ? new LeastSquares(LineMethod.WLS, ErrorConvention.ABSOLUTE)
                                : new LeastSquares(LineMethod.OLS, ErrorConvention.SCALED);
                FittedLine fit = line.fit(chosen);
                double n = golden.column("n")[k];
                if (n < 3) {
                    // Two points make a line, but no error: we say so instead.
                    assertThat(fit.status()).isEqualTo(FitStatus.TOO_FEW_STARS);
                    assertThat(fit.reason()).contains("2 windows");
                    continue;
                }
                assertThat(points ? fit.measures().get("median_points") : Double.valueOf((double) fit.n()))
                        .isEqualTo(n);
                assertEstimates(
                        points ? ofRegression(fit) : fit,
                        golden.column("slope")[k],
                        golden.column("slope_se")[k],
                        golden.column("intercept")[k],
                        golden.column("intercept_se")[k]);
                compared++;
            }
            assertThat(compared).isEqualTo(11);
        }
    }

    /** Scipy takes the points as independent. */
    private static FittedLine ofRegression(FittedLine fit) {
        return FittedLine.closed(
                fit.method(),
                fit.n(),
                fit.estimates().stream()
                        .map(e -> Estimate.of(
                                e.name(),
                                e.value(),
                                fit.measures().getOrDefault(e.name() + "_sd_of_regression", Double.NaN)))
                        .toList(),
                fit.covariance(),
                fit.measures(),
                fit.warnings());
    }

    /** Windows without overlap, half overlapping, nearly all shared. */
    @ParameterizedTest
    @CsvSource({"12, 3, 0", "10, 4, 0.5", "25, 4, 0.5", "25, 10, 0.5", "60, 10, 0.8", "400, 40, 0.5"})
    void theErrorOfARunningMedianIsHalfItsCentralInterval(int n, int window, double overlap) {
        LineStars stars = LineClosureTest.mock(5, n, 0);
        FittedLine line = new RunningMedianLine(window, overlap, Optional.empty()).fit(stars);
        for (int k = 0; k < 2; k++) {
            Estimate e = line.estimates().get(k);
            var p = e.percentiles().orElseThrow();
            assertThat(e.sd()).isCloseTo(0.5 * (p.p84() - p.p16()), within(1e-15 + 1e-12 * e.sd()));
            assertThat(Math.sqrt(line.covariance()[k][k])).isCloseTo(e.sd(), within(1e-9 * e.sd()));
            assertThat(e.sd() / line.measures().getOrDefault(e.name() + "_sd_of_regression", Double.NaN))
                    .isGreaterThan(overlap > 0 ? 1.2 : 0.9);
        }
        assertThat(line.measures()).doesNotContainKeys("slope_sd_scaled", "slope_sd_absolute");
        assertThat(line.warnings()).isEmpty();
    }

    @Test
    void medianErrorsWeighTheBins() {
        // Three bins of 4 stars: medians 1, 2, 4; the last one's stars spread ten times as far.
        double[] x = {0.1, 0.2, 0.3, 0.4, 1.1, 1.2, 1.3, 1.4, 2.1, 2.2, 2.3, 2.4};
        double[] y = {0.8, 0.9, 1.1, 1.2, 1.8, 1.9, 2.1, 2.2, 2, 3, 5, 6};
        double sd = Math.sqrt((0.04 + 0.01 + 0.01 + 0.04) / 3);
        double w = 4 / (Math.PI / 2 * sd * sd);
        FittedLine expected = new LeastSquares(LineMethod.WLS, ErrorConvention.ABSOLUTE)
                .fit(LineStars.of(new double[] {0.5, 1.5, 2.5}, new double[] {1, 2, 4}, new double[] {
                    1 / Math.sqrt(w), 1 / Math.sqrt(w), 10 / Math.sqrt(w)
                }));
        FittedLine line = new BinnedMedianLine(1, 2, BinWeighting.BY_ERROR).fit(LineStars.of(x, y));
        assertThat(line.n()).isEqualTo(12);
        for (int k = 0; k < 2; k++) {
            assertThat(line.estimates().get(k).value())
                    .isCloseTo(expected.estimates().get(k).value(), within(1e-13));
            assertThat(line.estimates().get(k).sd())
                    .isCloseTo(expected.estimates().get(k).sd(), within(1e-13));
        }
        assertThat(new BinnedMedianLine(1, 2, BinWeighting.UNWEIGHTED)
                        .fit(LineStars.of(x, y))
                        .estimates()
                        .getFirst()
                        .value())
                .isCloseTo(1.5, within(1e-13));
    }

    @Test
    void binsOfFewStarsAndOfOneValueStayOutAndAreCounted() {
        double[] x = {-0.5, -0.4, -0.0, 0.5, 1.5, 1.6, 2.5, 2.6, 3.5, 3.6, 9.5};
        double[] y = {0, 0.2, 1, 1.2, 2, 2.2, 3, 3.3, 5, 5, 7};
        FittedLine line = new BinnedMedianLine(1, 2, BinWeighting.BY_ERROR).fit(LineStars.of(x, y));
        assertThat(line.status()).isEqualTo(FitStatus.OK);
        assertThat(line.measures().get("bins")).isEqualTo(4.0);
        assertThat(line.n()).isEqualTo(8);
        assertThat(line.warnings())
                .contains("1 of 6 bins have fewer than 2 stars, and do not enter")
                .contains("1 bins have stars of one y only, whose median has no error, and do not enter");
        assertThat(new BinnedMedianLine(20, 2, BinWeighting.UNWEIGHTED)
                        .fit(LineStars.of(x, y))
                        .reason())
                .contains("2 bins");
        assertThat(new BinnedMedianLine(1, 2, BinWeighting.UNWEIGHTED)
                        .fit(LineStars.of(new double[0], new double[0]))
                        .status())
                .isEqualTo(FitStatus.TOO_FEW_STARS);
    }

    @Test
    void outliersOfYDoNotBendThem() {
        LineStars stars = LineClosureTest.mock(4, 4000, 0);
        double[] y = stars.y().clone();
        var random = new CounterRandom(8);
        for (int i = 0; i < y.length; i++) {
            y[i] += random.uniform(i, 0) < 0.03 && stars.x()[i] > 10 ? 5 : 0;
        }
        LineStars bent = LineStars.of(stars.x(), y);
        double ols = slope(new LeastSquares(LineMethod.OLS, ErrorConvention.SCALED).fit(bent));
        double clean = slope(new LeastSquares(LineMethod.OLS, ErrorConvention.SCALED).fit(stars));
        assertThat(Math.abs(ols - clean)).isGreaterThan(0.02);
        assertThat(slope(new BinnedMedianLine(0.5, 30, BinWeighting.BY_ERROR).fit(bent)))
                .isCloseTo(clean, within(0.006));
        assertThat(slope(new RunningMedianLine(200, 0.5, Optional.empty()).fit(bent)))
                .isCloseTo(clean, within(0.006));
    }

    @Test
    void impossibleBinsAndWindowsAreRefused() {
        assertThatThrownBy(() -> new BinnedMedianLine(0, 10, BinWeighting.UNWEIGHTED))
                .hasMessageContaining("wider");
        assertThatThrownBy(() -> new BinnedMedianLine(1, 1, BinWeighting.BY_ERROR))
                .hasMessageContaining("two where");
        assertThatThrownBy(() -> new RunningMedianLine(1, 0.5, Optional.empty()))
                .hasMessageContaining("window");
        assertThatThrownBy(() -> new RunningMedianLine(10, 1, Optional.empty())).hasMessageContaining("overlap");
    }

    private static double slope(FittedLine line) {
        return line.estimates().getFirst().value();
    }

    private static void assertEstimates(FittedLine line, double slope, double slopeSd, double intercept, double sd) {
        assertThat(line.status()).isEqualTo(FitStatus.OK);
        assertThat(line.estimates().get(0).value()).isCloseTo(slope, within(1e-9));
        assertThat(line.estimates().get(0).sd()).isCloseTo(slopeSd, within(1e-9));
        assertThat(line.estimates().get(1).value()).isCloseTo(intercept, within(1e-9));
        assertThat(line.estimates().get(1).sd()).isCloseTo(sd, within(1e-9));
    }

    private static double longs(String quantity, int ring) {
        return Double.parseDouble(longRow(quantity, ring)[4]);
    }

    private static double longBins(int ring) {
        return Double.parseDouble(longRow("vertical_slope", ring)[3]);
    }

    private static String[] longRow(String quantity, int ring) {
        return GoldenTable.read("stats_long.csv").rows().stream()
                .filter(row -> row[0].equals(quantity) && row[1].equals(String.valueOf(ring)))
                .findFirst()
                .orElseThrow();
    }

    private static int[] rows(int n, IntPredicate wanted) {
        return IntStream.range(0, n).filter(wanted).toArray();
    }

    private static double[] pick(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(i -> values[i]).toArray();
    }
}
