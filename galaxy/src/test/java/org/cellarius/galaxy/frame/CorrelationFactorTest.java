package org.cellarius.galaxy.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cellarius.galaxy.Columns;
import org.cellarius.galaxy.frame.ErrorColumns.Correlations;
import org.cellarius.galaxy.frame.ErrorColumns.Sky;
import org.cellarius.galaxy.frame.PhaseSpaceErrors.Covariance;
import org.junit.jupiter.api.Test;

class CorrelationFactorTest {

    private static final int[] ORDER = StarErrors.DISTANCE_FIRST;

    @Test
    void theFactorTimesItsTransposeIsTheMatrix() {
        double[] matrix = matrix(0.3, -0.2, 0.2, 0.25, -0.1, 0.25, 0.1, 0.3, -0.3, 0.15);
        var factor = CorrelationFactor.of(matrix, ORDER);
        assertThat(factor.exists()).isTrue();
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                double sum = 0;
                for (int k = 0; k < 5; k++) {
                    sum += factor.at(i, k) * factor.at(j, k);
                }
                assertThat(sum).isCloseTo(matrix[ORDER[i] * 5 + ORDER[j]], within(1e-15));
                assertThat(j > i ? factor.at(i, j) : 0).isZero();
            }
        }
    }

    @Test
    void contradictingCorrelationsHaveNoFactor() {
        // a = b and b = c, but a = -c.
        assertThat(CorrelationFactor.of(matrix(0.99, 0.99, -0.99, 0, 0, 0, 0, 0, 0, 0), ORDER)
                        .exists())
                .isFalse();
        assertThat(CorrelationFactor.of(matrix(1, 1, 0.5, 0, 0, 0, 0, 0, 0, 0), ORDER)
                        .exists())
                .isFalse();
        assertThat(CorrelationFactor.of(matrix(1, 1, 1, 0, 0, 0, 0, 0, 0, 0), ORDER)
                        .exists())
                .as("the same three times")
                .isTrue();
    }

    @Test
    void aParallaxTooLargeIsADistanceTooSmall() {
        var columns = new ErrorColumns(DistanceErrorModel.NORMAL, Sky.EXACT, Correlations.GAIA_DISTANCE_FROM_PARALLAX);
        var kernel = new PhaseSpaceErrors(new GalactocentricFrame(Sun.HAWKINS_2023), columns, Covariance.WRITTEN);
        assertThat(kernel.inputs()).endsWith("parallax_pmra_corr", "parallax_pmdec_corr", "pmra_pmdec_corr");
        double[][] towardsCentre = {
            {266.4051}, {-28.936175}, {2}, {0}, {0}, {0}, {0.1}, {0.02}, {0.02}, {1}, {0.5}, {0}, {0}
        };
        double covariance = Columns.of(kernel, towardsCentre).column("x_vy_cov")[0];
        LocalAxes axes = LocalAxes.at(266.4051, -28.936175).seenIn(new GalactocentricFrame(Sun.HAWKINS_2023).rotation);
        double expected = -0.5
                * 0.1
                * 0.02
                * PhaseSpaceKernel.KMS_PER_MASYR_KPC
                * 2
                * axes.east().y()
                * axes.outward().x();
        assertThat(covariance).isCloseTo(expected, within(1e-12));
        assertThat(Math.abs(expected)).isGreaterThan(1e-3);
    }

    /** Upper triangle in the order ra-dec, ra-distance, dec-distance, then ra, dec and distance with pmra, the same with pmdec, pmra-pmdec. */
    private static double[] matrix(double... c) {
        int[][] pairs = {{0, 1}, {0, 2}, {1, 2}, {0, 3}, {1, 3}, {2, 3}, {0, 4}, {1, 4}, {2, 4}, {3, 4}};
        double[] m = new double[25];
        for (int i = 0; i < 5; i++) {
            m[i * 6] = 1;
        }
        for (int k = 0; k < pairs.length; k++) {
            m[pairs[k][0] * 5 + pairs[k][1]] = c[k];
            m[pairs[k][1] * 5 + pairs[k][0]] = c[k];
        }
        return m;
    }
}
