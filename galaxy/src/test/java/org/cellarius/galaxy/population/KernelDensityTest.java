package org.cellarius.galaxy.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KernelDensityTest {

    private static final double[] VALUES = {-0.31, -0.12, 0.05, 0.07, 0.11, 0.13, 0.30, 0.42, 0.44, 0.9};
    private static final double[] AT = {-0.5, 0.0, 0.1, 0.43, 1.2};

    /** scipy 1.10.1, gaussian_kde(VALUES, "scott") and "silverman". */
    @ParameterizedTest
    @EnumSource
    void densitiesAreThoseOfScipy(KernelBandwidth bandwidth) {
        double[] expected = switch (bandwidth) {
            case SCOTT1992 ->
                new double[] {
                    0.18111073938273015, 1.0231272594977128, 1.114248599648744, 0.7664144558786745, 0.06986696665490051
                };
            case SILVERMAN1986 ->
                new double[] {
                    0.19130147206318698, 1.0017891030748263, 1.0858916159691872, 0.7633104219190485, 0.07401092302425667
                };
        };
        double width = switch (bandwidth) {
            case SCOTT1992 -> 0.21250454357138912;
            case SILVERMAN1986 -> 0.22508987888201148;
        };
        Moments[] moments = {Moments.of(VALUES, VALUES.length)};
        assertThat(bandwidth.of(VALUES.length, moments[0].standardDeviation())).isEqualTo(width, within(1e-15));
        LinearBinsByGroup bins = KernelDensityMode.bins(new Grouping.Everyone(), Weighting.EQUAL, moments, bandwidth);
        double[][] nodes = bins.fold(bins.empty(), VALUES.length, new double[][] {VALUES});
        for (int k = 0; k < AT.length; k++) {
            assertThat(KernelDensity.at(AT[k], nodes[0], bins.lo()[0], bins.spacing()[0], VALUES.length))
                    .isEqualTo(expected[k], within(3e-7));
        }
    }
}
