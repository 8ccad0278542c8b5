package org.cellarius.galaxy.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.cellarius.galaxy.kernel.StandardNormal;
import org.cellarius.galaxy.posterior.Computation;
import org.cellarius.galaxy.posterior.Marginals;
import org.cellarius.galaxy.posterior.NoUTurnSampler;
import org.cellarius.galaxy.posterior.Parameter;
import org.cellarius.galaxy.posterior.Posterior;
import org.cellarius.galaxy.posterior.Prior;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The trend of gradients with age against a grid of all three parameters, against a sampler, and against mocks. */
class SlopeOfSlopesTest {

    private static final double[] AGES = {1.5, 2.9, 4.1, 5.4, 6.6, 7.9, 9.1};
    private static final double[] SLOPES = {-0.061, -0.058, -0.049, -0.047, -0.036, -0.038, -0.024};
    private static final double[] SDS = {0.001, 0.001, 0.002, 0.002, 0.003, 0.004, 0.006};

    @ParameterizedTest
    @EnumSource(SlopeErrors.class)
    void meansAndErrorsEqualAGridOfAllThreeParameters(SlopeErrors errors) {
        var priors = new SlopeOfSlopes(
                errors, new Prior.Normal(-0.05, 0.02), new Prior.Normal(0, 0.01), new Prior.HalfCauchy(0.003), 0.98);
        FittedLine line = priors.fit(AGES, SLOPES, SDS).line();
        assertThat(line.status()).isEqualTo(FitStatus.OK);
        double[][] grid = grid(priors, line);
        for (int k = 0; k < 3; k++) {
            Estimate e = line.estimates().get(k);
            assertThat(e.value()).as(e.name()).isCloseTo(grid[0][k], within(1e-5 * e.sd()));
            assertThat(e.sd()).as(e.name()).isCloseTo(grid[1][k], within(1e-4 * e.sd()));
        }
        assertThat(line.covariance()[0][1]).isCloseTo(grid[2][0], within(1e-4 * Math.abs(grid[2][0])));
        assertThat(line.lnEvidence()).isCloseTo(grid[2][1], within(1e-5));
    }

