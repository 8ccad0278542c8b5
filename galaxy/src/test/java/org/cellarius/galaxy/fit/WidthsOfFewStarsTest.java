package org.cellarius.galaxy.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.cellarius.galaxy.column.Tasks;
import org.cellarius.galaxy.kernel.StudentT;
import org.cellarius.galaxy.posterior.Prior;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.api.Test;

/** Closed forms of widths and degrees of freedom against draws and against matrices written out. */
class WidthsOfFewStarsTest {

    private static final double[] X = {4.1, 5.0, 7.7, 8.0, 8.3, 9.9, 11.2, 15.5, 12.0};

    @Test
    void mediansOfNormalStars() {
        var random = new CounterRandom(4).forPurpose("medians");
        int draws = 40_000;
        for (int n : new int[] {1, 2, 3, 4, 5, 8, 25}) {
            double sum = 0;
            for (int d = 0; d < draws; d++) {
                double[] y = new double[n];
                int draw = d;
                Arrays.setAll(y, i -> random.normal(draw, i));
                Arrays.sort(y);
                double median = 0.5 * (y[(n - 1) / 2] + y[n / 2]);
                sum += median * median / draws;
            }
            // Three per cent of the form, and of the draws three times 0.7.
            assertThat(MedianWidths.varianceOfMedian(n)).isCloseTo(sum, Percentage.withPercentage(5.1));
        }
    }

