package org.cellarius.galaxy.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.assertj.core.data.Percentage;
import org.cellarius.galaxy.column.Tasks;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.api.Test;

/** Errors by resampling against closed forms, and against how far lines through fresh mock stars lie apart. */
class ResampledLineTest {

    private static final LeastSquares OLS = new LeastSquares(LineMethod.OLS, ErrorConvention.SCALED);
    private static final LeastSquares WLS = new LeastSquares(LineMethod.WLS, ErrorConvention.ABSOLUTE);

    @Test
    void theBootstrapGivesTheSandwichWhereTheScatterGrowsAlongX() {
        LineStars stars = QuantileLineTest.mock(5, 3000);
        FittedLine line = new ResampledLine(OLS, new Resampling.Bootstrap(3000, 1)).fit(stars);
        double[][] sandwich = sandwich(stars, false);
        FittedLine plain = OLS.fit(stars);
        assertThat(line.estimates().get(0).value())
                .isEqualTo(plain.estimates().get(0).value());
        for (int k = 0; k < 2; k++) {
            // 1/sqrt(2 B) is 1.3 per cent; four of them.
            assertThat(line.estimates().get(k).sd())
                    .isCloseTo(Math.sqrt(sandwich[k][k]), Percentage.withPercentage(5.2));
            var q = line.estimates().get(k).percentiles().orElseThrow();
            assertThat(0.5 * (q.p84() - q.p16()) / line.estimates().get(k).sd()).isCloseTo(0.9945, within(0.07));
        }
        assertThat(line.covariance()[0][1] / sandwich[0][1]).isCloseTo(1, within(0.08));
        assertThat(plain.estimates().get(1).sd())
                .isGreaterThan(1.2 * line.estimates().get(1).sd());
        assertThat(line.measures()).containsEntry("replicates", 3000.0).containsEntry("replicates_failed", 0.0);
        assertThat(line.measures().get("slope_sd_of_method"))
                .isEqualTo(plain.estimates().get(0).sd());
        assertThat(Math.abs(line.measures().getOrDefault("slope_bias_estimate", Double.NaN)))
                .isLessThan(4 * line.estimates().get(0).sd() / Math.sqrt(3000));
    }

    @Test
    void theBootstrapGivesTheClosedFormWhereItHolds() {
        LineStars stars = even(7, 2000);
        FittedLine line = new ResampledLine(OLS, new Resampling.Bootstrap(3000, 2)).fit(stars);
        for (int k = 0; k < 2; k++) {
            assertThat(line.estimates().get(k).sd())
                    .isCloseTo(OLS.fit(stars).estimates().get(k).sd(), Percentage.withPercentage(7));
        }
    }

    @Test
    void theJackknifeOfADifferenceOfMeansIsExact() {
        // x is -1 or 1: the slope is half the difference of two means, whose jackknife variance is known.
        double[] x = {-1, -1, -1, -1, 1, 1, 1, 1};
        double[] y = {1, 2, 4, 7, 3, 5, 6, 14};
        double squares = 0;
        double[] means = {3.5, 7};
        for (int i = 0; i < 8; i++) {
            double d = y[i] - means[i / 4];
            squares += d * d;
        }
        FittedLine line = new ResampledLine(OLS, new Resampling.JackknifeOfStars()).fit(LineStars.of(x, y));
        // (n - 1)/n times the sum of (d/(m - 1)/2)^2, m = 4 stars at each x.
        assertThat(line.estimates().get(0).sd()).isCloseTo(Math.sqrt(7 / 8.0 * squares / 36), within(1e-14));
        assertThat(line.measures().getOrDefault("slope_bias_estimate", Double.NaN))
                .isCloseTo(0, within(1e-13));
        assertThat(line.measures()).containsEntry("replicates", 8.0);
    }

    @Test
    void leavingOutByTakingAwayEqualsFittingAnew() {
        LineStars stars = LineClosureTest.mock(3, 300, 0.1);
        for (LeastSquares line : List.of(OLS, WLS)) {
            double[][] taken = LeaveOneOut.lines(line, stars);
            double[][] anew = Replicates.withoutEachStar(line, stars, Tasks.IN_TURN);
            for (int i = 0; i < taken.length; i++) {
                assertThat(taken[i][0]).isCloseTo(anew[i][0], within(1e-14));
                assertThat(taken[i][1]).isCloseTo(anew[i][1], within(1e-13));
            }
        }
    }

