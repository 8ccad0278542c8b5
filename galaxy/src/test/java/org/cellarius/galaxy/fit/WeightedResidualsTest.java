package org.cellarius.galaxy.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums over stars beside the matrices that they stand for. */
class WeightedResidualsTest {

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 30})
    void expectedSumsAreThoseOfTheMatrices(int n) {
        var random = new CounterRandom(n).forPurpose("residuals");
        double[] x = new double[n];
        double[] y = new double[n];
        double[] w = new double[n];
        double[] c = new double[n];
        double[] ones = new double[n];
        double[] stated = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = 9 + 2.5 * random.normal(i, 0);
            y[i] = random.normal(i, 1);
            w[i] = 1 / Math.pow(0.03 + 0.07 * random.uniform(i, 2), 2);
            c[i] = random.uniform(i, 3) - 0.3;
            ones[i] = 1;
            stated[i] = 1 / w[i];
        }
        int[] every = java.util.stream.IntStream.range(0, n).toArray();
        LineFit fit = LineSums.of(n, every, x, y, w).fit(LineMethod.WLS, 3);
        var residuals = new WeightedResiduals(x, residuals(x, y, fit), w);
        double[][] m = residualMaker(x, w);

        double sum = 0;
        for (int i = 0; i < n; i++) {
            double r = 0;
            for (int j = 0; j < n; j++) {
                r += m[i][j] * y[j];
            }
            sum += c[i] * r * r;
        }
        assertThat(residuals.sum(c)).isCloseTo(sum, within(1e-9 * Math.abs(sum)));
        assertThat(residuals.mean(c)).isCloseTo(expected(m, c, stated), within(1e-9));
        double[][] covariance = covariance(m, stated);
        double squares = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                squares += c[i] * c[j] * covariance[i][j] * covariance[i][j];
            }
        }
        double mean = expected(m, c, stated);
        assertThat(residuals.freedom(c)).isCloseTo(mean * mean / squares, within(1e-7));

        double[] pq = residuals.twoComponents(3, 7).orElseThrow();
        double[] form = new double[n];
        java.util.Arrays.setAll(form, i -> pq[0] + pq[1] * w[i]);
        assertThat(expected(m, form, ones)).isCloseTo(3, within(1e-7));
        assertThat(expected(m, form, stated)).isCloseTo(7, within(1e-7));
    }

    @org.junit.jupiter.api.Test
    void equalWeightsHaveOneComponent() {
        double[] x = {1, 2, 3, 5, 8};
        double[] y = {1, 3, 2, 5, 4};
        double[] w = {4, 4, 4, 4, 4 + 1e-12};
        LineFit fit = LineSums.of(5, new int[] {0, 1, 2, 3, 4}, x, y, w).fit(LineMethod.WLS, 3);
        assertThat(new WeightedResiduals(x, residuals(x, y, fit), w).twoComponents(1, 1))
                .isEmpty();
    }

    private static double[] residuals(double[] x, double[] y, LineFit fit) {
        double[] r = new double[x.length];
        java.util.Arrays.setAll(r, i -> y[i] - fit.at(x[i]));
        return r;
    }

    /** 1 - X (X' W X)^-1 X' W. */
    private static double[][] residualMaker(double[] x, double[] w) {
        int n = x.length;
        double s = 0;
        double sx = 0;
        double sxx = 0;
        for (int i = 0; i < n; i++) {
            s += w[i];
            sx += w[i] * x[i];
            sxx += w[i] * x[i] * x[i];
        }
        double det = s * sxx - sx * sx;
        double[][] m = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                m[i][j] = (i == j ? 1 : 0) - w[j] * (sxx - sx * (x[i] + x[j]) + s * x[i] * x[j]) / det;
            }
        }
        return m;
    }

    private static double[][] covariance(double[][] m, double[] variance) {
        int n = m.length;
        double[][] c = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    c[i][j] += m[i][k] * variance[k] * m[j][k];
                }
            }
        }
        return c;
    }

    private static double expected(double[][] m, double[] c, double[] variance) {
        double[][] covariance = covariance(m, variance);
        double sum = 0;
        for (int i = 0; i < c.length; i++) {
            sum += c[i] * covariance[i][i];
        }
        return sum;
    }
}