    /** With equal independent medians it is least squares; else the matrices written out. */
    @Test
    void widthsThroughMediansAreThoseOfTheMatrices() {
        int n = X.length;
        double[] r = {0.1, -0.3, 0.2, 0.05, -0.2, 0.3, 0.1, -0.1, 0.15};
        double[] equal = new double[n];
        Arrays.fill(equal, 1);
        double mean = Arrays.stream(X).average().orElseThrow();
        double sxx = Arrays.stream(X).map(x -> (x - mean) * (x - mean)).sum();
        double rss = Arrays.stream(r).map(v -> v * v).sum();
        MedianWidths plain = MedianWidths.of(X, r, equal, new double[] {1}).orElseThrow();
        assertThat(plain.freedom()).isCloseTo(n - 2, within(1e-10));
        assertThat(plain.slope()).isCloseTo(Math.sqrt(rss / (n - 2) / sxx), within(1e-12));
        assertThat(plain.intercept())
                .isCloseTo(Math.sqrt(rss / (n - 2) * (1.0 / n + mean * mean / sxx)), within(1e-12));
        double[] variance = {1, 0.5, 0.3, 0.3, 0.2, 0.3, 0.5, 1, 0.7};
        double[] correlation = {1, 0.45, 0.1};
        double[][] v = new double[n][n];
        double[][] m = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int lag = Math.abs(i - j);
                v[i][j] = lag < 3 ? correlation[lag] * Math.sqrt(variance[i] * variance[j]) : 0;
                m[i][j] = (i == j ? 1 : 0) - 1.0 / n - (X[i] - mean) * (X[j] - mean) / sxx;
            }
        }
        double[][] mv = times(m, v);
        double trace = IntStream.range(0, n).mapToDouble(i -> mv[i][i]).sum();
        double[][] twice = times(mv, mv);
        double square = IntStream.range(0, n).mapToDouble(i -> twice[i][i]).sum();
        double ofSlope = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                ofSlope += (X[i] - mean) * v[i][j] * (X[j] - mean) / (sxx * sxx);
            }
        }
        MedianWidths found = MedianWidths.of(X, r, variance, correlation).orElseThrow();
        assertThat(found.freedom()).isCloseTo(trace * trace / square, within(1e-10));
        assertThat(found.slope()).isCloseTo(Math.sqrt(ofSlope * rss / trace), within(1e-12));
    }

    /** Stars that scatter as the weights say: what the jackknife's variance is on average, and how much it scatters. */
    @Test
    void jackknivesAreWhatTheyAreExpectedToBe() {
        int n = X.length;
        double[] sd = {0.1, 0.2, 0.1, 0.3, 0.1, 0.1, 0.2, 0.15, 0.1};
        int draws = 20_000;
        var random = new CounterRandom(9).forPurpose("jackknife");
        for (int groups : new int[] {n, 5}) {
            int[] group = IntStream.range(0, n).map(i -> i % groups).toArray();
            double[] sum = new double[4];
            for (int d = 0; d < draws; d++) {
                double[] y = new double[n];
                int draw = d;
                Arrays.setAll(y, i -> sd[i] * random.normal(draw, i));
                double[][] without = Replicates.withoutEachGroup(
                        new LeastSquares(LineMethod.WLS, ErrorConvention.LARGER),
                        LineStars.of(X, y, sd),
                        group,
                        Tasks.IN_TURN);
                for (int k = 0; k < 2; k++) {
                    int column = k;
                    double mean = Arrays.stream(without)
                            .mapToDouble(l -> l[column])
                            .average()
                            .orElseThrow();
                    double variance = (groups - 1.0)
                            / groups
                            * Arrays.stream(without)
                                    .mapToDouble(l -> (l[column] - mean) * (l[column] - mean))
                                    .sum();
                    sum[k] += variance / draws;
                    sum[2 + k] += variance * variance / draws;
                }
            }
            double[] weights = Arrays.stream(sd).map(s -> 1 / (s * s)).toArray();
            LineFit line = LineSums.of(n, IntStream.range(0, n).toArray(), X, X, weights)
                    .fit(LineMethod.WLS, 3);
            JackknifeWidths widths = JackknifeWidths.of(X, weights, group, groups);
            double[] factors = {widths.slope(), widths.intercept()};
            double[] freedoms = {widths.slopeFreedom(), widths.interceptFreedom()};
            double[] truths = {line.slopeSd(), line.interceptSd()};
            for (int k = 0; k < 2; k++) {
                assertThat(factors[k] * Math.sqrt(sum[k])).isCloseTo(truths[k], Percentage.withPercentage(2));
                double freedom = 2 * sum[k] * sum[k] / (sum[2 + k] - sum[k] * sum[k]);
                double floor = (Math.min(groups, n - 1) - 1) / 3.0;
                // Variances are not quite chi-squared, and enter uncentred.
                assertThat(freedoms[k]).isCloseTo(Math.max(floor, freedom), Percentage.withPercentage(12));
            }
        }
    }

    /** {@code ExpandProbs} of R's package resample: z = sqrt(n/(n-1)) t. For many stars nothing changes. */
    @Test
    void expandedPercentiles() {
        assertThat(BootstrapQuantiles.level(0.5, 10)).isCloseTo(0.5, within(1e-12));
        // t_9(0.025) = -2.2621571627, times sqrt(10/9) = -2.3845233; of a normal 0.00855064 lie below (scipy 1.10).
        assertThat(StudentT.quantile(0.025, 9)).isCloseTo(-2.2621571627, within(1e-9));
        assertThat(BootstrapQuantiles.level(0.025, 10)).isCloseTo(0.00855064, within(1e-8));
        assertThat(BootstrapQuantiles.level(0.975, 1_000_000)).isCloseTo(0.975, within(1e-6));
    }

    /** The square root is uniform: distribution function, coordinates and stretch. */
    @Test
    void rootUniformPrior() {
        var prior = new Prior.RootUniform(2);
        assertThat(prior.text()).isEqualTo("root-uniform(2)");
        double mass = 0;
        double below = 0;
        double step = 1.0 / 64;
        for (double u = -12; u < 8; u += step) {
            double value = prior.value(u);
            double density = Math.exp(prior.lnDensity(value) + prior.lnStretch(u)) * step;
            mass += density;
            below += value < 0.5 ? density : 0;
        }
        for (double u = -5; u < 4; u += 0.5) {
            double slope = (prior.value(u + 1e-5) - prior.value(u - 1e-5)) / 2e-5;
            assertThat(Math.exp(prior.lnStretch(u))).isCloseTo(slope, Percentage.withPercentage(1e-3));
        }
        assertThat(mass).isCloseTo(1, within(1e-9));
        // Half of the root of 2 is the root of 0.5.
        assertThat(below).isCloseTo(0.5, within(0.01));
        for (double value : new double[] {1e-9, 0.1, 1.9}) {
            assertThat(prior.value(prior.coordinate(value))).isCloseTo(value, Percentage.withPercentage(1e-9));
        }
        assertThat(prior.lnDensity(2.1)).isNegative().isInfinite();
    }

    private static double[][] times(double[][] a, double[][] b) {
        int n = a.length;
        double[][] c = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    c[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return c;
    }
}
