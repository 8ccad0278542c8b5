package org.cellarius.galaxy.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellarius.galaxy.posterior.Computation;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines through stars that count differently. */
class WeightedLinesTest {

    private static final double SLOPE = -0.06;
    private static final double SCATTER = 0.12;

    static Stream<LineEstimator> lines() {
        var importance = new Computation.Importance(4000, 1);
        return Stream.of(
                new LeastSquares(LineMethod.OLS, ErrorConvention.SCALED),
                new LeastSquares(LineMethod.WLS, ErrorConvention.LARGER),
                new OrthogonalDistanceRegression(),
                ScatterLine.along(ScatterDirection.VERTICAL),
                ScatterLine.along(ScatterDirection.PERPENDICULAR),
                new StructuralLine(LinePriors.USUAL, importance),
                StudentLine.USUAL,
                new QuantileLine(0.5),
                Chen2025Line.ofPaper(Optional.empty()),
                new BinnedMedianLine(1, 10, BinWeighting.UNWEIGHTED),
                new RunningMedianLine(60, 0.5, Optional.empty()));
    }

    /** Stars of a line with scatter and errors; the survey takes those of high y and small x more often, and every star carries one over its probability. */
    private static LineStars selected(int n, long seed, double byValue) {
        var random = new CounterRandom(seed);
        double[][] c = new double[5][n];
        int found = 0;
        for (int i = 0; found < n; i++) {
            double x = 5 + 8 * random.uniform(i, 0);
            double error = 0.03 + 0.04 * random.uniform(i, 1);
            double intrinsic = SCATTER * random.normal(i, 0);
            double y = 0.3 + SLOPE * (x - 8) + intrinsic + error * random.normal(i, 1);
            double p =
                    (0.1 + 0.8 / (1 + Math.exp(-byValue * intrinsic / SCATTER))) * (x < 9 ? 1 : 0.25 + 0.1 * (x - 9));
            if (random.uniform(i, 5) < p) {
                c[0][found] = x;
                c[1][found] = y;
                c[2][found] = 0.1;
                c[3][found] = error;
                c[4][found++] = 1 / p;
            }
        }
        return LineStars.of(c[0], c[1], c[3]).withXErrors(c[2]).withWeights(c[4]);
    }

