package org.cellarius.galaxy.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrayMathTest {

    private final ArrayMath best = ArrayMath.best();
    private final ArrayMath scalar = new ScalarArrayMath();

    @Test
    void testsRunOnTheVectorApi() {
        assertThat(best)
                .as("tests start with --add-modules jdk.incubator.vector")
                .isInstanceOf(VectorArrayMath.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 4099})
    void twinsAgreeToTwoUnitsInTheLastPlaceWhateverTheLength(int n) {
        var random = new CounterRandom(8);
        double[] a = IntStream.range(0, n)
                .mapToDouble(i -> 14 * (random.uniform(i, 0) - 0.5))
                .toArray();
        double[] b = IntStream.range(0, n).mapToDouble(i -> random.normal(i, 1)).toArray();
        double[][] one = new double[3][n];
        double[][] two = new double[3][n];
        best.sinCos(n, a, one[0], one[1]);
        best.atan2(n, a, b, one[2]);
        scalar.sinCos(n, a, two[0], two[1]);
        scalar.atan2(n, a, b, two[2]);
        for (int k = 0; k < 3; k++) {
            for (int i = 0; i < n; i++) {
                assertThat(Math.abs(one[k][i] - two[k][i])).isLessThanOrEqualTo(2 * Math.ulp(two[k][i]));
            }
        }
    }

    @Test
    void awkwardArgumentsAreTreatedAlike() {
        double nan = Double.NaN;
        double[] y = {0, -0.0, 0, -0.0, 1, -1, nan, 1, 0, 1e-300, 1e300, Double.POSITIVE_INFINITY};
        double[] x = {1, 1, -1, -1, 0, 0, 1, nan, 0, -1e300, 1e-300, 1};
        double[] one = new double[y.length];
        double[] two = new double[y.length];
        best.atan2(y.length, y, x, one);
        scalar.atan2(y.length, y, x, two);
        assertThat(one).containsExactly(two);
        double[] sin = new double[1];
        double[] cos = new double[1];
        best.sinCos(1, new double[] {nan}, sin, cos);
        assertThat(sin[0] + cos[0]).isNaN();
    }
}
