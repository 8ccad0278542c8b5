package org.cellarius.galaxy.smooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A smooth surface against closed forms, the same posterior computed as kriging, and refits of simulated stars. */
class SmoothSurfaceTest {

    private static final SplineAxis RADIUS = new SplineAxis(4, 12, 9, false, 2);
    private static final SplineAxis AZIMUTH = new SplineAxis(-180, 180, 8, true, 2);
    private static final SplineAxis HEIGHT = new SplineAxis(0, 2, 4, false, 2);

    /** Stars of two coordinates, with a hole. */
    private static double[][] stars(int n, long seed, DoubleBinaryOperator truth, double scatter) {
        var random = new SplittableRandom(seed);
        double[][] columns = new double[4][n];
        for (int i = 0; i < n; i++) {
            double r;
            double h;
            do {
                r = 4 + 8 * random.nextDouble();
                h = 2 * random.nextDouble();
            } while (Math.hypot((r - 9) / 2, h - 1) < 0.6);
            columns[0][i] = r;
            columns[1][i] = h;
            columns[3][i] = 0.03 + 0.1 * random.nextDouble();
            columns[2][i] = truth.applyAsDouble(r, h) + Math.hypot(scatter, columns[3][i]) * random.nextGaussian();
        }
        return columns;
    }