    private static LineStars without(LineStars s) {
        return s.withWeights(new double[0]);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void equalWeightsChangeNothing(LineEstimator line) {
        LineStars stars = without(selected(400, 11, 1));
        double[] equal = new double[400];
        Arrays.fill(equal, 3.7);
        FittedLine plain = line.fit(stars);
        FittedLine weighted = line.fit(stars.withWeights(equal));
        assertThat(weighted.status()).isEqualTo(FitStatus.OK);
        assertThat(weighted.estimates()).isEqualTo(plain.estimates());
        assertThat(Double.compare(weighted.lnEvidence(), plain.lnEvidence())).isZero();
    }

    /** Nearly equal weights change next to nothing: the weighted road goes to the same line, and to nearly the same error. */
    @ParameterizedTest
    @MethodSource("lines")
    void nearlyEqualWeightsChangeNextToNothing(LineEstimator line) {
        LineStars stars = without(selected(800, 12, 1));
        double[] nearly = new double[800];
        Arrays.setAll(nearly, i -> 1 + 1e-9 * (i % 3));
        Estimate plain = line.fit(stars).estimate("slope").orElseThrow();
        Estimate weighted =
                line.fit(stars.withWeights(nearly)).estimate("slope").orElseThrow();
        assertThat(weighted.value()).isEqualTo(plain.value(), within(0.02 * plain.sd()));
        // Where errors weigh and stars scatter more than these say, only the quantiles of the plain line know it, as
        // the sandwich does.
        double honest = plain.percentiles().map(p -> 0.5 * (p.p84() - p.p16())).orElse(plain.sd());
        assertThat(weighted.sd()).isEqualTo(honest, within(0.12 * honest));
    }

    /** A survey that takes stars by their metallicity: the slope without weights is off, with them it is right as often as its error says. */
    @ParameterizedTest
    @MethodSource("lines")
    void aSelectionByTheValueIsUndone(LineEstimator line) {
        // Sampled posteriors and lattices over three parameters cost more.
        int samples = line instanceof StructuralLine
                ? 10
                : line instanceof Chen2025Line || line instanceof StudentLine ? 50 : 200;
        int held = 0;
        double level = 0;
        double levelWithout = 0;
        for (int s = 0; s < samples; s++) {
            LineStars stars = selected(500, 900 + s, 1.5);
            FittedLine fit = line.fit(stars);
            assertThat(fit.status()).isEqualTo(FitStatus.OK);
            Estimate slope = fit.estimate("slope").orElseThrow();
            held += Math.abs(slope.value() - SLOPE) < slope.sd() ? 1 : 0;
            level += at8(fit) / samples;
            levelWithout += at8(line.fit(without(stars))) / samples;
        }
        // The mean metallicity at 8 kpc is 0.3 dex; without weights it is 0.05 dex too high.
        assertThat(levelWithout - 0.3).isGreaterThan(0.03);
        assertThat(level).isEqualTo(0.3, within(0.006));
        // Half a run of 68 per cent is 2 sd = 6.6 in a hundred of 200, 13 of 50, 30 of 10.
        double sd = 100 * Math.sqrt(0.68 * 0.32 / samples);
        // The kernel of a quantile's error is wide for few stars: 1.26 times too wide for the 280 that these tell as
        // much as.
        double expected = line instanceof QuantileLine ? 79 : 68;
        assertThat(100.0 * held / samples).isBetween(expected - 2.5 * sd, expected + 2.5 * sd);
    }

    private static double at8(FittedLine fit) {
        return fit.estimate("intercept").orElseThrow().value()
                + 8 * fit.estimate("slope").orElseThrow().value();
    }

    /** The scatter comes out right where weights go with the residuals. */
    @Test
    void theScatterIsThatOfTheStarsAndNotOfTheSample() {
        double with = 0;
        double without = 0;
        for (int s = 0; s < 20; s++) {
            LineStars stars = selected(2000, 4000 + s, 4);
            var line = ScatterLine.along(ScatterDirection.VERTICAL);
            with += line.fit(stars).estimate("scatter").orElseThrow().value() / 20;
            without +=
                    line.fit(without(stars)).estimate("scatter").orElseThrow().value() / 20;
        }
        assertThat(without).isLessThan(SCATTER - 0.01);
        assertThat(with).isEqualTo(SCATTER, within(0.004));
    }

    @Test
    void starsOfNoUsableWeightAreLeftOutAndCounted() {
        LineStars stars = selected(100, 1, 1);
        double[] weights = stars.weight().clone();
        weights[3] = Double.NaN;
        weights[4] = 0;
        weights[5] = -1;
        FittedLine fit = new LeastSquares(LineMethod.OLS, ErrorConvention.SCALED).fit(stars.withWeights(weights));
        assertThat(fit.n()).isEqualTo(97);
        assertThat(fit.warnings()).anyMatch(w -> w.startsWith("3 of 100 rows have a weight that is missing, zero or"));
        assertThat(fit.measures()).containsKey(FittedLine.EFFECTIVE);
    }

    /** Leaving out each star in turn knows the weights, by closed form as by refits in groups. */
    @Test
    void jackknivesKnowTheWeights() {
        LineStars stars = selected(600, 31, 1);
        for (LineEstimator line : List.of(
                new LeastSquares(LineMethod.OLS, ErrorConvention.SCALED),
                new LeastSquares(LineMethod.WLS, ErrorConvention.SCALED))) {
            double sandwich = line.fit(stars).estimate("slope").orElseThrow().sd();
            FittedLine each = new ResampledLine(line, new Resampling.JackknifeOfStars()).fit(stars);
            assertThat(each.estimate("slope").orElseThrow().sd()).isEqualTo(sandwich, within(0.05 * sandwich));
            assertThat(Math.abs(each.measures().getOrDefault("slope_bias_estimate", 1.0)))
                    .isLessThan(0.1 * sandwich);
        }
    }

    @Test
    void oneStarWithAllTheWeightHasNoLine() {
        LineStars stars = without(selected(11, 1, 1));
        double[] weights = new double[11];
        Arrays.setAll(weights, i -> Math.pow(10, i - 5));
        FittedLine fit = new LeastSquares(LineMethod.OLS, ErrorConvention.SCALED).fit(stars.withWeights(weights));
        assertThat(fit.status()).isEqualTo(FitStatus.TOO_FEW_STARS);
    }

    @Test
    void theWeightedLineIsThatOfRepeatedStars() {
        double[] x = {1, 2, 3, 4, 5, 6};
        double[] y = {0.2, 0.1, 0.15, -0.1, 0.0, -0.2};
        double[] w = {1, 2, 3, 1, 2, 3};
        int[] rows = {0, 1, 1, 2, 2, 2, 3, 4, 4, 5, 5, 5};
        var ols = new LeastSquares(LineMethod.OLS, ErrorConvention.SCALED);
        FittedLine weighted = ols.fit(LineStars.of(x, y).withWeights(w));
        FittedLine repeated = ols.fit(LineStars.of(x, y).rows(rows));
        for (String name : List.of("slope", "intercept")) {
            assertThat(weighted.estimate(name).orElseThrow().value())
                    .isEqualTo(repeated.estimate(name).orElseThrow().value(), within(1e-13));
        }
    }
}
