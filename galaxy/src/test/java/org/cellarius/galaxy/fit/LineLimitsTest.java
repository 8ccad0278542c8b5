package org.cellarius.galaxy.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.galaxy.kernel.StandardNormal;
import org.cellarius.galaxy.posterior.Computation;
import org.cellarius.galaxy.posterior.Prior;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where one method must become another, and what happens to stars that are no good. */
class LineLimitsTest {

    private static final Computation IMPORTANCE = new Computation.Importance(4000, 1);

    @Test
    void withoutErrorsOfXOrthogonalDistanceRegressionIsTheWeightedLine() {
        LineStars all = LineClosureTest.mock(1, 300, 0);
        LineStars stars = LineStars.of(all.x(), all.y(), all.yError());
        FittedLine odr = new OrthogonalDistanceRegression().fit(stars);
        FittedLine wls = new LeastSquares(LineMethod.WLS, ErrorConvention.SCALED).fit(stars);
        for (int k = 0; k < 2; k++) {
            assertThat(odr.estimates().get(k).value())
                    .isCloseTo(wls.estimates().get(k).value(), within(1e-12));
            assertThat(odr.estimates().get(k).sd() / wls.estimates().get(k).sd())
                    .isCloseTo(1, within(1e-11));
        }
        assertThat(odr.covariance()[0][1] / wls.covariance()[0][1]).isCloseTo(1, within(1e-10));
    }

    @Test
    void withHardlyAnyScatterAllowedTheScatterLineIsTheWeightedLine() {
        LineStars all = LineClosureTest.mock(2, 300, 0);
        LineStars stars = LineStars.of(all.x(), all.y(), all.yError());
        var priors = new LinePriors(new Prior.Uniform(-2, 2), new Prior.Uniform(-2, 2), new Prior.Uniform(0, 1e-6));
        FittedLine line =
                new ScatterLine(ScatterDirection.PERPENDICULAR, priors, new Computation.Quadrature()).fit(stars);
        FittedLine wls = new LeastSquares(LineMethod.WLS, ErrorConvention.ABSOLUTE).fit(stars);
        for (int k = 0; k < 2; k++) {
            double sd = wls.estimates().get(k).sd();
            assertThat(line.estimates().get(k).value())
                    .isCloseTo(wls.estimates().get(k).value(), within(1e-3 * sd));
            assertThat(line.estimates().get(k).sd()).isCloseTo(sd, within(1e-3 * sd));
        }
    }

    @Test
    void manyDegreesOfFreedomMakeStudentGaussian() {
        LineStars stars = LineClosureTest.mock(3, 400, 0);
        FittedLine student = new StudentLine(1000, LinePriors.USUAL, new Computation.Quadrature()).fit(stars);
        FittedLine gaussian = ScatterLine.along(ScatterDirection.VERTICAL).fit(stars);
        for (int k = 0; k < 3; k++) {
            double sd = gaussian.estimates().get(k).sd();
            assertThat(student.estimates().get(k).value())
                    .isCloseTo(gaussian.estimates().get(k).value(), within(0.05 * sd));
            assertThat(student.estimates().get(k).sd()).isCloseTo(sd, within(0.02 * sd));
        }
        assertThat(student.lnEvidence()).isCloseTo(gaussian.lnEvidence(), within(0.3));
    }

    @Test
    void farLimitsMakeChensLineTheScatterLine() {
        LineStars stars = LineClosureTest.mock(4, 200, 0).withCovariances(new double[0]);
        var chen = new Chen2025Line(
                Optional.empty(),
                new Span(0, 13),
                new Span(-500, 500),
                new Span(-5000, 5000),
                LinePriors.CHEN_2025,
                new Computation.Quadrature());
        var scatter = new ScatterLine(ScatterDirection.VERTICAL, LinePriors.CHEN_2025, new Computation.Quadrature());
        FittedLine a = chen.fit(stars);
        FittedLine b = scatter.fit(stars);
        for (int k = 0; k < 3; k++) {
            double sd = b.estimates().get(k).sd();
            assertThat(a.estimates().get(k).value())
                    .isCloseTo(b.estimates().get(k).value(), within(1e-3 * sd));
            assertThat(a.estimates().get(k).sd()).isCloseTo(sd, within(1e-3 * sd));
            var qa = a.estimates().get(k).percentiles().orElseThrow().values();
            var qb = b.estimates().get(k).percentiles().orElseThrow().values();
            for (int l = 0; l < 5; l++) {
                assertThat(qa.get(l)).isCloseTo(qb.get(l), within(4e-3 * sd));
            }
        }
        assertThat(a.lnEvidence()).isCloseTo(b.lnEvidence(), within(1e-3));
    }