    @Test
    void theJackknifeOfStarsIsTheSandwichWithLeverages() {
        LineStars stars = QuantileLineTest.mock(6, 400);
        FittedLine line = new ResampledLine(OLS, new Resampling.JackknifeOfStars()).fit(stars);
        double[][] hc3 = sandwich(stars, true);
        for (int k = 0; k < 2; k++) {
            assertThat(line.estimates().get(k).sd())
                    .isCloseTo(Math.sqrt(hc3[k][k] * 399 / 400), Percentage.withPercentage(0.05));
        }
    }

    @Test
    void aJackknifeOfGroupsComesNear() {
        LineStars stars = QuantileLineTest.mock(8, 5000);
        double expected = Math.sqrt(sandwich(stars, false)[0][0]);
        FittedLine line = new ResampledLine(OLS, new Resampling.JackknifeOfGroups(200, 3)).fit(stars);
        // 1/sqrt(2 G) is 5 per cent; three of them.
        assertThat(line.estimates().get(0).sd()).isCloseTo(expected, Percentage.withPercentage(15));
        assertThat(line.measures()).containsEntry("replicates", 200.0);
        assertThat(new ResampledLine(OLS, new Resampling.JackknifeOfGroups(2600, 3))
                        .fit(stars)
                        .reason())
                .contains("5000 stars do not make 2600 groups");
    }

    @Test
    void errorsOfMediansAreHowFarTheyLieApart() {
        int samples = 60;
        for (LineEstimator line : List.of(
                new QuantileLine(0.5),
                new BinnedMedianLine(1, 10, BinWeighting.BY_ERROR),
                new RunningMedianLine(40, 0.5, java.util.Optional.empty()))) {
            var slopes = new ArrayList<Double>();
            double stated = 0;
            for (int seed = 0; seed < samples; seed++) {
                FittedLine fit = new ResampledLine(line, new Resampling.Bootstrap(80, seed))
                        .fit(QuantileLineTest.mock(2000 + seed, 300));
                slopes.add(fit.estimates().getFirst().value());
                stated += fit.estimates().getFirst().sd() / samples;
            }
            double mean =
                    slopes.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
            double scatter = Math.sqrt(
                    slopes.stream().mapToDouble(s -> (s - mean) * (s - mean)).sum() / (samples - 1));
            System.out.printf("%s: stated %.5f, scatter %.5f%n", line.word(), stated, scatter);
            // The scatter of 60 slopes is known to 9 per cent.
            assertThat(stated / scatter).as(line.word()).isBetween(0.75, 1.35);
            assertThat(mean).isCloseTo(-0.07, within(4 * scatter / Math.sqrt(samples)));
        }
    }

    @Test
    void oneThreadAndManyGiveTheSameBytes() throws Exception {
        LineStars stars = LineClosureTest.mock(12, 150, 0.05);
        for (LineEstimator line :
                List.of(new QuantileLine(0.3), ScatterLine.along(ScatterDirection.VERTICAL), new TheilSen(), WLS)) {
            for (Resampling resampling :
                    List.of(new Resampling.Bootstrap(60, 4), new Resampling.JackknifeOfGroups(20, 4))) {
                var resampled = new ResampledLine(line, resampling);
                assertThat(on(1, resampled, stars)).isEqualTo(on(4, resampled, stars));
            }
        }
    }

    private static String on(int threads, LineEstimator line, LineStars stars) throws Exception {
        try (var pool = new ForkJoinPool(threads)) {
            FittedLine fit = pool.submit(() -> line.fit(stars)).get();
            assertThat(fit.status()).as(fit.reason()).isEqualTo(FitStatus.OK);
            return fit.estimates() + Arrays.deepToString(fit.covariance()) + fit.measures();
        }
    }

