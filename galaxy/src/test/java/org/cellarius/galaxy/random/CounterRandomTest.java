package org.cellarius.galaxy.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import org.cellarius.galaxy.population.Moments;
import org.junit.jupiter.api.Test;

class CounterRandomTest {

    @Test
    void normalsHaveTheMomentsOfANormalDistribution() {
        var random = new CounterRandom(1660);
        double[] v = new double[1_000_000];
        for (int i = 0; i < v.length; i++) {
            v[i] = random.normal(i / 10, i % 10);
        }
        Moments m = Moments.of(v, v.length);
        // Five standard errors of each moment.
        assertThat(m.mean()).isCloseTo(0, within(5e-3));
        assertThat(m.standardDeviation()).isCloseTo(1, within(3.6e-3));
        assertThat(m.skewness()).isCloseTo(0, within(1.3e-2));
        assertThat(m.excessKurtosis()).isCloseTo(0, within(2.5e-2));
    }

    @Test
    void neighbouringStarsDrawsAndSeedsAreUncorrelated() {
        var seen = new HashSet<Long>();
        double product = 0;
        int n = 200_000;
        for (int i = 0; i < n; i++) {
            double here = new CounterRandom(4).normal(i, 0);
            product += here * new CounterRandom(4).normal(i + 1, 0);
            product += here * new CounterRandom(4).normal(i, 1);
            product += here * new CounterRandom(5).normal(i, 0);
            seen.add(new CounterRandom(4).bits(i, 3));
        }
        assertThat(product / Math.sqrt(3.0 * n)).isBetween(-5.0, 5.0);
        assertThat(seen).hasSize(n);
    }

    @Test
    void uniformsStayInsideTheOpenInterval() {
        var random = new CounterRandom(-1);
        for (int i = 0; i < 100_000; i++) {
            assertThat(random.uniform(i, 0)).isGreaterThan(0).isLessThan(1);
        }
    }
}