    @Test
    void theLatentRadiusIsIntegratedExactly() {
        // Stars at the limits of radius and metallicity, with large and small errors, against Simpson's rule in R.
        double[] x = {9, 0.3, 19.8, 9, 5, 12};
        double[] y = {0.1, 0.45, -0.95, -0.2, 0.49, -0.9};
        double[] xError = {0.3, 0.5, 0.7, 4, 2, 0.01};
        double[] yError = {0.05, 0.1, 0.2, 0.01, 0.02, 0.1};
        double[] weights = {1, 0.2, 0.5, 0.9, 0.05, 1};
        for (double slope : new double[] {-0.07, 0, 0.3, -1.5}) {
            for (int i = 0; i < x.length; i++) {
                LineStars one = LineStars.of(
                                new double[] {x[i], x[i], x[i]},
                                new double[] {y[i], y[i], y[i]},
                                new double[] {yError[i], yError[i], yError[i]})
                        .withXErrors(new double[] {xError[i], xError[i], xError[i]});
                double w = weights[i];
                var likelihood = new Chen2025Likelihood(
                        UsableStars.of(one, UsableStars.Needs.ERRORS_AND_COVARIANCES),
                        new double[] {w, w, w},
                        new Span(-1, 0.5),
                        new Span(0, 20));
                double height = y[i] + 0.15;
                double found = likelihood.ln(slope, height, 0.13) / 3;
                double expected = simpson(x[i], y[i], xError[i], Math.hypot(0.13, yError[i]) / w, slope, height);
                assertThat(found).as("star " + i + " slope " + slope).isCloseTo(expected, within(1e-5));
            }
        }
    }

    private static double simpson(double x, double y, double xError, double width, double slope, double height) {
        double low = Math.max(0, x - 12 * xError);
        double high = Math.min(20, x + 12 * xError);
        int n = 20_000;
        double sum = 0;
        for (int k = 0; k <= n; k++) {
            double r = low + (high - low) * k / n;
            double line = height + slope * (r - x);
            double ln = -0.5 * Math.pow((r - x) / xError, 2)
                    - 0.5 * Math.pow((y - line) / width, 2)
                    - StandardNormal.lnBetween((-1 - line) / width, (0.5 - line) / width);
            sum += (k == 0 || k == n ? 1 : k % 2 == 1 ? 4 : 2) * Math.exp(ln);
        }
        return Math.log(sum * (high - low) / n / 3)
                - 2 * StandardNormal.LN_ROOT_TWO_PI
                - Math.log(xError * width)
                - StandardNormal.lnBetween(-x / xError, (20 - x) / xError);
    }

    @Test
    void theMedianOfSlopesIsTheMedianOfAllPairs() {
        var random = new CounterRandom(4);
        for (int n : new int[] {4, 5, 31, 200}) {
            double[] x = IntStream.range(0, n)
                    .mapToDouble(i -> Math.rint(20 * random.uniform(i, 0)) / 4)
                    .toArray();
            double[] y = IntStream.range(0, n)
                    .mapToDouble(i -> 0.3 * x[i] + random.normal(i, 1))
                    .toArray();
            double[] slopes = IntStream.range(0, n)
                    .boxed()
                    .flatMap(i -> IntStream.range(0, i)
                            .filter(j -> x[i] != x[j])
                            .mapToObj(j -> (y[i] - y[j]) / (x[i] - x[j])))
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            PairSlopes pairs = PairSlopes.of(x, y);
            assertThat(pairs.count()).isEqualTo(slopes.length);
            int half = slopes.length / 2;
            double median = slopes.length % 2 == 1 ? slopes[half] : 0.5 * (slopes[half - 1] + slopes[half]);
            assertThat(pairs.median()).isCloseTo(median, within(1e-12 * Math.max(1, Math.abs(median))));
            assertThat(pairs.smallest(0)).isCloseTo(slopes[0], within(1e-10 * Math.abs(slopes[0])));
        }
    }

