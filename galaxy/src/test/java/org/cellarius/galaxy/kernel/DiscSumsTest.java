package org.cellarius.galaxy.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.cellarius.galaxy.kernel.DiscSums.Disc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two forms give the same bits, and what elementary functions give. */
class DiscSumsTest {

    private static final int N = 1003;

    private static double[] uniform(long seed, double from, double to) {
        return new SplittableRandom(seed).doubles(N, from, to).toArray();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bothFormsSumTheDensity(boolean sech2) {
        double[] r = uniform(1, 0, 20);
        double[] z = uniform(2, 0, 4);
        double[] weight = uniform(3, 0, 1);
        var disc = new Disc(-0.2, 0.7, 9, 0.3, 0.1, 8.2, sech2);
        double scalar = new ScalarDiscSums().integral(r, z, weight, disc);
        assertThat(DiscSums.best().integral(r, z, weight, disc)).isEqualTo(scalar);
        double sum = 0;
        for (int i = 0; i < N; i++) {
            double h = 0.3 * Math.exp(0.1 * (r[i] - 8.2));
            double surface = Math.exp(-(r[i] - 9) * (r[i] < 9 ? -0.2 : 0.7));
            double upward = sech2 ? 1 / Math.pow(2 * Math.cosh(z[i] / (2 * h)), 2) / h : Math.exp(-z[i] / h) / (2 * h);
            sum += weight[i] * surface * upward;
        }
        assertThat(scalar).isCloseTo(sum, within(1e-12 * sum));
    }

    @Test
    void bothFormsSumTheLogarithm() {
        double[] z = uniform(4, 0, 6);
        double[] weight = uniform(5, -0.2, 1);
        double[] inverse = uniform(6, 0.3, 60);
        double scalar = new ScalarDiscSums().softened(z, weight, inverse);
        assertThat(DiscSums.best().softened(z, weight, inverse)).isEqualTo(scalar);
        double sum = 0;
        for (int i = 0; i < N; i++) {
            sum += weight[i] * Math.log1p(Math.exp(-z[i] * inverse[i]));
        }
        assertThat(scalar).isCloseTo(sum, within(1e-11));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-600, -20.3, -1, -1e-9, 0, 0.3, 7, 300})
    void theExponentialIsThatOfJava(double x) {
        assertThat(ScalarDiscSums.exp(x))
                .isCloseTo(Math.exp(x), within(1e-15 * Math.max(1, Math.abs(x)) * Math.exp(x)));
    }
}
