package org.cellarius.galaxy.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.cellarius.galaxy.GoldenTable;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.galaxy.random.CounterRandom;
import org.hipparchus.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineFitTest {

    private static final GoldenTable ANSWERS = GoldenTable.read("fits_results.csv");

    @ParameterizedTest
    @ValueSource(strings = {"radial_small", "radial_corr", "radial_outliers", "vertical", "hawkins_like", "big_xerr"})
    void weightedLeastSquaresEqualsTheGoldenTable(String dataset) {
        Assumptions.assumeTrue(
                GoldenTable.has("fit_" + dataset + ".csv"),
                "golden data set fit_" + dataset + ".csv is not beside this checkout");
        var stars = GoldenTable.read("fit_" + dataset + ".csv");
        LineFit fit = fit(LineMethod.WLS, stars.column("x"), stars.column("y"), stars.column("sigma_y"), 4096);

        assertThat(fit.slope()).isCloseTo(answer(dataset, "slope"), Percentage.withPercentage(1e-8));
        assertThat(fit.intercept()).isCloseTo(answer(dataset, "intercept"), Percentage.withPercentage(1e-8));
        assertThat(fit.slopeSd()).isCloseTo(answer(dataset, "sd_slope"), Percentage.withPercentage(1e-8));
        assertThat(fit.interceptSd()).isCloseTo(answer(dataset, "sd_intercept"), Percentage.withPercentage(1e-8));
        assertThat(fit.covariance()).isCloseTo(answer(dataset, "cov_slope_intercept"), Percentage.withPercentage(1e-8));
        assertThat(fit.slopeSdScaled()).isCloseTo(answer(dataset, "sd_slope_scaled"), Percentage.withPercentage(1e-8));
        assertThat(fit.interceptSdScaled())
                .isCloseTo(answer(dataset, "sd_intercept_scaled"), Percentage.withPercentage(1e-8));
        assertThat(fit.covarianceScaled())
                .isCloseTo(answer(dataset, "cov_slope_intercept_scaled"), Percentage.withPercentage(1e-8));
        assertThat(fit.chi2()).isCloseTo(answer(dataset, "chi2"), Percentage.withPercentage(1e-8));
        assertThat(fit.reducedChi2()).isCloseTo(answer(dataset, "redchi2"), Percentage.withPercentage(1e-8));
    }

    @Test
    void ordinaryLeastSquaresEqualsHipparchus() {
        var random = new CounterRandom(7);
        int n = 1234;
        double[] x = IntStream.range(0, n)
                .mapToDouble(i -> 5 + 9 * random.uniform(i, 0))
                .toArray();
        double[] y = IntStream.range(0, n)
                .mapToDouble(i -> 0.4 - 0.06 * x[i] + 0.2 * random.normal(i, 1))
                .toArray();
        var oracle = new SimpleRegression();
        for (int i = 0; i < n; i++) {
            oracle.addData(x[i], y[i]);
        }
        LineFit fit = fit(LineMethod.OLS, x, y, new double[n], 100);
        assertThat(fit.slope()).isCloseTo(oracle.getSlope(), Percentage.withPercentage(1e-9));
        assertThat(fit.intercept()).isCloseTo(oracle.getIntercept(), Percentage.withPercentage(1e-9));
        assertThat(fit.slopeSd()).isCloseTo(oracle.getSlopeStdErr(), Percentage.withPercentage(1e-9));
        assertThat(fit.slopeSdScaled()).isEqualTo(fit.slopeSd());
        assertThat(fit.interceptSd()).isCloseTo(oracle.getInterceptStdErr(), Percentage.withPercentage(1e-9));
        assertThat(fit.sdScaledAt(0)).isCloseTo(oracle.getInterceptStdErr(), Percentage.withPercentage(1e-6));
    }

    @Test
    void nothingIsLostFarFromZero() {
        // Modified Julian dates as x: naive sums of squares lose eleven digits here.
        double[] x = IntStream.range(0, 1000)
                .mapToDouble(i -> 2_460_000.5 + i * 1e-3)
                .toArray();
        double[] y = IntStream.range(0, 1000)
                .mapToDouble(i -> 1e6 + 3e-3 * (x[i] - 2_460_000.5))
                .toArray();
        LineFit fit = fit(LineMethod.OLS, x, y, new double[1000], 64);
        assertThat(fit.slope()).isCloseTo(3e-3, within(1e-8));
        assertThat(fit.at(2_460_001)).isCloseTo(1e6 + 1.5e-3, within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 4096})
    void theAnswerDoesNotDependOnHowTheStarsAreCutIntoBlocks(int block) {
        var stars = GoldenTable.read("fit_radial_small.csv");
        LineFit whole = fit(LineMethod.WLS, stars.column("x"), stars.column("y"), stars.column("sigma_y"), 1 << 20);
        LineFit cut = fit(LineMethod.WLS, stars.column("x"), stars.column("y"), stars.column("sigma_y"), block);
        assertThat(cut.slope()).isCloseTo(whole.slope(), Percentage.withPercentage(1e-10));
        assertThat(cut.slopeSdScaled()).isCloseTo(whole.slopeSdScaled(), Percentage.withPercentage(1e-10));
    }

    @Test
    void starsWithoutUsableErrorsOrValuesArePassedOver() {
        double[] x = {1, 2, 3, 4, 5, 6, 7};
        double[] y = {1, 2, 3, Double.NaN, 100, 100, 100};
        double[] sigma = {1, 1, 1, 1, 0, -1, Double.NaN};
        LineFit fit = fit(LineMethod.WLS, x, y, sigma, 4);
        assertThat(fit.n()).isEqualTo(3);
        assertThat(fit.slope()).isCloseTo(1, within(1e-12));
    }

    @Test
    void tooFewStarsAndEqualXAreAStatusNotANumber() {
        assertThat(fit(LineMethod.OLS, new double[] {1, 2}, new double[] {1, 2}, new double[2], 10)
                        .status())
                .isEqualTo(FitStatus.TOO_FEW_STARS);
        assertThat(fit(LineMethod.OLS, new double[] {2, 2, 2}, new double[] {1, 2, 3}, new double[3], 10)
                        .status())
                .isEqualTo(FitStatus.ALL_X_EQUAL);
        assertThat(LineSums.NONE.fit(LineMethod.WLS, 0).slope()).isNaN();
    }

    @Test
    void slicesAreFittedApartAndStarsOutsideBelongToNone() {
        double[] x = {1, 2, 3, 1, 2, 3, 1, 2, 3};
        double[] y = {1, 2, 3, 3, 2, 1, 9, 9, 9};
        double[] height = {0.1, 0.1, 0.1, 0.6, 0.6, 0.6, 1, -1, Double.NaN};
        var lines = new LinesByGroup(LineMethod.OLS, new Grouping.Slices(List.of(0.0, 0.5, 1.0)));
        LineSums[] sums = lines.fold(lines.empty(), 9, new double[][] {x, y, height});
        assertThat(sums[0].fit(LineMethod.OLS, 3).slope()).isCloseTo(1, within(1e-12));
        assertThat(sums[1].fit(LineMethod.OLS, 3).slope()).isCloseTo(-1, within(1e-12));
        assertThat(sums[1].n()).isEqualTo(3);
    }

    @Test
    void polynomialOfTheLongRecipeEqualsNumpy() {
        Assumptions.assumeTrue(
                GoldenTable.has("stats_long.csv"), "golden table stats_long.csv is not beside this checkout");
        var stars = GoldenTable.read("stats_sample.csv");
        double[] r = stars.column("R");
        double[] teff = stars.column("teff");
        double[] feH = stars.column("feh_with_teff_trend");
        int[] near = IntStream.range(0, r.length)
                .filter(i -> r[i] > 8.7 && r[i] < 9.5)
                .toArray();
        Polynomial trend = Polynomial.fit(
                IntStream.of(near).mapToDouble(i -> teff[i]).toArray(),
                IntStream.of(near).mapToDouble(i -> feH[i]).toArray(),
                6);
        var golden = GoldenTable.read("stats_long.csv");
        double[] values = golden.column("value");
        String[] quantities = golden.text("quantity");
        int compared = 0;
        for (int i = 0; i < values.length; i++) {
            if (quantities[i].startsWith("teff_poly6_value_at_")) {
                double at = Double.parseDouble(quantities[i].substring("teff_poly6_value_at_".length()));
                assertThat(trend.at(at)).isCloseTo(values[i], within(1e-9));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(6);
    }

    @Test
    void polynomialsRefuseTooFewOrEqualStars() {
        assertThatThrownBy(() -> Polynomial.fit(new double[3], new double[3], 6))
                .hasMessageContaining("at least 8 stars");
        assertThatThrownBy(() -> Polynomial.fit(new double[9], new double[9], 2))
                .hasMessageContaining("same x");
    }

    private static double answer(String dataset, String quantity) {
        return ANSWERS.rows().stream()
                .filter(r -> r[0].equals(dataset) && r[1].equals("wols") && r[2].equals(quantity))
                .mapToDouble(r -> Double.parseDouble(r[3]))
                .findFirst()
                .orElseThrow();
    }

    /** Folds blocks into two states alternately and merges them, as an engine may. */
    private static LineFit fit(LineMethod method, double[] x, double[] y, double[] sigma, int block) {
        var lines = new LinesByGroup(method, new Grouping.Everyone());
        LineSums[] left = lines.empty();
        LineSums[] right = lines.empty();
        for (int from = 0, k = 0; from < x.length; from += block, k++) {
            int to = Math.min(x.length, from + block);
            double[][] in = {
                java.util.Arrays.copyOfRange(x, from, to),
                java.util.Arrays.copyOfRange(y, from, to),
                java.util.Arrays.copyOfRange(sigma, from, to)
            };
            if (k % 2 == 0) {
                left = lines.fold(left, to - from, in);
            } else {
                right = lines.fold(right, to - from, in);
            }
        }
        return lines.merge(left, right)[0].fit(method, 3);
    }

    @Test
    void numbersBeyondTheRangeOfSquaresAreNoLine() {
        double[] x = {1e300, 2e300, 3e300, -1e300};
        double[] y = {1, 2, 3, 4};
        LineFit fit =
                LineSums.of(4, new int[] {0, 1, 2, 3}, x, y, new double[0]).fit(LineMethod.OLS, 3);
        assertThat(fit.status()).isEqualTo(FitStatus.OVERFLOW);
        assertThat(fit.slope()).isNaN();
    }
}