    static List<LineEstimator> everyMethod() {
        return List.of(
                new LeastSquares(LineMethod.OLS, ErrorConvention.SCALED),
                new LeastSquares(LineMethod.WLS, ErrorConvention.ABSOLUTE),
                new OrthogonalDistanceRegression(),
                new TheilSen(),
                ScatterLine.along(ScatterDirection.VERTICAL),
                new StructuralLine(LinePriors.HAWKINS_2023, IMPORTANCE),
                ScatterLine.along(ScatterDirection.PERPENDICULAR),
                ScatterLine.along(ScatterDirection.PERPENDICULAR_HOGG_2010_PRINTED),
                Chen2025Line.ofPaper(Optional.of(new Span(2, 5))),
                StudentLine.USUAL,
                OutlierMixtureLine.usual(IMPORTANCE),
                BrokenLine.usual(IMPORTANCE),
                new AgeMixtureLine(List.of(2.0, 5.0), 0, LinePriors.HAWKINS_2023, IMPORTANCE));
    }

    @ParameterizedTest
    @MethodSource("everyMethod")
    void badStarsAreAStatusAndASentence(LineEstimator method) {
        double[] none = {};
        double[] ages = {3, 3, 3, 3, 3, 3, 3, 3};
        double[] ones = {1, 1, 1, 1, 1, 1, 1, 1};
        double[] x = {1, 2, 3, 4, 5, 6, 7, 8};
        double[] y = {0.1, 0.2, 0.1, 0.4, 0.3, 0.2, 0.5, 0.4};
        assertNothing(method, new LineStars(none, none, none, none, none, none, none), FitStatus.TOO_FEW_STARS);
        assertNothing(
                method,
                new LineStars(
                        new double[] {1, 2},
                        new double[] {1, 2},
                        none,
                        new double[] {1, 1},
                        none,
                        new double[] {3, 3},
                        new double[] {1, 1}),
                FitStatus.TOO_FEW_STARS);
        assertNothing(method, new LineStars(ones, y, none, ones, none, ages, ones), FitStatus.ALL_X_EQUAL);
        boolean knowsErrors = !method.word().equals("ols") && !method.word().equals("theil-sen");
        if (knowsErrors) {
            double[] nan = new double[8];
            Arrays.fill(nan, Double.NaN);
            assertNothing(
                    method, new LineStars(x, y, none, new double[8], none, ages, ones), FitStatus.UNUSABLE_ERRORS);
            assertNothing(method, new LineStars(x, y, none, nan, none, ages, ones), FitStatus.UNUSABLE_ERRORS);
        }
        if (knowsErrors && !method.word().equals("wls")) {
            double[] beyond = {1.1, 1, -1, -1.5, 2, 3, 1e9, Double.NaN};
            FittedLine fit = method.fit(new LineStars(x, y, ones, ones, beyond, ages, ones));
            assertThat(fit.status()).isEqualTo(FitStatus.UNUSABLE_ERRORS);
            assertThat(fit.warnings().toString()).contains("8 of 8 rows have a covariance that is missing, singular");
        }
    }

    private static void assertNothing(LineEstimator method, LineStars stars, FitStatus status) {
        FittedLine fit = method.fit(stars);
        assertThat(fit.status()).as(method.word()).isEqualTo(status);
        assertThat(fit.estimates()).isEmpty();
        assertThat(fit.reason()).startsWith(status.meaning());
    }

