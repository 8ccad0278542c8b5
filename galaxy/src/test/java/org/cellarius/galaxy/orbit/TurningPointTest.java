package org.cellarius.galaxy.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TurningPointTest {

    /** cos t has its maximum 1 at 0, wherever in the step that is. */
    @Test
    void theMaximumOfACosineIsFoundFromBothEnds() {
        for (double before : new double[] {1e-9, 0.001, 0.1, 0.25, 0.4}) {
            for (double after : new double[] {1e-9, 0.002, 0.1, 0.25, 0.4}) {
                double h = before + after;
                double top = TurningPoint.value(
                        Math.cos(before),
                        Math.sin(before),
                        -Math.cos(before),
                        Math.cos(after),
                        -Math.sin(after),
                        -Math.cos(after),
                        h);
                assertThat(top)
                        .as("%s before, %s after", before, after)
                        .isCloseTo(1, within(1e-15 + Math.pow(h, 6) / 40_000));
            }
        }
    }

    @Test
    void aQuinticIsExact() {
        // f = (t - 0.3)^2 (1 + t^3): minimum 0 at 0.3
        double h = 1;
        double[] f = new double[6];
        for (int end = 0; end < 2; end++) {
            double t = end;
            double g = t - 0.3;
            double k = 1 + t * t * t;
            f[3 * end] = g * g * k;
            f[3 * end + 1] = 2 * g * k + g * g * 3 * t * t;
            f[3 * end + 2] = 2 * k + 12 * g * t * t + g * g * 6 * t;
        }
        assertThat(TurningPoint.value(f[0], f[1], f[2], f[3], f[4], f[5], h)).isCloseTo(0, within(1e-14));
        assertThat(TurningPoint.place(f[0], f[1], f[2], f[3], f[4], f[5], h)).isCloseTo(0.3, within(1e-7));
    }

    @Test
    void aTurnAtTheVeryEndIsTheEnd() {
        assertThat(TurningPoint.value(1, -2, 2, 0, 0, 2, 1)).isCloseTo(0, within(1e-14));
        assertThat(TurningPoint.value(0, 0, 2, 1, 2, 2, 1)).isCloseTo(0, within(1e-14));
    }
}
