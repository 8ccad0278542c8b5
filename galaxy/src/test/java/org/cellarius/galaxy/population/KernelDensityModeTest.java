package org.cellarius.galaxy.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The peak beside the sum of kernels itself: its derivative vanishes there, and nowhere on a fine grid is it higher. */
class KernelDensityModeTest {

    private static final double LO = -3.7;
    private static final double SPACING = 2e-4;
    private static final double BANDWIDTH = SPACING * KernelDensityMode.NODES_PER_BANDWIDTH;

    @Test
    void unequalPeaksFarApart() {
        isThePeak(spikes(20_000, 3_000, 1.0, 9_000, 1.01, 16_000, 0.99));
    }

    @Test
    void aShoulderBesideThePeak() {
        isThePeak(spikes(12_000, 5_000, 1.0, 7_100, 0.9));
    }

    @Test
    void aTopThatIsFlat() {
        // Two equal kernels 1.99 bandwidths apart: the second derivative is 1 % of that of one kernel, and positive at
        // 2.
        double[] weights = spikes(12_000, 5_000, 1, 6_990, 1);
        assertThat(KernelDensityMode.of(weights, LO, SPACING))
                .isCloseTo(LO + 5_995 * SPACING, within(1e-7 * BANDWIDTH));
    }

    @Test
    void aSkewPeakOfManyNodes() {
        double[] weights = IntStream.range(0, 15_000)
                .mapToDouble(k -> k / 1000.0 * k * Math.exp(-k / 700.0))
                .toArray();
        isThePeak(weights);
    }

    @Test
    void oneNode() {
        assertThat(KernelDensityMode.of(spikes(4_000, 1_234, 5), LO, SPACING))
                .isCloseTo(LO + 1_234 * SPACING, within(1e-11 * BANDWIDTH));
    }

    private static void isThePeak(double[] weights) {
        double peak = KernelDensityMode.of(weights, LO, SPACING);
        double highest = density(weights, peak, false);
        // 1e-9 of a bandwidth beside the root the derivative has changed by that part of the second derivative.
        assertThat(density(weights, peak - 1e-9 * BANDWIDTH, true)).isPositive();
        assertThat(density(weights, peak + 1e-9 * BANDWIDTH, true)).isNegative();
        for (int k = 0; k < weights.length; k += 10) {
            assertThat(density(weights, LO + k * SPACING, false)).isLessThanOrEqualTo(highest);
        }
    }

    /** The sum of all kernels or its derivative, to a positive factor. */
    private static double density(double[] weights, double t, boolean derivative) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            if (weights[k] > 0) {
                double u = (LO + k * SPACING - t) / BANDWIDTH;
                sum += weights[k] * Math.exp(-0.5 * u * u) * (derivative ? u : 1);
            }
        }
        return sum;
    }

    /** Nodes and their weights in turn. */
    private static double[] spikes(int nodes, double... nodeAndWeight) {
        double[] weights = new double[nodes];
        for (int k = 0; k < nodeAndWeight.length; k += 2) {
            weights[(int) nodeAndWeight[k]] = nodeAndWeight[k + 1];
        }
        return weights;
    }
}
