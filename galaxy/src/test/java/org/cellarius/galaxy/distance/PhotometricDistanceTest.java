package org.cellarius.galaxy.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.cellarius.galaxy.Columns;
import org.cellarius.galaxy.column.StarStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotometricDistanceTest {

    private static final double NAN = Double.NaN;

    /** The Large Magellanic Cloud at 18.477 mag lies at 49.59 kpc (Pietrzynski et al. 2019, Nature 567, 200); ten parsecs have modulus zero. */
    @Test
    void moduliAreDistances() {
        var kernel = new ModulusKernel(ModulusErrors.NONE, Optional.empty());
        var made = Columns.of(kernel, new double[] {0, 10, 18.477, 14.5, NAN, 1e9});
        double[] kpc = made.column("distance");
        assertThat(kpc[0]).isCloseTo(0.01, within(1e-16));
        assertThat(kpc[1]).isCloseTo(1, within(1e-14));
        assertThat(kpc[2]).isCloseTo(49.59, within(0.005));
        assertThat(kpc[3]).isCloseTo(Math.pow(10, 0.9), within(1e-13));
        assertThat(made.status()[4]).isEqualTo(StarStatus.NO_PHOTOMETRY);
        assertThat(made.status()[5]).isEqualTo(StarStatus.NO_PHOTOMETRY);
        assertThat(kpc[4]).isNaN();
    }

    @Test
    void quantilesOfModuliAreThoseOfDistances() {
        var made = Columns.of(
                new ModulusKernel(ModulusErrors.SYMMETRIC, Optional.of("a_g")),
                new double[] {11, 11, 11},
                new double[] {0.1, NAN, -1},
                new double[] {1, 1, 1});
        assertThat(made.column("distance_lo")[0]).isCloseTo(Math.pow(10, -0.02), within(1e-14));
        assertThat(made.column("distance_hi")[0]).isCloseTo(Math.pow(10, 0.02), within(1e-14));
        assertThat(made.column("distance_error")[0]).isCloseTo(0.1 * Math.log(10) / 5, within(1e-15));
        // An unknown or impossible error leaves the distance.
        assertThat(made.status()).containsOnly(StarStatus.OK);
        assertThat(made.column("distance")).containsExactly(made.column("distance")[0], 1, 1);
        assertThat(made.column("distance_lo")[1]).isNaN();
        assertThat(made.column("distance_error")[2]).isNaN();
        var bounded = Columns.of(
                new ModulusKernel(ModulusErrors.BOUNDS, Optional.empty()),
                new double[] {10, 10},
                new double[] {9.8, 10.2},
                new double[] {10.3, 10.3});
        assertThat(bounded.column("distance_lo")[0]).isCloseTo(Math.pow(10, -0.04), within(1e-14));
        assertThat(bounded.column("distance_hi")[0]).isCloseTo(Math.pow(10, 0.06), within(1e-14));
        assertThat(bounded.column("distance_error")[0]).isCloseTo(0.25 * Math.log(10) / 5, within(1e-15));
        assertThat(bounded.column("distance_lo")[1]).isNaN();
    }

    /** By hand: ten days, solar iron, W = 7 - 1.90 (7.5 - 6.5) = 5.1, so that the modulus is 5.1 + 5.988. */
    @Test
    void cepheidOfTenDaysHasTheZeroPointOfTheRelation() {
        var kernel = new PeriodLuminosityKernel(
                PeriodLuminosityRelation.RIPEPI_2022_METALLICITY, Pulsation.BY_COLUMN, Fundamentalisation.FEAST1997, 0);
        double overtone = 10 * 0.69;
        // The overtone of a fundamental period: a fixed point of P1 = P0 (0.716 - 0.027 log P1).
        for (int k = 0; k < 30; k++) {
            overtone = 10 * (0.716 - 0.027 * Math.log10(overtone));
        }
        var made = Columns.of(
                kernel,
                new double[] {10, 10, 100, overtone, 10, 10, 10, 0},
                same(7),
                same(7.5),
                same(6.5),
                new double[] {0, 0.5, 0, 0, 0, 0, NAN, 0},
                new double[] {0, 0.1, 0, 0, NAN, 0, 0, 0},
                new double[] {0, 0, 0, 1, 0, 2, 0, 0});
        double[] modulus = made.column("distance_modulus");
        double[] error = made.column("distance_modulus_error");
        assertThat(modulus[0]).isCloseTo(11.088, within(1e-12));
        assertThat(error[0]).isCloseTo(0.018, within(1e-12));
        assertThat(modulus[1]).isCloseTo(11.088 + 0.26, within(1e-12));
        assertThat(error[1]).isCloseTo(Math.sqrt(0.018 * 0.018 + 0.045 * 0.045 + 0.052 * 0.052), within(1e-12));
        assertThat(modulus[2]).isCloseTo(11.088 + 3.176, within(1e-12));
        assertThat(error[2]).isCloseTo(Math.hypot(0.018, 0.044), within(1e-12));
        assertThat(modulus[3]).isCloseTo(modulus[0], within(1e-12));
        assertThat(made.column("distance")[4]).isEqualTo(made.column("distance")[0]);
        assertThat(made.column("distance_lo")[4]).isNaN();
        assertThat(made.status())
                .containsExactly(
                        StarStatus.OK,
                        StarStatus.OK,
                        StarStatus.OK,
                        StarStatus.OK,
                        StarStatus.OK,
                        StarStatus.NO_PHOTOMETRY,
                        StarStatus.NO_PHOTOMETRY,
                        StarStatus.NO_PHOTOMETRY);
    }

    /** Double-mode Cepheids of the list of Pietrukowicz et al. (2021, AcA 71, 205): P_F and P_1O, d. */
    @ParameterizedTest
    @CsvSource({
        "2.0973281, 1.4999841",
        "3.7340527, 2.6531883",
        "3.0245807, 2.1558794",
        "2.1393452, 1.5183159",
        "1.8932237, 1.3655611"
    })
    void fundamentalisedPeriodsAreThoseOfDoubleModeCepheids(double fundamentalDays, double overtoneDays) {
        assertThat(Fundamentalisation.FEAST1997.fundamentalPeriodDays(overtoneDays) / fundamentalDays)
                .isCloseTo(1, within(0.02));
    }

    @Test
    void aScatterOfMagnitudesIsRefused() {
        assertThatThrownBy(() -> new PeriodLuminosityKernel(
                        PeriodLuminosityRelation.RIPEPI_2022_METALLICITY,
                        Pulsation.FUNDAMENTAL,
                        Fundamentalisation.FEAST1997,
                        -0.1))
                .hasMessageContaining("scatter");
    }

    private static double[] same(double value) {
        double[] column = new double[8];
        java.util.Arrays.fill(column, value);
        return column;
    }
}