    @Test
    void starsOnALineGiveThatLine() {
        double[] x = IntStream.range(0, 30).mapToDouble(i -> 5 + 0.3 * i).toArray();
        double[] y = Arrays.stream(x).map(v -> 0.3 - 0.05 * v).toArray();
        double[] e = new double[30];
        for (double error : new double[] {0.02, 1e-9}) {
            Arrays.fill(e, error);
            LineStars stars = LineStars.of(x, y, e).withXErrors(e);
            for (LineEstimator method : List.of(
                    new OrthogonalDistanceRegression(),
                    new TheilSen(),
                    ScatterLine.along(ScatterDirection.PERPENDICULAR),
                    StudentLine.USUAL,
                    Chen2025Line.ofPaper(Optional.empty()))) {
                FittedLine fit = method.fit(stars);
                assertThat(fit.status()).as(method.word() + " " + error).isEqualTo(FitStatus.OK);
                assertThat(fit.estimates().getFirst().value()).isCloseTo(-0.05, within(1e-12 + 0.005 * error));
            }
        }
        double[] far = Arrays.stream(y).map(v -> v + 3).toArray();
        FittedLine outside = Chen2025Line.ofPaper(Optional.empty()).fit(LineStars.of(x, far, e));
        assertThat(outside.status()).isEqualTo(FitStatus.TOO_FEW_STARS);
        assertThat(outside.warnings().toString()).contains("30 stars have y outside -1.0 to 0.5");
    }

    @Test
    void allWeightOnOneStarIsNoLine() {
        double[] x = {1, 2, 3, 4, 5};
        double[] y = {1, 3, 2, 5, 4};
        double[] errors = {1, 1, 1e-5, 1, 1};
        LineStars stars = LineStars.of(x, y, errors);
        assertThat(new LeastSquares(LineMethod.WLS, ErrorConvention.ABSOLUTE)
                        .fit(stars)
                        .status())
                .isEqualTo(FitStatus.ONE_STAR_HAS_ALL_WEIGHT);
        assertThat(new OrthogonalDistanceRegression().fit(stars).status()).isEqualTo(FitStatus.ONE_STAR_HAS_ALL_WEIGHT);
    }

    @Test
    void anAgeBinWithoutStarsIsAStatus() {
        LineStars stars = LineClosureTest.mock(1, 30, 0);
        double[] ages = new double[30];
        Arrays.fill(ages, 6);
        double[] errors = new double[30];
        Arrays.fill(errors, 0.1);
        LineStars aged = stars.withAges(ages, errors);
        assertThat(Chen2025Line.ofPaper(Optional.of(new Span(1, 2))).fit(aged).status())
                .isEqualTo(FitStatus.NO_STARS_IN_AGE_BIN);
        assertThat(new AgeMixtureLine(List.of(1.0, 2.0), 0, LinePriors.HAWKINS_2023, IMPORTANCE)
                        .fit(aged)
                        .status())
                .isEqualTo(FitStatus.NO_STARS_IN_AGE_BIN);
        assertThat(Chen2025Line.ofPaper(Optional.of(new Span(1, 2))).fit(stars).status())
                .isEqualTo(FitStatus.NO_STARS_IN_AGE_BIN);
    }

    @Test
    void aPosteriorOnTheEdgeOfItsPriorIsPointedOut() {
        double[] x = {1, 2, 3, 4, 5, 6};
        double[] y = {10.1, 9.8, 10.2, 9.9, 10.1, 10};
        double[] e = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
        FittedLine fit = ScatterLine.along(ScatterDirection.VERTICAL).fit(LineStars.of(x, y, e));
        assertThat(fit.warnings().toString() + fit.status())
                .containsAnyOf("leans on the edge of its prior", "NO_MAXIMUM", "NOT_CONVERGED");
    }

    @Test
    void priorsThatAreNoneAreRefused() {
        var wide = new Prior.Uniform(-2, 2);
        assertThatThrownBy(() -> new LinePriors(wide, wide, wide)).hasMessageContaining("must not reach below zero");
        assertThatThrownBy(() -> new LinePriors(wide, new Prior.HalfNormal(1), new Prior.HalfCauchy(1)))
                .hasMessageContaining("intercept");
        assertThatThrownBy(() -> new Prior.Uniform(1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Prior.Normal(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BrokenLine.usual(new Computation.Quadrature()))
                .hasMessageContaining("three parameters");
    }
}
