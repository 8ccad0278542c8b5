package org.cellarius.galaxy.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawMathTest {

    private final DrawMath best = DrawMath.best();
    private final DrawMath scalar = new ScalarDrawMath();

    @Test
    void testsRunOnTheVectorApi() {
        assertThat(best).isInstanceOf(VectorDrawMath.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 100, 4099})
    void twinsAgreeToTheBitWhateverTheLength(int n) {
        var one = new Draws(best, n);
        var two = new Draws(scalar, n);
        assertThat(one.bits).containsExactly(two.bits);
        assertThat(one.radii).containsExactly(two.radii);
        assertThat(one.first).containsExactly(two.first);
        assertThat(one.second).containsExactly(two.second);
        assertThat(best.sum(n, one.first)).isEqualTo(scalar.sum(n, one.first));
        assertThat(best.dot(n, one.first, one.second)).isEqualTo(scalar.dot(n, one.first, one.second));
    }

    @Test
    void radiiAndCirclePointsEqualTheLibrarysFunctions() {
        int n = 100_000;
        var draws = new Draws(best, n);
        for (int i = 0; i < n; i++) {
            double u = uniform(draws.radiusBits[i]);
            double radius = Math.sqrt(-2 * Math.log(u));
            assertThat(draws.radii[i]).isCloseTo(radius, within(2e-14 * radius));
            double angle = Math.PI * ((draws.bits[i] >>> 12) * 0x1p-52 - 0.5);
            double side = (draws.bits[i] & 1) == 0 ? 1 : -1;
            assertThat(draws.first[i]).isCloseTo(side * radius * Math.cos(angle), within(1e-13 * radius));
            assertThat(draws.second[i]).isCloseTo(radius * Math.sin(angle), within(1e-13 * radius));
        }
    }

    @Test
    void extremeBitsGiveFiniteNormals() {
        long[] bits = {0, -1, 1, Long.MIN_VALUE, Long.MAX_VALUE, 0xFFFL, 0x1000L, -0x1000L};
        double[] radii = new double[8];
        best.radii(8, bits, radii);
        double[] first = new double[8];
        double[] second = new double[8];
        best.normalPairs(8, bits, radii, first, second);
        assertThat(radii[0]).as("the largest radius").isCloseTo(Math.sqrt(2 * 53 * Math.log(2)), within(1e-14));
        assertThat(radii[1]).as("the smallest").isCloseTo(Math.sqrt(2 * 0x1p-53), within(1e-20));
        for (int i = 0; i < 8; i++) {
            assertThat(Math.hypot(first[i], second[i])).isCloseTo(radii[i], within(1e-13 * radii[i]));
        }
    }

    private static double uniform(long bits) {
        return ((bits >>> 12) + 0.5) * 0x1p-52;
    }

    private static final class Draws {
        final long[] radiusBits;
        final long[] bits;
        final double[] radii;
        final double[] first;
        final double[] second;

        Draws(DrawMath math, int n) {
            int padded = DrawMath.padded(n);
            radiusBits = new long[padded];
            bits = new long[padded];
            radii = new double[padded];
            first = new double[padded];
            second = new double[padded];
            math.bits(n, 17, 0x9E3779B97F4A7C15L, radiusBits);
            math.bits(n, IntStream.of(n).sum() * 1_000_003L, 0x632BE59BD9B4E019L, bits);
            math.radii(n, radiusBits, radii);
            math.normalPairs(n, bits, radii, first, second);
        }
    }
}
