package org.cellarius.galaxy.posterior;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaggedProductsTest {

    /** The sum as it stands in the textbook, lag by lag: the same to the last bit. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 16, 53, 400})
    void lagsSideBySideAreThoseOneByOne(int steps) {
        var random = new Random(steps);
        double[][] chains = new double[3][steps];
        double[] means = new double[3];
        for (int c = 0; c < 3; c++) {
            double last = 0;
            for (int s = 0; s < steps; s++) {
                last = 0.9 * last + random.nextGaussian();
                chains[c][s] = 5 + last;
            }
            means[c] = Arrays.stream(chains[c]).average().orElseThrow();
        }
        var products = new LaggedProducts(chains, means);
        for (int lag = 0; lag < steps; lag++) {
            for (int c = 0; c < 3; c++) {
                double sum = 0;
                for (int s = 0; s + lag < steps; s++) {
                    sum += (chains[c][s] - means[c]) * (chains[c][s + lag] - means[c]);
                }
                assertThat(products.covariance(c, lag)).isEqualTo(sum / steps);
            }
        }
    }
}