    /** Means, standard deviations, then covariance of b and a and ln evidence: the trapezoidal rule in b, a and ln epsilon. */
    private static double[][] grid(SlopeOfSlopes priors, FittedLine about) {
        double[] weights = new double[10];
        double top = Double.NEGATIVE_INFINITY;
        int n = 130;
        double b0 = about.estimates().get(0).value();
        double a0 = about.estimates().get(1).value();
        double sdB = about.estimates().get(0).sd();
        double sdA = about.estimates().get(1).sd();
        // Hyperbolic sines reach 200 standard deviations: the tails are Student's.
        double stepU = 12.0 / (n - 1);
        double[] ln = new double[n * n * n];
        double lowT = Math.log(about.estimates().get(2).value()) - 22;
        double stepT = 27.0 / n;
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < n; i++) {
                double u = -6 + i * stepU;
                double b = b0 + sdB * Math.sinh(u);
                for (int j = 0; j < n; j++) {
                    double v = -6 + j * stepU;
                    double a = a0 + sdA * Math.sinh(v);
                    for (int k = 0; k < n; k++) {
                        int at = (i * n + j) * n + k;
                        double eps = Math.exp(lowT + k * stepT);
                        if (pass == 0) {
                            ln[at] = lnPosterior(priors, b, a, eps) + Math.log(eps * Math.cosh(u) * Math.cosh(v));
                            top = Math.max(top, ln[at]);
                        } else {
                            double w = Math.exp(ln[at] - top);
                            double[] q = {b - b0, a - a0, eps};
                            weights[0] += w;
                            for (int m = 0; m < 3; m++) {
                                weights[1 + m] += w * q[m];
                                weights[4 + m] += w * q[m] * q[m];
                            }
                            weights[7] += w * q[0] * q[1];
                        }
                    }
                }
            }
        }
        double[][] out = new double[3][3];
        double[] origin = {b0, a0, 0};
        for (int m = 0; m < 3; m++) {
            double mean = weights[1 + m] / weights[0];
            out[0][m] = origin[m] + mean;
            out[1][m] = Math.sqrt(weights[4 + m] / weights[0] - mean * mean);
        }
        out[2][0] = weights[7] / weights[0] - weights[1] / weights[0] * (weights[2] / weights[0]);
        out[2][1] = top + Math.log(weights[0] * stepT * stepU * stepU * sdA * sdB);
        return out;
    }

    private static double lnPosterior(SlopeOfSlopes priors, double b, double a, double eps) {
        double ln = priors.slope().lnDensity(b)
                + priors.intercept().lnDensity(a)
                + priors.scatter().lnDensity(eps);
        return ln + lnLikelihood(priors.errors(), b, a, eps);
    }

    private static double lnLikelihood(SlopeErrors errors, double b, double a, double eps) {
        double ln = 0;
        for (int k = 0; k < AGES.length; k++) {
            double variance = eps * eps + (errors == SlopeErrors.WITH_ERRORS ? SDS[k] * SDS[k] : 0);
            double r = SLOPES[k] - a - b * AGES[k];
            ln -= 0.5 * (r * r / variance + Math.log(2 * Math.PI * variance));
        }
        return ln;
    }

    @Test
    void thePapersPriorsAgreeWithTheNoUTurnSampler() {
        SlopeTrend trend = SlopeOfSlopes.CHEN_2025.fit(AGES, SLOPES, new double[0]);
        Marginals drawn = NoUTurnSampler.sample(
                        new Posterior() {
                            @Override
                            public List<Parameter> parameters() {
                                return List.of(
                                        new Parameter("slope", new Prior.Normal(0, 2)),
                                        new Parameter("intercept", new Prior.Normal(0, 2)),
                                        new Parameter("scatter", new Prior.HalfCauchy(5)));
                            }

                            @Override
                            public double lnLikelihood(double[] v) {
                                return SlopeOfSlopesTest.lnLikelihood(SlopeErrors.AS_PRINTED, v[0], v[1], v[2]);
                            }

                            @Override
                            public double[] start() {
                                return new double[] {0.004, -0.06, 0.003};
                            }

                            @Override
                            public double[] widths() {
                                return new double[] {0.0005, 0.003, 0.001};
                            }
                        },
                        new Computation.NoUTurn(4, 4000, 3))
                .orElseThrow();
        assertThat(drawn.trust()).isEqualTo(Marginals.Trust.CONVERGED);
        for (int k = 0; k < 3; k++) {
            Estimate e = trend.line().estimates().get(k);
            double noise = 4 * e.sd() / Math.sqrt(drawn.ess());
            assertThat(drawn.means()[k]).as(e.name()).isCloseTo(e.value(), within(noise));
            // Quantiles far out are noisier than means by the root of p (1 - p) over the density there.
            List<Double> q = drawn.percentiles().get(k).values();
            List<Double> own = e.percentiles().orElseThrow().values();
            assertThat(q.get(0)).as(e.name()).isCloseTo(own.get(0), within(3 * noise));
            assertThat(q.get(2)).as(e.name()).isCloseTo(own.get(2), within(1.5 * noise));
            assertThat(q.get(4)).as(e.name()).isCloseTo(own.get(4), within(4 * noise));
        }
    }

    @Test
    void manyPointsGiveLeastSquaresAndStudent() {
        // Wide priors: b follows Student's t of about n degrees of freedom about least squares.
        var random = new CounterRandom(4);
        int n = 400;
        double[] c = new double[n];
        double[] y = new double[n];
        Arrays.setAll(c, k -> 1 + 8 * random.uniform(k, 0));
        Arrays.setAll(y, k -> -0.06 + 0.004 * c[k] + 0.005 * random.normal(k, 1));
        FittedLine line = SlopeOfSlopes.CHEN_2025.fit(c, y, new double[0]).line();
        FittedLine ols = new LeastSquares(LineMethod.OLS, ErrorConvention.SCALED).fit(LineStars.of(c, y));
        for (int k = 0; k < 2; k++) {
            assertThat(line.estimates().get(k).value())
                    .isCloseTo(
                            ols.estimates().get(k).value(),
                            within(1e-3 * ols.estimates().get(k).sd()));
            assertThat(line.estimates().get(k).sd())
                    .isCloseTo(
                            ols.estimates().get(k).sd(),
                            within(4e-3 * ols.estimates().get(k).sd()));
        }
        double width = line.measures().getOrDefault("slope_hdi_high", Double.NaN)
                - line.measures().getOrDefault("slope_hdi_low", Double.NaN);
        assertThat(width / line.estimates().get(0).sd()).isCloseTo(2 * StandardNormal.quantile(0.99), within(0.02));
    }

    /** Flat priors: S/epsilon^2 follows chi squared of n - 3 degrees; its quantiles and the shortest interval from scipy 1.17.1. */
    @Test
    void theScatterIsInverseChi() {
        var random = new CounterRandom(11);
        double[] c = new double[10];
        double[] y = new double[10];
        Arrays.setAll(c, k -> 1.0 + k);
        Arrays.setAll(y, k -> 0.02 * k + 0.3 * random.normal(k, 0));
        LineSums sums = LineSums.of(10, java.util.stream.IntStream.range(0, 10).toArray(), c, y, new double[0]);
        double root = Math.sqrt(sums.syy() - sums.sxy() * sums.sxy() / sums.sxx());
        FittedLine line = new SlopeOfSlopes(
                        SlopeErrors.AS_PRINTED,
                        new Prior.Normal(0, 1e4),
                        new Prior.Normal(0, 1e4),
                        new Prior.Uniform(0, 1000),
                        0.98)
                .fit(c, y, new double[0])
                .line();
        double[] chi2 = {
            16.012764274629326, 10.539605686484515, 6.345811195521515, 3.4547005961268877, 1.689869180677355
        };
        List<Double> q = line.estimates().get(2).percentiles().orElseThrow().values();
        for (int k = 0; k < 5; k++) {
            assertThat(q.get(k) / root * Math.sqrt(chi2[k])).isCloseTo(1, within(1e-5));
        }
        assertThat(line.measures().getOrDefault("scatter_hdi_low", Double.NaN) / root)
                .isCloseTo(0.20688659954827812, within(1e-5));
        assertThat(line.measures().getOrDefault("scatter_hdi_high", Double.NaN) / root)
                .isCloseTo(0.8100866714305186, within(1e-4));
    }

    @Test
    void highestDensityIntervalsHoldTheirMassAndAreTheShortest() {
        SlopeTrend trend = SlopeOfSlopes.CHEN_2025.with(SlopeErrors.WITH_ERRORS).fit(AGES, SLOPES, SDS);
        var mixture = new NormalMixture(new double[] {0.3, 0.7}, new double[] {0, 0.4}, new double[] {1, 2});
        Span interval = mixture.highestDensity(0.9);
        assertThat(mixture.below(interval.high()) - mixture.below(interval.low()))
                .isCloseTo(0.9, within(1e-12));
        assertThat(mixture.density(interval.high())).isCloseTo(mixture.density(interval.low()), within(1e-6));
        assertThat(new NormalMixture(new double[] {1}, new double[] {3}, new double[] {2})
                        .highestDensity(0.98)
                        .low())
                .isCloseTo(3 - 2 * StandardNormal.quantile(0.99), within(2e-6));
        // The errors explain most of the scatter: the interval of epsilon begins at zero.
        assertThat(trend.line().measures().getOrDefault("scatter_hdi_low", Double.NaN))
                .isBetween(0.0, 1e-4);
        Span here = trend.band(5.0).getFirst();
        Span far = trend.band(13.0).getFirst();
        assertThat(far.high() - far.low()).isGreaterThan(1.5 * (here.high() - here.low()));
        assertThat(trend.means(5.0)[0])
                .isCloseTo(
                        trend.line().estimates().get(1).value()
                                + 5 * trend.line().estimates().get(0).value(),
                        within(1e-12));
        assertThat(here.low()).isLessThan(trend.means(5.0)[0]);
    }

    @Test
    void intervalsCoverTheTruthOfMocks() {
        int samples = 200;
        int[] inside = new int[3];
        int printed = 0;
        for (int seed = 0; seed < samples; seed++) {
            var random = new CounterRandom(seed).forPurpose("trend");
            double[] y = new double[AGES.length];
            Arrays.setAll(y, k -> -0.065 + 0.004 * AGES[k] + Math.hypot(0.003, SDS[k]) * random.normal(k, 0));
            SlopeTrend trend =
                    SlopeOfSlopes.CHEN_2025.with(SlopeErrors.WITH_ERRORS).fit(AGES, y, SDS);
            double[] truth = {0.004, -0.065, 0.003};
            for (int k = 0; k < 3; k++) {
                inside[k] += holds(trend.line(), trend.line().estimates().get(k).name(), truth[k]) ? 1 : 0;
            }
            printed += holds(SlopeOfSlopes.CHEN_2025.fit(AGES, y, SDS).line(), "slope", 0.004) ? 1 : 0;
        }
        System.out.printf(
                "98 %% intervals hold the truth: slope %d, intercept %d, scatter %d, slope as printed %d of %d%n",
                inside[0], inside[1], inside[2], printed, samples);
        for (int k = 0; k < 3; k++) {
            // Binomial error 1 per cent.
            assertThat((double) inside[k] / samples).isBetween(0.95, 1.0);
        }
    }

    private static boolean holds(FittedLine line, String name, double truth) {
        return line.measures().getOrDefault(name + "_hdi_low", Double.NaN) <= truth
                && line.measures().getOrDefault(name + "_hdi_high", Double.NaN) >= truth;
    }

    @Test
    void slopesWithoutValuesStayOutAndTooFewAreAStatus() {
        double[] y = SLOPES.clone();
        y[2] = Double.NaN;
        SlopeTrend trend = SlopeOfSlopes.CHEN_2025.fit(AGES, y, SDS);
        assertThat(trend.line().n()).isEqualTo(6);
        assertThat(trend.line().warnings()).containsExactly("1 of 7 slopes have no value, and do not enter");
        Arrays.fill(y, 0, 5, Double.NaN);
        SlopeTrend few = SlopeOfSlopes.CHEN_2025.fit(AGES, y, SDS);
        assertThat(few.line().status()).isEqualTo(FitStatus.TOO_FEW_STARS);
        assertThat(few.band(1, 2)).isEmpty();
        assertThat(few.means(1, 2)).isEmpty();
        double[] straight = {1, 2, 3, 4};
        assertThat(SlopeOfSlopes.CHEN_2025
                        .fit(straight, straight, new double[0])
                        .line()
                        .reason())
                .contains("lie on a line");
        assertThat(SlopeOfSlopes.CHEN_2025
                        .with(SlopeErrors.WITH_ERRORS)
                        .fit(straight, straight, new double[] {0.1, 0.1, 0.1, 0.1})
                        .line()
                        .status())
                .isEqualTo(FitStatus.OK);
        assertThat(SlopeOfSlopes.CHEN_2025
                        .fit(new double[3], new double[] {1, 2, 4}, new double[0])
                        .line()
                        .status())
                .isEqualTo(FitStatus.ALL_X_EQUAL);
        assertThat(SlopeOfSlopes.CHEN_2025
                        .fit(new double[] {1, 2, 3}, new double[] {1, 2.1, 2.9}, new double[0])
                        .line()
                        .status())
                .isEqualTo(FitStatus.OK);
        assertThatThrownBy(() ->
                        SlopeOfSlopes.CHEN_2025.with(SlopeErrors.WITH_ERRORS).fit(straight, straight, new double[0]))
                .hasMessageContaining("different lengths");
    }
}
