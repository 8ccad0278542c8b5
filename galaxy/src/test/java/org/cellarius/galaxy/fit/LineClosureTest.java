package org.cellarius.galaxy.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.posterior.Computation;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.api.Test;

/** Mock stars of known truth: what comes back, and how often it lies inside the intervals. */
class LineClosureTest {

    private static final double SLOPE = -0.07;
    private static final double INTERCEPT = 0.55;
    private static final double SCATTER = 0.12;

    @Test
    void intervalsOfTheLineWithScatterCoverTheTruthWhereXIsNearlyExact() {
        int samples = 300;
        int[] inside = new int[3];
        double[] offsets = new double[3];
        double[] truth = {SLOPE, INTERCEPT, SCATTER};
        for (int seed = 0; seed < samples; seed++) {
            FittedLine fit = ScatterLine.along(ScatterDirection.VERTICAL).fit(mock(seed, 150, 0, 0.15));
            for (int k = 0; k < 3; k++) {
                Estimate e = fit.estimates().get(k);
                var q = e.percentiles().orElseThrow();
                inside[k] += q.p16() < truth[k] && truth[k] < q.p84() ? 1 : 0;
                offsets[k] += (e.value() - truth[k]) / e.sd() / samples;
            }
        }
        for (int k = 0; k < 3; k++) {
            // Binomial error of 68 per cent of 300: 2.7 per cent; three of them.
            assertThat((double) inside[k] / samples).as("parameter " + k).isCloseTo(0.68, within(0.081));
            assertThat(offsets[k]).as("parameter " + k).isCloseTo(0, within(0.25));
        }
    }

    @Test
    void errorsOfXFlattenEverySlopeButThatOfTheStructuralLine() {
        LineStars stars = mock(5, 3000, 0, 2);
        double wls = slope(new LeastSquares(LineMethod.WLS, ErrorConvention.ABSOLUTE).fit(stars))
                .value();
        Estimate flat = slope(ScatterLine.along(ScatterDirection.VERTICAL).fit(stars));
        FittedLine structural =
                new StructuralLine(LinePriors.HAWKINS_2023, new Computation.Importance(8000, 2)).fit(stars);
        assertThat(wls).isGreaterThan(SLOPE + 5 * flat.sd());
        assertThat(flat.value()).isGreaterThan(SLOPE + 5 * flat.sd());
        assertThat(structural.status()).isEqualTo(FitStatus.OK);
        assertThat(slope(structural).value())
                .isCloseTo(SLOPE, within(3 * slope(structural).sd()));
        assertNear(structural, "scatter", SCATTER);
    }

    @Test
    void outliersBendTheGaussianLineAndNeitherTheStudentNorTheMixtureNorTheMedianOfSlopes() {
        LineStars stars = mock(9, 700, 0.08);
        var importance = new Computation.Importance(12_000, 7);
        Estimate gaussian = slope(ScatterLine.along(ScatterDirection.VERTICAL).fit(stars));
        Estimate student = slope(StudentLine.USUAL.fit(stars));
        FittedLine mixture = OutlierMixtureLine.usual(importance).fit(stars);
        assertThat(Math.abs(gaussian.value() - SLOPE) / gaussian.sd()).isGreaterThan(3);
        assertThat(student.value()).isCloseTo(SLOPE, within(4 * student.sd()));
        assertThat(mixture.status()).as(mixture.reason()).isEqualTo(FitStatus.OK);
        assertThat(slope(mixture).value())
                .isCloseTo(SLOPE, within(3 * slope(mixture).sd()));
        Estimate share = mixture.estimate("outlier_fraction").orElseThrow();
        assertThat(share.value()).isCloseTo(0.08, within(3.5 * share.sd()));
        // It knows no errors of x: attenuated, but not bent upwards.
        Estimate median = slope(new TheilSen().fit(stars));
        assertThat(median.value()).isCloseTo(SLOPE, within(0.012));
    }

    @Test
    void aBreakIsFoundWhereItIs() {
        var random = new CounterRandom(21);
        int n = 600;
        double[][] c = new double[4][n];
        for (int i = 0; i < n; i++) {
            double truth = 6 + 12 * random.uniform(i, 0);
            c[2][i] = 0.1 + 0.3 * random.uniform(i, 1);
            c[3][i] = 0.03 + 0.05 * random.uniform(i, 2);
            double line = truth < 12.5 ? 0.6 - 0.075 * truth : 0.6 - 0.075 * 12.5 - 0.01 * (truth - 12.5);
            c[0][i] = truth + c[2][i] * random.normal(i, 3);
            c[1][i] = line + 0.08 * random.normal(i, 4) + c[3][i] * random.normal(i, 5);
        }
        LineStars stars = LineStars.of(c[0], c[1], c[3]).withXErrors(c[2]);
        FittedLine fit = BrokenLine.usual(new Computation.Importance(6000, 3)).fit(stars);
        assertThat(fit.status()).as(fit.reason()).isEqualTo(FitStatus.OK);
        assertNear(fit, "slope", -0.075);
        assertNear(fit, "slope_outer", -0.01);
        assertNear(fit, "break_x", 12.5);
        assertNear(fit, "scatter", 0.08);
        // The evidence prefers it to the straight line by far.
        FittedLine straight = ScatterLine.along(ScatterDirection.VERTICAL).fit(stars);
        assertThat(fit.lnEvidence() - straight.lnEvidence()).isGreaterThan(20);
    }

