package org.cellarius.galaxy.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
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

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 9, 1000})
    void twinsOfFunctionsAgreeToTheBit(int n) {
        var one = new Functions(best, n);
        var two = new Functions(scalar, n);
        assertThat(one.mixed).containsExactly(two.mixed);
        assertThat(one.uniforms).containsExactly(two.uniforms);
        assertThat(one.logarithms).containsExactly(two.logarithms);
        assertThat(one.exponentials).containsExactly(two.exponentials);
        assertThat(one.cosines).containsExactly(two.cosines);
        assertThat(one.sines).containsExactly(two.sines);
    }

    @Test
    void functionsEqualTheLibrarys() {
        int n = 100_000;
        var made = new Functions(best, n);
        for (int i = 0; i < n; i++) {
            double u = made.uniforms[i];
            assertThat(u).isEqualTo(uniform(made.mixed[i]));
            assertThat(made.logarithms[i])
                    .isCloseTo(
                            Math.log(made.positive[i]), within(2e-16 + 3.4e-14 * Math.abs(Math.log(made.positive[i]))));
            assertThat(made.exponentials[i])
                    .isCloseTo(Math.exp(made.exponents[i]), within(1e-15 * Math.exp(made.exponents[i])));
            assertThat(made.cosines[i]).isCloseTo(Math.cos(2 * Math.PI * u), within(2e-13));
            assertThat(made.sines[i]).isCloseTo(Math.sin(2 * Math.PI * u), within(2e-13));
        }
    }

    private static final class Functions {
        final long[] mixed;
        final double[] uniforms;
        final double[] positive;
        final double[] logarithms;
        final double[] exponents;
        final double[] exponentials;
        final double[] cosines;
        final double[] sines;

        Functions(DrawMath math, int n) {
            int padded = DrawMath.padded(n);
            long[] keys = new long[padded];
            Arrays.setAll(keys, i -> i * 0x632BE59BD9B4E019L);
            mixed = new long[padded];
            uniforms = new double[padded];
            positive = new double[padded];
            logarithms = new double[padded];
            exponents = new double[padded];
            exponentials = new double[padded];
            cosines = new double[padded];
            sines = new double[padded];
            math.mixed(n, keys, 4711, mixed);
            math.uniforms(n, mixed, uniforms);
            // Over 600 powers of ten, and close to 1.
            Arrays.setAll(positive, i -> i % 3 == 0 ? Math.pow(10, 600 * uniforms[i] - 300) : 0.9 + 0.2 * uniforms[i]);
            Arrays.setAll(exponents, i -> i % 3 == 0 ? 1398 * uniforms[i] - 699 : uniforms[i] - 0.5);
            math.logarithms(n, positive, logarithms);
            math.exponentials(n, exponents, exponentials);
            math.circlePoints(n, uniforms, cosines, sines);
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
