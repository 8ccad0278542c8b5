package org.cellarius.galaxy.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Nystrom8Test {

    @Test
    void stagesLieWhereTheySay() {
        for (int s = 1; s < Nystrom8.STAGES; s++) {
            double c = Nystrom8.C[s];
            assertThat(Arrays.stream(Nystrom8.A[s]).sum()).as("stage %d", s).isCloseTo(c * c / 2, within(2e-14));
        }
    }

    /** Quadrature conditions: &Sigma; b' c^k = 1/(k+1), &Sigma; b c^k = 1/((k+1)(k+2)); those of the error pair hold to order 6. */
    @Test
    void powersOfTimeAreIntegratedToOrderEight() {
        for (int k = 0; k < 8; k++) {
            assertThat(moment(Nystrom8.V, k)).as("velocity, t^%d", k).isCloseTo(1.0 / (k + 1), within(1e-14));
        }
        for (int k = 0; k < 7; k++) {
            assertThat(moment(Nystrom8.A[8], k))
                    .as("position, t^%d", k)
                    .isCloseTo(1.0 / ((k + 1) * (k + 2)), within(1e-14));
        }
        for (int k = 0; k < 6; k++) {
            assertThat(moment(Nystrom8.EV, k)).as("velocity error, t^%d", k).isCloseTo(0, within(1e-14));
        }
        for (int k = 0; k < 5; k++) {
            assertThat(moment(Nystrom8.EQ, k)).as("position error, t^%d", k).isCloseTo(0, within(1e-14));
        }
        assertThat(Math.abs(moment(Nystrom8.EV, 6))).isGreaterThan(1e-6);
    }

    private static double moment(double[] weights, int power) {
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            sum += weights[j] * Math.pow(Nystrom8.C[j], power);
        }
        return sum;
    }

    /** An eccentric Kepler orbit: twice as many steps, an error 2^8 times smaller. */
    @Test
    void errorsFallWithTheEighthPower() {
        double coarse = keplerError(25);
        double fine = keplerError(50);
        assertThat(Math.log(coarse / fine) / Math.log(2)).isBetween(7.5, 9.5);
        assertThat(fine).isLessThan(1e-6);
    }

    private static double keplerError(int steps) {
        double e = 0.3;
        double[] q = {1 - e, 0};
        double[] v = {0, Math.sqrt((1 + e) / (1 - e))};
        double h = 2 * Math.PI / steps;
        double[][] a = new double[Nystrom8.STAGES][];
        for (int step = 0; step < steps; step++) {
            double[] next = q;
            for (int s = 0; s < Nystrom8.STAGES; s++) {
                next = new double[2];
                for (int d = 0; d < 2; d++) {
                    double sum = 0;
                    for (int j = 0; j < s; j++) {
                        sum += Nystrom8.A[s][j] * a[j][d];
                    }
                    next[d] = q[d] + h * (Nystrom8.C[s] * v[d] + h * sum);
                }
                double r = Math.hypot(next[0], next[1]);
                a[s] = new double[] {-next[0] / (r * r * r), -next[1] / (r * r * r)};
            }
            for (int d = 0; d < 2; d++) {
                for (int j = 0; j < Nystrom8.STAGES; j++) {
                    v[d] += h * Nystrom8.V[j] * a[j][d];
                }
            }
            q = next;
        }
        return Math.hypot(q[0] - (1 - e), q[1]);
    }
}