    @Test
    void whatThePenaltyLeavesFreeIsReproducedExactlyInHolesToo() {
        DoubleBinaryOperator plane = (r, h) -> 0.4 - 0.06 * r + 0.2 * h - 0.03 * r * h;
        double[][] columns = stars(500, 1, plane, 0);
        for (int i = 0; i < 500; i++) {
            columns[2][i] = plane.applyAsDouble(columns[0][i], columns[1][i]);
        }
        var basis = new SplineBasis(List.of(RADIUS, HEIGHT));
        SmoothFit fit = Passes.all(basis, true, columns);
        var reader = fit.surface().reader();
        for (double[] at : new double[][] {{4, 0}, {9, 1}, {8.5, 1.2}, {12, 2}, {5.3, 0.4}}) {
            assertThat(reader.at(at)).isTrue();
            assertThat(reader.value()).isCloseTo(plane.applyAsDouble(at[0], at[1]), within(1e-7));
        }
        assertThat(fit.effectiveFreedom()).isCloseTo(4, within(1e-3));
        assertThat(fit.scatter()).isZero();
        assertThat(reader.at(3.99, 1)).isFalse();
        assertThat(reader.at(Double.NaN, 1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void posteriorAndLikelihoodAreThoseOfKriging(boolean periodic) {
        double[][] columns = stars(70, 2, (r, h) -> Math.sin(r) + h * h, 0.2);
        SplineAxis second = HEIGHT;
        if (periodic) {
            second = AZIMUTH;
            for (int i = 0; i < 70; i++) {
                columns[1][i] = 180 * columns[1][i] - 180;
            }
        }
        var basis = new SplineBasis(List.of(RADIUS, second));
        var penalty = new RoughnessPenalty(basis);
        double[][] parameters = {{0.04, 2, -1}, {0.09, 0.5, 3}};
        double[] ours = new double[2];
        double[] theirs = new double[2];
        for (int t = 0; t < 2; t++) {
            double v = parameters[t][0];
            double[] lnLambda = {parameters[t][1], parameters[t][2]};
            NormalSums sums = sums(basis, columns, v);
            var at = new MarginalLikelihood(basis, penalty, sums).at(lnLambda).orElseThrow();
            var surface = new SmoothSurface(basis, at.coefficients(), 0, at.factor(), at.covariance());
            Kriging kriging =
                    new Kriging(basis, columns, v, new double[] {Math.exp(lnLambda[0]), Math.exp(lnLambda[1])});
            var reader = surface.reader();
            for (double[] x :
                    new double[][] {{4.5, periodic ? 175 : 0.1}, {9, periodic ? 0 : 1}, {11.7, periodic ? -170 : 1.9}
                    }) {
                reader.at(x);
                double[] expected = kriging.at(x);
                assertThat(reader.value()).isCloseTo(expected[0], within(1e-7));
                assertThat(Math.sqrt(reader.variance())).isCloseTo(expected[1], within(1e-7));
            }
            ours[t] = at.value();
            theirs[t] = kriging.restrictedLikelihood();
        }
        // The functions free of penalty may be scaled at will, which adds a constant.
        assertThat(ours[1] - ours[0]).isCloseTo(theirs[1] - theirs[0], within(1e-6));
    }

    private static NormalSums sums(SplineBasis basis, double[][] columns, double v) {
        var pass = new SplineSums(basis, true, v, 0, HeldOut.NOBODY, HeldOut.Side.ALL);
        return pass.fold(pass.empty(), columns[0].length, columns);
    }

    @Test
    void slopesOfTheLikelihoodAreItsDerivatives() {
        double[][] columns = stars(300, 3, (r, h) -> Math.sin(r) + h * h, 0.2);
        var basis = new SplineBasis(List.of(RADIUS, HEIGHT));
        var penalty = new RoughnessPenalty(basis);
        double v = 0.05;
        double[] at = {1, 2};
        var likelihood = new MarginalLikelihood(basis, penalty, sums(basis, columns, v));
        var here = likelihood.at(at).orElseThrow();
        double e = 1e-4;
        for (int k = 0; k < 2; k++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[k] += e;
            down[k] -= e;
            double numeric = (likelihood.at(up).orElseThrow().value()
                            - likelihood.at(down).orElseThrow().value())
                    / (2 * e);
            assertThat(here.slope()[k]).isCloseTo(numeric, within(1e-5));
        }
        double dv = 1e-6;
        double numeric = (new MarginalLikelihood(basis, penalty, sums(basis, columns, v + dv))
                                .at(at)
                                .orElseThrow()
                                .value()
                        - new MarginalLikelihood(basis, penalty, sums(basis, columns, v - dv))
                                .at(at)
                                .orElseThrow()
                                .value())
                / (2 * dv);
        MarginalLikelihood.VarianceStep step = likelihood.varianceStep(here);
        assertThat(step.step() / (step.error() * step.error())).isCloseTo(numeric, within(1e-4 * Math.abs(numeric)));
    }

    @Test
    void searchEndsAtTheHighestLikelihood() {
        double[][] columns = stars(400, 4, (r, h) -> Math.sin(r) + h * h, 0.2);
        var basis = new SplineBasis(List.of(RADIUS, HEIGHT));
        var likelihood = new MarginalLikelihood(basis, new RoughnessPenalty(basis), sums(basis, columns, 0.04));
        var search = new SmoothingSearch(likelihood);
        double best = search.from(search.usualStart()).orElseThrow().value();
        double grid = Double.NEGATIVE_INFINITY;
        double[] even = likelihood.even();
        for (int i = -12; i <= 12; i++) {
            for (int j = -12; j <= 12; j++) {
                grid = Math.max(
                        grid,
                        likelihood
                                .at(new double[] {even[0] + i, even[1] + j})
                                .orElseThrow()
                                .value());
            }
        }
        assertThat(best).isGreaterThanOrEqualTo(grid - 1e-3);
        assertThat(best).isLessThan(grid + 1);
    }

    @Test
    void sumsOfPartsAddUp() {
        double[][] columns = stars(300, 5, (r, h) -> r, 0.1);
        double[][] first = new double[4][];
        double[][] second = new double[4][];
        for (int k = 0; k < 4; k++) {
            first[k] = java.util.Arrays.copyOf(columns[k], 120);
            second[k] = java.util.Arrays.copyOfRange(columns[k], 120, 300);
        }
        var basis = new SplineBasis(List.of(RADIUS, HEIGHT));
        var pass = new SplineSums(basis, true, 0.01, 8, HeldOut.NOBODY, HeldOut.Side.ALL);
        NormalSums together = pass.fold(pass.empty(), 300, columns);
        NormalSums merged = pass.merge(pass.fold(pass.empty(), 120, first), pass.fold(pass.empty(), 180, second));
        assertThat(merged.n).isEqualTo(300);
        assertThat(merged.matrix(basis, true).get(20, 25))
                .isCloseTo(together.matrix(basis, true).get(20, 25), within(1e-9 * together.weightSquared));
        assertThat(merged.vector(basis, false)).containsExactly(together.vector(basis, false), within(1e-8));
    }

    @Test
    void withoutPenaltyInFreedomTheStarsMustDetermineTheMap() {
        var basis = new SplineBasis(List.of(RADIUS, HEIGHT));
        double[][] line = {{5, 6, 7, 8}, {1, 1, 1, 1}, {0, 1, 0, 1}};
        SmoothPass pass = Passes.first(basis, false, line, HeldOut.NOBODY);
        assertThat(pass.after(pass.fold(pass.empty(), 4, line))).isInstanceOf(SmoothStep.Undetermined.class);
        assertThat(pass.after(pass.empty())).isEqualTo(new SmoothStep.Undetermined(0));
    }
}
