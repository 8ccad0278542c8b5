package org.cellarius.galaxy.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SplineDegreeTest {

    /** Their sum is degree!, and each goes on in the next cell where it stopped. */
    @ParameterizedTest
    @EnumSource
    void splinesAddUpToAConstantAndJoin(SplineDegree degree) {
        double factorial = 1;
        for (int k = 2; k <= degree.degree(); k++) {
            factorial *= k;
        }
        double[] value = new double[degree.order()];
        double[] slope = new double[degree.order()];
        for (double t : new double[] {0, 0.1, 0.37, 0.5, 0.92, 1}) {
            degree.weigh(t, value, slope);
            assertThat(Arrays.stream(value).sum()).isCloseTo(factorial, within(1e-13 * factorial));
            assertThat(Arrays.stream(slope).sum()).isCloseTo(0, within(1e-13 * factorial));
        }
        double[] nextValue = new double[degree.order()];
        double[] nextSlope = new double[degree.order()];
        degree.weigh(1, value, slope);
        degree.weigh(0, nextValue, nextSlope);
        for (int k = 1; k < degree.order(); k++) {
            assertThat(value[k]).isCloseTo(nextValue[k - 1], within(1e-13));
            assertThat(slope[k]).isCloseTo(nextSlope[k - 1], within(1e-13));
        }
    }

    @ParameterizedTest
    @EnumSource
    void slopesAreTheDerivatives(SplineDegree degree) {
        double h = 1e-4;
        double[][] value = new double[2][degree.order()];
        double[] slope = new double[degree.order()];
        for (double t : new double[] {0.01, 0.3, 0.5, 0.8, 0.99}) {
            degree.weigh(t - h, value[0], slope);
            degree.weigh(t + h, value[1], slope);
            degree.weigh(t, new double[degree.order()], slope);
            for (int k = 0; k < degree.order(); k++) {
                assertThat((value[1][k] - value[0][k]) / (2 * h)).isCloseTo(slope[k], within(1e-5));
            }
        }
    }
}