    @Test
    void poorAgesMixTheBinsAndTheMixtureUnmixesThem() {
        var random = new CounterRandom(77);
        int n = 2000;
        double[][] c = new double[6][n];
        double[] slopes = {-0.09, -0.05, -0.01};
        double[] intercepts = {0.75, 0.35, -0.05};
        for (int i = 0; i < n; i++) {
            double age = 1 + 11.9 * random.uniform(i, 0);
            int bin = (int) ((age - 1) / 4);
            double truth = 9 + 1.8 * random.normal(i, 1);
            c[2][i] = 0.1;
            c[3][i] = 0.04;
            c[5][i] = 2.5;
            c[4][i] = age + c[5][i] * random.normal(i, 2);
            c[0][i] = truth + c[2][i] * random.normal(i, 3);
            c[1][i] = slopes[bin] * truth + intercepts[bin] + Math.hypot(0.1, c[3][i]) * random.normal(i, 4);
        }
        LineStars stars = LineStars.of(c[0], c[1], c[3]).withXErrors(c[2]).withAges(c[4], c[5]);
        List<FittedLine> mixture = new AgeMixtureLine(
                        List.of(1.0, 5.0, 9.0, 13.0), 0, LinePriors.HAWKINS_2023, new Computation.NoUTurn(4, 300, 5))
                .fitAll(stars);
        for (int bin = 0; bin < 3; bin++) {
            FittedLine line = mixture.get(bin);
            assertThat(line.status())
                    .as(line.reason() + " ess " + line.ess() + " rhat " + line.rHat())
                    .isEqualTo(FitStatus.OK);
            assertThat(slope(line).value())
                    .isCloseTo(slopes[bin], within(3.5 * slope(line).sd()));
        }
        // The outer bins, cut by observed age, are pulled to the middle; weights do not help.
        FittedLine chen = Chen2025Line.ofPaper(Optional.of(new Span(1, 5))).fit(stars);
        assertThat(slope(chen).value() - slopes[0])
                .isGreaterThan(3 * slope(chen).sd());
        assertThat(mixture.get(0).estimate("scatter").orElseThrow().value()).isCloseTo(0.1, within(0.03));
    }

    private static void assertNear(FittedLine fit, String name, double truth) {
        Estimate e = fit.estimate(name).orElseThrow();
        assertThat(e.value()).as(name).isCloseTo(truth, within(3.5 * e.sd()));
    }

    private static Estimate slope(FittedLine fit) {
        return fit.estimate("slope").orElseThrow();
    }

    /** Stars along the line; a share of outliers high at large radius. */
    static LineStars mock(long seed, int n, double outliers) {
        return mock(seed, n, outliers, 1);
    }

    private static LineStars mock(long seed, int n, double outliers, double errorsOfX) {
        var random = new CounterRandom(seed).forPurpose("mock");
        double[][] c = new double[5][n];
        for (int i = 0; i < n; i++) {
            double truth = 9 + 2.5 * random.normal(i, 0);
            c[2][i] = errorsOfX * (0.2 + 0.6 * random.uniform(i, 1));
            c[3][i] = 0.03 + 0.07 * random.uniform(i, 2);
            double rho = 0.5 * random.uniform(i, 3);
            c[4][i] = rho * c[2][i] * c[3][i];
            double first = random.normal(i, 4);
            double second = rho * first + Math.sqrt(1 - rho * rho) * random.normal(i, 5);
            boolean outlier = random.uniform(i, 8) < outliers;
            c[0][i] = truth + c[2][i] * first;
            c[1][i] = outlier
                    ? 0.6 + 0.1 * (truth - 9) + 0.3 * random.normal(i, 7)
                    : SLOPE * truth + INTERCEPT + SCATTER * random.normal(i, 6) + c[3][i] * second;
        }
        return LineStars.of(c[0], c[1], c[3]).withXErrors(c[2]).withCovariances(c[4]);
    }

    @Test
    void theMockIsTheSameEveryTime() {
        assertThat(Arrays.stream(mock(3, 50, 0.1).y()).sum())
                .isEqualTo(Arrays.stream(mock(3, 50, 0.1).y()).sum());
        assertThat(mock(3, 50, 0.1).y()).isNotEqualTo(mock(4, 50, 0.1).y());
    }
}
