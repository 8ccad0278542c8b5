package org.cellarius.galaxy.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;

class StandardNormalTest {

    @Test
    void theLowerSideKeepsElevenDigits() {
        for (double x = -35; x <= 0; x += 0.0137) {
            double expected = 0.5 * Erf.erfc(-x / Math.sqrt(2));
            assertThat(StandardNormal.below(x) / expected).as("x = " + x).isCloseTo(1, within(2e-11));
            assertThat(StandardNormal.lnBelow(x)).isCloseTo(Math.log(expected), within(2e-11));
        }
    }

    @Test
    void theUpperSideIsOneLessTheLower() {
        for (double x = 0; x < 40; x += 0.0137) {
            assertThat(StandardNormal.below(x)).isCloseTo(1 - StandardNormal.below(-x), within(1e-15));
        }
        assertThat(StandardNormal.below(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(StandardNormal.below(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(StandardNormal.below(Double.NaN)).isNaN();
    }

    @Test
    void massesBetweenTwoPlacesHoldFarOut() {
        // Phi(-50) is 1e-545: only its logarithm exists. Mills' ratio: 1/(50 + 1/(50 + 2/(50 + ...))).
        double mills = 1 / (50 + 1 / (50 + 2 / (50 + 3 / 50.06)));
        double ln = -1250 - StandardNormal.LN_ROOT_TWO_PI + Math.log(mills);
        assertThat(StandardNormal.lnBelow(-50)).isCloseTo(ln, within(1e-9));
        assertThat(StandardNormal.lnBetween(50, 60)).isCloseTo(ln, within(1e-9));
        assertThat(StandardNormal.lnBetween(-0.3, 0.4))
                .isCloseTo(Math.log(StandardNormal.below(0.4) - StandardNormal.below(-0.3)), within(1e-14));
        assertThat(StandardNormal.lnBetween(5, 5.5))
                .isCloseTo(Math.log(StandardNormal.below(-5) - StandardNormal.below(-5.5)), within(1e-11));
        assertThat(StandardNormal.between(-20, 0.1)).isCloseTo(StandardNormal.below(0.1), within(1e-16));
    }

    @Test
    void aProductOfManyNumbersIsTheSumOfTheirLogarithms() {
        var product = new LogProduct();
        double sum = 0;
        for (int k = 1; k < 3000; k++) {
            double factor = Math.pow(10, (k * 37 % 401) - 200);
            product.times(factor);
            sum += Math.log(factor);
        }
        assertThat(product.ln()).isCloseTo(sum, within(1e-9 * 3000));
        var empty = new LogProduct();
        empty.times(0);
        assertThat(empty.ln()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    /** scipy.stats.norm.ppf, scipy 1.17.1. */
    @Test
    void quantilesEqualScipy() {
        assertThat(StandardNormal.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-14));
        assertThat(StandardNormal.quantile(0.5)).isCloseTo(0, within(1e-15));
        assertThat(StandardNormal.quantile(0.1)).isCloseTo(-1.2815515655446004, within(1e-14));
        assertThat(StandardNormal.quantile(1e-10)).isCloseTo(-6.361340902404056, within(1e-13));
        assertThat(StandardNormal.quantile(1e-300)).isCloseTo(-37.0470962993612, within(1e-12));
        for (double x = -8; x < 8; x += 0.37) {
            assertThat(StandardNormal.quantile(StandardNormal.below(x))).isCloseTo(x, within(x > 5 ? 1e-2 : 1e-9));
        }
    }
}