    @Test
    void whatCannotBeResampledIsAStatusAndASentence() {
        LineStars three = LineStars.of(new double[] {1, 2, 3}, new double[] {1, 2, 4});
        FittedLine few = new ResampledLine(OLS, new Resampling.Bootstrap(200, 1)).fit(three);
        assertThat(few.status()).isEqualTo(FitStatus.RESAMPLING_FAILED);
        assertThat(few.reason()).contains("of 200 replicates have no line");
        assertThat(few.estimates()).isEmpty();
        assertThat(new ResampledLine(OLS, new Resampling.JackknifeOfStars())
                        .fit(three)
                        .status())
                .isEqualTo(FitStatus.RESAMPLING_FAILED);
        LineStars many = QuantileLineTest.mock(1, 20_001);
        assertThat(new ResampledLine(new QuantileLine(0.5), new Resampling.JackknifeOfStars())
                        .fit(many)
                        .reason())
                .contains("leaving out each of 20001 stars");
        assertThat(new ResampledLine(OLS, new Resampling.JackknifeOfStars())
                        .fit(many)
                        .status())
                .isEqualTo(FitStatus.OK);
        FittedLine none = new ResampledLine(OLS, new Resampling.Bootstrap(50, 1))
                .fit(LineStars.of(new double[] {2, 2, 2, 2}, new double[] {1, 2, 3, 4}));
        assertThat(none.status()).isEqualTo(FitStatus.ALL_X_EQUAL);
        assertThat(new ResampledLine(new QuantileLine(0.5), new Resampling.JackknifeOfStars())
                        .fit(QuantileLineTest.mock(1, 50))
                        .warnings())
                .anyMatch(w -> w.contains("does not give the error of a median"));
        FittedLine percentiles =
                new ResampledLine(new TheilSen(), new Resampling.Bootstrap(100, 1)).fit(QuantileLineTest.mock(1, 20));
        assertThat(percentiles.warnings()).anyMatch(w -> w.contains("20 stars are few for the percentiles"));
        assertThat(percentiles.computation()).contains("expanded percentiles");
        FittedLine studentized =
                new ResampledLine(OLS, new Resampling.Bootstrap(100, 1)).fit(QuantileLineTest.mock(1, 20));
        assertThat(studentized.warnings()).noneMatch(w -> w.contains("few"));
        assertThat(studentized.computation()).contains("studentized");
        assertThatThrownBy(() -> new Resampling.Bootstrap(3, 1)).hasMessageContaining("3 replicates");
        assertThatThrownBy(() -> new ResampledLine(
                        new ResampledLine(OLS, new Resampling.Bootstrap(50, 1)), new Resampling.JackknifeOfStars()))
                .hasMessageContaining("not resampled again");
    }

    /** (X'X)^-1 X' diag(e^2) X (X'X)^-1, residuals over 1 - leverage where asked for (White 1980; MacKinnon and White 1985). */
    private static double[][] sandwich(LineStars stars, boolean leverages) {
        LineFit fit = LineSums.of(
                        stars.count(),
                        java.util.stream.IntStream.range(0, stars.count()).toArray(),
                        stars.x(),
                        stars.y(),
                        new double[0])
                .fit(LineMethod.OLS, 3);
        double sxx = 0;
        for (double x : stars.x()) {
            sxx += (x - fit.meanX()) * (x - fit.meanX());
        }
        double[][] c = new double[2][2];
        for (int i = 0; i < stars.count(); i++) {
            double dx = stars.x()[i] - fit.meanX();
            double e = stars.y()[i] - fit.at(stars.x()[i]);
            e = leverages ? e / (1 - 1.0 / stars.count() - dx * dx / sxx) : e;
            double slope = e * dx / sxx;
            double intercept = e / stars.count() - fit.meanX() * slope;
            c[0][0] += slope * slope;
            c[0][1] += slope * intercept;
            c[1][1] += intercept * intercept;
        }
        c[1][0] = c[0][1];
        return c;
    }

    private static LineStars even(long seed, int n) {
        var random = new CounterRandom(seed).forPurpose("even");
        double[] x = new double[n];
        double[] y = new double[n];
        Arrays.setAll(x, i -> 4 + 12 * random.uniform(i, 0));
        Arrays.setAll(y, i -> 0.5 - 0.07 * x[i] + 0.1 * random.normal(i, 1));
        return LineStars.of(x, y);
    }
}
