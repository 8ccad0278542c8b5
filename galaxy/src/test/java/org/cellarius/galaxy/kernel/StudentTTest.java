package org.cellarius.galaxy.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Closed forms of one and two degrees of freedom, and numbers of scipy and mpmath. */
class StudentTTest {

    @Test
    void oneAndTwoDegreesOfFreedomAreClosedForms() {
        for (double p : new double[] {1e-6, 0.025, 0.16, 0.4, 0.7, 0.975, 0.999}) {
            double cauchy = Math.tan(Math.PI * (p - 0.5));
            double two = (2 * p - 1) / Math.sqrt(2 * p * (1 - p));
            assertThat(StudentT.quantile(p, 1)).isCloseTo(cauchy, within(1e-9 * Math.abs(cauchy)));
            assertThat(StudentT.quantile(p, 2)).isCloseTo(two, within(1e-9 * Math.abs(two)));
        }
    }

    @Test
    void equalsScipy() {
        // scipy.stats.t.ppf; of 2.7 degrees of freedom, where that is good to 2e-9 only, mpmath's integral
        assertThat(StudentT.quantile(0.975, 6)).isCloseTo(2.4469118487916806, within(2.45e-09));
        assertThat(StudentT.quantile(0.84, 6)).isCloseTo(1.0839756791264799, within(1.08e-09));
        assertThat(StudentT.quantile(0.975, 28)).isCloseTo(2.048407141795244, within(2.05e-09));
        assertThat(StudentT.quantile(0.84, 2.7)).isCloseTo(1.21456205664802, within(1.21e-09));
        assertThat(StudentT.quantile(0.025, 0.5)).isCloseTo(-164.55767352096126, within(1.65e-07));
        assertThat(StudentT.quantile(0.975, 398)).isCloseTo(1.9659423239761926, within(1.97e-09));
        assertThat(StudentT.quantile(0.975, 1000000.0)).isCloseTo(1.9599663568141066, within(1.96e-09));
        assertThat(StudentT.quantile(0.975, 1e12)).isCloseTo(StandardNormal.quantile(0.975), within(1e-12));
    }
}
