package org.cellarius.galaxy.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptDrawsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 100, 1000, 1001})
    void percentilesAreThoseOfTheSortedDraws(int n) {
        var random = new CounterRandom(21);
        double[][] shapes = new double[4][n];
        for (int i = 0; i < n; i++) {
            shapes[0][i] = random.normal(i, 0);
            shapes[1][i] = i;
            shapes[2][i] = -i;
            // Many ties.
            shapes[3][i] = Math.rint(random.normal(i, 1));
        }
        for (double[] draws : shapes) {
            var kept = new KeptDraws(1, n + 1);
            kept.keep(0, n, draws);
            kept.keep(0, 1, new double[] {Double.NaN});
            double[] sorted = draws.clone();
            Arrays.sort(sorted);
            double[] expected = Arrays.stream(KeptDraws.FRACTIONS)
                    .map(f -> n == 0 ? Double.NaN : linear(sorted, f * (n - 1)))
                    .toArray();
            assertThat(kept.percentiles(0)).containsExactly(expected);
        }
    }

    private static double linear(double[] sorted, double h) {
        int below = (int) h;
        double low = sorted[below];
        return low + (h - below) * (sorted[Math.min(below + 1, sorted.length - 1)] - low);
    }
}
