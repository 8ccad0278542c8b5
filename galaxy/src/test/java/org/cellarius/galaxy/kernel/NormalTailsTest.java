package org.cellarius.galaxy.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;

class NormalTailsTest {

    private static final int N = 20_011;

    @Test
    void bothFormsGiveTheSameBits() {
        double[][] scalar = tails(new ScalarNormalTails());
        double[][] vector = tails(new VectorNormalTails());
        for (int i = 0; i < N; i++) {
            assertThat(vector[1][i]).isEqualTo(scalar[1][i]);
            assertThat(vector[2][i]).isEqualTo(scalar[2][i]);
        }
    }

    @Test
    void densitiesAndTailsAreThoseOfTheNormal() {
        double[][] found = tails(new VectorNormalTails());
        for (int i = 0; i < N; i++) {
            double t = Math.abs(found[0][i]);
            if (t < 9) {
                assertThat(found[1][i] / StandardNormal.density(t)).isCloseTo(1, within(1e-13));
                assertThat(found[2][i] / (0.5 * Erf.erfc(t / Math.sqrt(2))))
                        .as("t = " + t)
                        .isCloseTo(1, within(2e-12));
            } else {
                assertThat(found[1][i]).isZero();
                assertThat(found[2][i]).isZero();
            }
        }
    }

    private static double[][] tails(NormalTails form) {
        int length = DrawMath.padded(N);
        double[][] columns = {
            IntStream.range(0, length).mapToDouble(i -> (i - 10_000) * 1.03e-3).toArray(),
            new double[length],
            new double[length]
        };
        columns[0][5] = Double.NaN;
        columns[0][6] = Double.POSITIVE_INFINITY;
        form.of(N, columns[0], columns[1], columns[2]);
        columns[0][5] = 10;
        columns[0][6] = 10;
        return columns;
    }
}
