package org.cellarius.galaxy.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.api.Test;

class TruncatedPassTest {

    private static final int N = 203;

    @Test
    void bothFormsGiveTheSameBits() {
        TruncatedColumns scalar = computed(new ScalarTruncatedPass());
        TruncatedColumns vector = computed(new VectorTruncatedPass());
        for (double[][] pair : new double[][][] {
            {scalar.low(), vector.low()},
            {scalar.high(), vector.high()},
            {scalar.kappaSquared(), vector.kappaSquared()},
            {scalar.root(), vector.root()},
            {scalar.square(), vector.square()},
            {scalar.centre(), vector.centre()},
            {scalar.factor(), vector.factor()}
        }) {
            assertThat(Arrays.copyOf(pair[1], N)).isEqualTo(Arrays.copyOf(pair[0], N));
        }
    }

    @Test
    void theSeriesIsTheMeanOfTheInverseMass() {
        TruncatedColumns c = computed(new VectorTruncatedPass());
        int tested = 0;
        for (int k = 0; k < N; k++) {
            double kappa = Math.sqrt(c.kappaSquared()[k]);
            if (kappa > 0.25 || c.low()[k] > -0.3 || c.high()[k] < 0.3) {
                continue;
            }
            double sum = 0;
            for (double z = -9; z <= 9; z += 0.05) {
                sum += 0.05
                        * StandardNormal.density(z)
                        / (StandardNormal.below(c.high()[k] - kappa * z)
                                - StandardNormal.below(c.low()[k] - kappa * z));
            }
            assertThat(c.factor()[k] / (c.root()[k] * sum)).as("kappa " + kappa).isCloseTo(1, within(1e-5));
            tested++;
        }
        assertThat(tested).isGreaterThan(100);
    }

    private static TruncatedColumns computed(TruncatedPass pass) {
        TruncatedColumns c = TruncatedColumns.ofLength(DrawMath.padded(N));
        var random = new CounterRandom(3);
        for (int k = 0; k < N; k++) {
            c.x()[k] = 2 * random.normal(k, 0);
            c.y()[k] = -0.25 + 0.6 * (random.uniform(k, 1) - 0.5);
            c.xError()[k] = random.uniform(k, 2);
            c.yVariance()[k] = 0.01 * random.uniform(k, 3);
            c.inverseWeight()[k] = 1 / (0.1 + 0.9 * random.uniform(k, 4));
        }
        pass.limits(N, c, -0.06, -0.2, 0.02, -1, 0.5);
        var tails = new ScalarNormalTails();
        tails.of(N, c.low(), c.atLow(), c.belowLow());
        tails.of(N, c.high(), c.atHigh(), c.aboveHigh());
        pass.series(N, c);
        return c;
    }
}
