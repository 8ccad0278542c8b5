package org.cellarius.galaxy.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How often the intervals of few stars hold the true slope: 2,000 mocks of each size and shape of the scatter. Stated errors are
 * 0.03 to 0.10 dex. The stars scatter by 0.12 dex about the line and by their errors besides, or by twice their stated errors.
 */
class SmallSampleCoverageTest {

    private static final double SLOPE = -0.07;
    private static final int MOCKS = 2000;
    private static final LineEstimator LARGER = new LeastSquares(LineMethod.WLS, ErrorConvention.LARGER);

    /** Orthogonal distances, radii exact. */
    private static final LineEstimator EXACT_X = new OrthogonalDistanceRegression();

    /** Shapes of the scatter, of standard deviation 1. */
    enum Shape {
        NORMAL,
        STUDENT_4,
        EXPONENTIAL;

        double draw(CounterRandom random, int star) {
            double u = Math.max(random.uniform(star, 7), 1e-300);
            return switch (this) {
                case NORMAL -> random.normal(star, 8);
                case STUDENT_4 ->
                    // A chi-squared of four degrees of freedom is -2 ln of two uniform numbers.
                    random.normal(star, 8)
                            / Math.sqrt(-0.5 * Math.log(u * Math.max(random.uniform(star, 9), 1e-300)))
                            / Math.sqrt(2);
                case EXPONENTIAL -> -Math.log(u) - 1;
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void leastSquaresCovers(Shape shape) {
        covers(new LeastSquares(LineMethod.OLS, ErrorConvention.SCALED), shape, 0.12, 1);
    }

    /** Scatter beside the errors, scatter that has nothing to do with them, errors that are right but for a factor (the intervals do not depend on it). */
    @ParameterizedTest
    @CsvSource({"0.12, 1", "0.12, 0", "0, 2"})
    void weightedLeastSquaresCoversWhateverTheStatedErrorsAre(double scatter, double factor) {
        for (Shape shape : Shape.values()) {
            for (int n : new int[] {8, 10, 15, 30}) {
                Closure closure = closure(LARGER, shape, scatter, factor, n, 10_000);
                String of = n + " stars, " + shape + " " + scatter + " " + factor;
                assertThat(closure.coverage68()).as(of + ", 68 %").isCloseTo(0.68, within(0.03));
                assertThat(closure.coverage95()).as(of + ", 95 %").isCloseTo(0.95, within(0.02));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void orthogonalDistancesCover(Shape shape) {
        for (int n : new int[] {8, 10, 15, 30}) {
            covers(EXACT_X, shape, 0.12, 1, n);
        }
    }

    @ParameterizedTest
    @CsvSource({"8", "10", "15", "30"})
    void absoluteErrorsCoverWhereTheyAreTheErrors(int n) {
        covers(new LeastSquares(LineMethod.WLS, ErrorConvention.ABSOLUTE), Shape.NORMAL, 0, 1, n);
    }

    @ParameterizedTest
    @EnumSource
    void medianRegressionCovers(Shape shape) {
        covers(new QuantileLine(0.5), shape, 0.12, 1);
    }

    @ParameterizedTest
    @EnumSource
    void theilSenCovers(Shape shape) {
        covers(new TheilSen(), shape, 0.12, 1);
    }

    @ParameterizedTest
    @CsvSource({"8", "10", "15", "30"})
    void theHeadlineErrorIsTheLargerOne(int n) {
        for (int seed = 0; seed < 50; seed++) {
            var fit =
                    new LeastSquares(LineMethod.WLS, ErrorConvention.LARGER).fit(mock(seed, n, Shape.NORMAL, 0.02, 1));
            var m = fit.measures();
            assertThat(fit.estimates().getFirst().sd())
                    .isCloseTo(
                            Math.max(
                                    m.getOrDefault("slope_sd_absolute", Double.NaN),
                                    m.getOrDefault("slope_sd_scaled", Double.NaN)),
                            within(1e-15));
        }
    }

    private static void covers(LineEstimator line, Shape shape, double scatter, double factor) {
        for (int n : new int[] {8, 10, 15, 30}) {
            covers(line, shape, scatter, factor, n);
        }
    }

    private static void covers(LineEstimator line, Shape shape, double scatter, double factor, int n) {
        Closure closure = closure(line, shape, scatter, factor, n, MOCKS);
        assertThat(closure.coverage68()).as(line.word() + " of " + n + ", 68 %").isCloseTo(0.68, within(0.03));
        assertThat(closure.coverage95()).as(line.word() + " of " + n + ", 95 %").isCloseTo(0.95, within(0.02));
    }

    private static Closure closure(LineEstimator line, Shape shape, double scatter, double factor, int n, int mocks) {
        var slopes = new ArrayList<Estimate>();
        double[] truths = new double[mocks];
        for (int seed = 0; seed < mocks; seed++) {
            slopes.add(
                    line.fit(mock(seed, n, shape, scatter, factor)).estimates().getFirst());
            truths[seed] = SLOPE;
        }
        return Closure.of(slopes, truths);
    }

    /**
     * Without scatter the errors themselves have the shape.
     *
     * @param scatter about the line, dex
     * @param factor true errors over stated ones
     */
    private static LineStars mock(long seed, int n, Shape shape, double scatter, double factor) {
        var random = new CounterRandom(seed).forPurpose("small samples");
        double[][] c = new double[3][n];
        for (int i = 0; i < n; i++) {
            c[0][i] = 9 + 2.5 * random.normal(i, 0);
            c[2][i] = 0.03 + 0.07 * random.uniform(i, 2);
            double shaped = shape.draw(random, i);
            double off = scatter > 0
                    ? scatter * shaped + factor * c[2][i] * random.normal(i, 10)
                    : factor * c[2][i] * shaped;
            c[1][i] = SLOPE * c[0][i] + 0.55 + off;
        }
        return LineStars.of(c[0], c[1], c[2]).withXErrors(new double[n]);
    }
}
