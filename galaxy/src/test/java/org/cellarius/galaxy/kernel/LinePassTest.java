package org.cellarius.galaxy.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinePassTest {

    private final LinePass scalar = new ScalarLinePass();
    private final LinePass vector = new VectorLinePass();

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 100, 4095, 4096, 4099, 9001})
    void bothFormsGiveTheSameBits(int n) {
        LineColumns stars = stars(n, 1);
        assertThat(vector.scatter(stars, -0.07, 0.09)).isEqualTo(scalar.scatter(stars, -0.07, 0.09));
        assertThat(vector.distance(stars, -0.07, 0.2)).isEqualTo(scalar.distance(stars, -0.07, 0.2));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-60, 1e40})
    void theSumsAreWhatTheySay(double scale) {
        LineColumns s = stars(5000, scale);
        double m = 0.4;
        double extra = 0.01 * scale * scale;
        double[] sums = new double[4];
        for (int i = 0; i < s.stars(); i++) {
            double v = s.yVariance()[i] - m * s.xyTwice()[i] + m * m * s.xVariance()[i] + extra;
            double r = s.y()[i] - m * s.x()[i];
            sums[0] += 1 / v;
            sums[1] += r / v;
            sums[2] += r * r / v;
            sums[3] += Math.log(v);
        }
        ScatterSums found = vector.scatter(s, m, extra);
        assertThat(found.weight() / sums[0]).isCloseTo(1, within(1e-12));
        assertThat(found.weightedResidual() / sums[1]).isCloseTo(1, within(1e-10));
        assertThat(found.weightedSquare() / sums[2]).isCloseTo(1, within(1e-12));
        assertThat(found.lnVariances() / sums[3]).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.3, 0, 2})
    void theDerivativesOfTheDistanceAreDifferencesOfIt(double slope) {
        LineColumns stars = stars(300, 1);
        double h = 1e-5;
        DistanceSums at = vector.distance(stars, slope, 0.3);
        DistanceSums right = vector.distance(stars, slope + h, 0.3);
        DistanceSums left = vector.distance(stars, slope - h, 0.3);
        DistanceSums up = vector.distance(stars, slope, 0.3 + h);
        DistanceSums down = vector.distance(stars, slope, 0.3 - h);
        assertThat((right.chi2() - left.chi2()) / (4 * h)).isCloseTo(at.bySlope(), within(1e-6 * at.weightedXSquare()));
        assertThat((up.chi2() - down.chi2()) / (4 * h)).isCloseTo(at.byIntercept(), within(1e-6 * at.weight()));
        assertThat((right.bySlope() - left.bySlope()) / (2 * h))
                .isCloseTo(at.bySlopeTwice(), within(1e-6 * at.weightedXSquare()));
        assertThat((up.bySlope() - down.bySlope()) / (2 * h)).isCloseTo(at.byBoth(), within(1e-6 * at.weight()));
        assertThat((up.byIntercept() - down.byIntercept()) / (2 * h))
                .isCloseTo(at.weight(), within(1e-6 * at.weight()));
    }

    private static LineColumns stars(int n, double scale) {
        var random = new CounterRandom(11);
        double[][] c = new double[5][n];
        for (int i = 0; i < n; i++) {
            double sx = scale * (0.05 + 0.3 * random.uniform(i, 0));
            double sy = scale * (0.02 + 0.1 * random.uniform(i, 1));
            c[0][i] = scale * 2 * random.normal(i, 2);
            c[1][i] = -0.06 * c[0][i] + scale * 0.3 * random.normal(i, 3);
            c[2][i] = sy * sy;
            c[3][i] = 2 * sx * sy * (1.6 * random.uniform(i, 4) - 0.8);
            c[4][i] = sx * sx;
        }
        return new LineColumns(c[0], c[1], c[2], c[3], c[4]);
    }
}
