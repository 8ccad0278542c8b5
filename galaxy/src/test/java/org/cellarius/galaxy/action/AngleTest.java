package org.cellarius.galaxy.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cellarius.galaxy.Columns;
import org.cellarius.galaxy.potential.GravitationalConstant;
import org.cellarius.galaxy.potential.Isochrone;
import org.cellarius.galaxy.potential.Potential;
import org.cellarius.galaxy.potential.Potentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Angles grow evenly with time: that is what makes them angles. */
class AngleTest {

    private static final double MASS = 1e11;
    private static final double SCALE = 0.8;
    private static final int STATES = 60;

    /** The isochrone's frequencies are formulas: Binney and Tremaine (2008), eqs. 3.226 and 3.228. */
    @ParameterizedTest
    @CsvSource({
        "8, 0.5, 40, 60, 150, 30",
        "8, -1, -60, 20, 170, -100",
        "3, 2, 30, -80, -90, 5",
        "6, 0, 0.5, 0.4, 200, 170",
        "10, 1, 0, 120, 60, 0",
        "5, 3, 120, 10, 20, 77"
    })
    void anglesOfTheIsochroneGrowWithItsFrequencies(
            double r, double z, double vr, double vz, double vPhi, double phiDeg) {
        Potential potential = Potential.of("isochrone", "test", 8, 200, List.of(new Isochrone(MASS, SCALE)));
        double step = 0.004;
        double[][] path = path(potential, r, z, vr, vz, vPhi, phiDeg, step);
        var choice = StaeckelChoice.standard()
                .with(new FocalDistance.Fixed(0))
                .with(ActionColumns.ACTIONS_FREQUENCIES_AND_ANGLES);
        Columns found = Columns.of(new StaeckelKernel(potential, choice), path);
        double gm = GravitationalConstant.KPC_KMS2_PER_MSUN * MASS;
        double l = Math.hypot(r * vz - z * vr, Math.hypot(r, z) * vPhi);
        double energy = potential.potentialKms2(r, z) + 0.5 * (vr * vr + vz * vz + vPhi * vPhi);
        double omegaR = Math.pow(-2 * energy, 1.5) / gm;
        double omegaZ = 0.5 * omegaR * (1 + l / Math.sqrt(l * l + 4 * gm * SCALE));
        assertGrows(found.column("theta_r"), omegaR * step, 0.02);
        assertGrows(found.column("theta_z"), omegaZ * step, 0.02);
        assertGrows(found.column("theta_phi"), Math.copySign(omegaZ, vPhi) * step, 0.02);
    }

    /** In a galaxy's potential they do so as far as the approximation holds. */
    @ParameterizedTest
    @CsvSource({"MWPotential2014, 1.5", "McMillan17, 1.5", "Irrgang13III, 1.5"})
    void anglesOfDiscStarsGrowWithTheFrequencies(String name, double toleranceDeg) {
        Potential potential = Potentials.named(name);
        double step = 0.003;
        double[][] path = path(potential, 8, 0.1, 25, 15, 225, 180, step);
        var choice = StaeckelChoice.standard().with(ActionColumns.ACTIONS_FREQUENCIES_AND_ANGLES);
        Columns found = Columns.of(new StaeckelKernel(potential, choice), path);
        assertGrows(found.column("theta_r"), mean(found.column("omega_r")) * step, toleranceDeg);
        assertGrows(found.column("theta_z"), mean(found.column("omega_z")) * step, toleranceDeg);
        assertGrows(found.column("theta_phi"), mean(found.column("omega_phi")) * step, toleranceDeg);
    }

    @Test
    void theRadialAngleIsZeroAtThePericentreAndTheVerticalOneUpwardsThroughThePlane() {
        var choice = StaeckelChoice.standard().with(ActionColumns.ACTIONS_FREQUENCIES_AND_ANGLES);
        // At rest along R inside and outside the guiding radius; in the plane, upwards and downwards
        double[][] in = {
            {8, 8, 8, 8}, {0, 0, 0, 0}, {0, 0, 0, 0}, {20, -20, 20, -20}, {240, 240, 200, 200}, {0, 90, 0, 0}
        };
        Columns found = Columns.of(new StaeckelKernel(Potentials.MW_POTENTIAL_2014, choice), in);
        double[] radial = found.column("theta_r");
        double[] vertical = found.column("theta_z");
        assertThat(from(radial[0], 0)).isLessThan(1);
        assertThat(from(radial[2], 180)).isLessThan(1);
        assertThat(from(vertical[0], 0)).isLessThan(1e-6);
        assertThat(from(vertical[1], 180)).isLessThan(1e-6);
        // The azimuth grows against rotation.
        assertThat(from(found.column("theta_phi")[1], found.column("theta_phi")[0] - 90))
                .isLessThan(1e-6);
    }

    private static void assertGrows(double[] anglesDeg, double stepRad, double toleranceDeg) {
        for (int k = 0; k < anglesDeg.length; k++) {
            double expected = anglesDeg[0] + k * Math.toDegrees(stepRad);
            assertThat(anglesDeg[k]).isBetween(0.0, 360.0);
            assertThat(from(anglesDeg[k], expected)).as("state %d", k).isCloseTo(0, within(toleranceDeg));
        }
    }

    /** Distance of two angles on the circle, deg. */
    private static double from(double a, double b) {
        double d = Math.abs(a - b) % 360;
        return Math.min(d, 360 - d);
    }

    private static double mean(double[] values) {
        return java.util.Arrays.stream(values).average().orElseThrow();
    }

    /** States at equal times, kpc/(km/s): columns r z v_r v_z v_phi phi, by Yoshida's scheme of fourth order. */
    private static double[][] path(
            Potential potential, double r, double z, double vr, double vz, double vPhi, double phiDeg, double every) {
        double c = Math.cos(Math.toRadians(phiDeg));
        double s = Math.sin(Math.toRadians(phiDeg));
        // v_phi is positive along rotation, which runs against phi.
        double[] x = {r * c, r * s, z};
        double[] v = {vr * c + vPhi * s, vr * s - vPhi * c, vz};
        double[][] path = new double[6][STATES];
        double w1 = 1 / (2 - Math.cbrt(2));
        double[] weights = {w1, 1 - 2 * w1, w1};
        int steps = 40;
        for (int k = 0; k < STATES; k++) {
            double radius = Math.hypot(x[0], x[1]);
            path[0][k] = radius;
            path[1][k] = x[2];
            path[2][k] = (x[0] * v[0] + x[1] * v[1]) / radius;
            path[3][k] = v[2];
            path[4][k] = (x[1] * v[0] - x[0] * v[1]) / radius;
            path[5][k] = Math.toDegrees(Math.atan2(x[1], x[0]));
            for (int n = 0; n < steps; n++) {
                for (double w : weights) {
                    double h = w * every / steps;
                    drift(x, v, h / 2);
                    double R = Math.hypot(x[0], x[1]);
                    double pull = potential.forceRKms2PerKpc(R, x[2]) / R;
                    v[0] += h * pull * x[0];
                    v[1] += h * pull * x[1];
                    v[2] += h * potential.forceZKms2PerKpc(R, x[2]);
                    drift(x, v, h / 2);
                }
            }
        }
        return path;
    }

    private static void drift(double[] x, double[] v, double h) {
        for (int d = 0; d < 3; d++) {
            x[d] += h * v[d];
        }
    }
}
