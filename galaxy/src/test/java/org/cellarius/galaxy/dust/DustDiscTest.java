package org.cellarius.galaxy.dust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cellarius.galaxy.column.StarStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against integrals that are known in closed form, and against a sum of ten thousand steps. */
class DustDiscTest {

    private static final DustDisc FLAT = new DustDisc(0.7, 2.26, 0.1344, 8.122, 0);

    private static double a0(DustDisc disc, double l, double b, double kpc) {
        double[] out = new double[3];
        assertThat(disc.reddening(l, b, kpc, out)).isEqualTo(StarStatus.OK);
        return out[0];
    }

    @ParameterizedTest
    @CsvSource({"0.05", "0.5", "3", "40"})
    void towardsThePolesItIsAnExponentialOfHeight(double kpc) {
        double expected = 0.7 * 0.1344 * -Math.expm1(-kpc / 0.1344);
        assertThat(a0(FLAT, 10, 90, kpc)).isCloseTo(expected, within(1e-6 * expected));
        assertThat(a0(FLAT, 10, -90, kpc)).isCloseTo(expected, within(1e-6 * expected));
    }

    @Test
    void inThePlaneItGrowsToTheCentreAndFallsBehindIt() {
        double centre = 0.7 * 2.26 * Math.expm1(8.122 / 2.26);
        assertThat(a0(FLAT, 0, 0, 4)).isCloseTo(0.7 * 2.26 * Math.expm1(4 / 2.26), within(1e-6));
        assertThat(a0(FLAT, 0, 0, 8.122)).isCloseTo(centre, within(1e-6 * centre));
        assertThat(a0(FLAT, 0, 0, 12.122))
                .isCloseTo(
                        centre + 0.7 * 2.26 * Math.exp(8.122 / 2.26) * -Math.expm1(-4 / 2.26), within(1e-5 * centre));
        assertThat(a0(FLAT, 180, 0, 4)).isCloseTo(0.7 * 2.26 * -Math.expm1(-4 / 2.26), within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"30,-2,6", "359,-0.1,15", "90,0,3", "200,40,9", "120,-80,0.4", "1,-3,12"})
    void alongAnyLineItIsTheSumOfManySteps(double l, double b, double kpc) {
        DustDisc disc = DustDisc.USUAL;
        int steps = 400_000;
        double sum = 0;
        double cl = Math.cos(Math.toRadians(l));
        double sl = Math.sin(Math.toRadians(l));
        double cb = Math.cos(Math.toRadians(b));
        double sb = Math.sin(Math.toRadians(b));
        for (int k = 0; k < steps; k++) {
            double s = kpc * (k + 0.5) / steps;
            double r = Math.sqrt(Math.pow(8.122 - s * cb * cl, 2) + Math.pow(s * cb * sl, 2));
            sum += 0.7 * Math.exp(-(r - 8.122) / 2.26 - Math.abs(0.0208 + s * sb) / 0.1344);
        }
        double expected = sum * kpc / steps;
        assertThat(a0(disc, l, b, kpc)).isCloseTo(expected, within(1e-6 * expected));
    }
}
