package org.cellarius.galaxy.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cellarius.galaxy.Columns;
import org.cellarius.galaxy.potential.CircularOrbits;
import org.cellarius.galaxy.potential.Component;
import org.cellarius.galaxy.potential.GravitationalConstant;
import org.cellarius.galaxy.potential.Isochrone;
import org.cellarius.galaxy.potential.Kepler;
import org.cellarius.galaxy.potential.LogarithmicHalo;
import org.cellarius.galaxy.potential.Potential;
import org.cellarius.galaxy.potential.Potentials;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where actions are closed formulas. */
class ClosedFormActionTest {

    private static final double MASS = 1e11;
    private static final double GM = GravitationalConstant.KPC_KMS2_PER_MSUN * MASS;

    /**
     * Binney and Tremaine (2008), eqs. 3.225 to 3.228: J_R = GM/(&minus;2E)^&frac12; &minus; (L + (L&sup2;+4GMb)^&frac12;)/2, &Omega;_R =
     * (&minus;2E)^(3/2)/GM, &Omega;_z = &Omega;_R (1 + L/(L&sup2;+4GMb)^&frac12;)/2; b = 0 is Kepler's motion. J_z = L &minus; |L_z|.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.8, 5})
    void spheresHaveTheirClosedFormActionsAndFrequencies(double b) {
        Potential potential = alone(b > 0 ? new Isochrone(MASS, b) : new Kepler(MASS));
        double[][] states = states(2000, 0.6 * Math.sqrt(GM / (8 + b)));
        Columns mine = Columns.of(spherical(potential), states);
        for (int i = 0; i < 2000; i++) {
            double r = states[0][i];
            double z = states[1][i];
            double along = r * states[3][i] - z * states[2][i];
            double turning = Math.hypot(r, z) * states[4][i];
            double l = Math.hypot(along, turning);
            double lz = r * states[4][i];
            double v2 = states[2][i] * states[2][i] + states[3][i] * states[3][i] + states[4][i] * states[4][i];
            double energy = potential.potentialKms2(r, z) + 0.5 * v2;
            if (energy >= 0) {
                continue;
            }
            double root = Math.sqrt(l * l + 4 * GM * b);
            double jr = GM / Math.sqrt(-2 * energy) - 0.5 * (l + root);
            double omegaR = Math.pow(-2 * energy, 1.5) / GM;
            double omegaZ = 0.5 * omegaR * (1 + l / root);
            double size = GM / Math.sqrt(-2 * energy);
            assertThat(mine.column("j_r")[i]).isCloseTo(jr, within(3e-6 * size));
            assertThat(mine.column("j_z")[i]).isCloseTo(l - Math.abs(lz), within(1e-6 * l));
            assertThat(mine.column("l_z")[i]).isCloseTo(lz, within(1e-12 * l));
            assertThat(mine.column("omega_r")[i]).isCloseTo(omegaR, within(2e-4 * omegaR));
            assertThat(mine.column("omega_z")[i]).isCloseTo(omegaZ, within(2e-3 * omegaZ));
            assertThat(mine.column("omega_phi")[i]).isCloseTo(Math.copySign(omegaZ, lz), within(3e-3 * omegaZ));
        }
    }

    /** Kepler: r = a(1 &plusmn; e), a = &minus;GM/2E, e&sup2; = 1 + 2EL&sup2;/(GM)&sup2;; Zmax = apocentre times the sine of the inclination. */
    @Test
    void keplersEllipsesHaveTheirApses() {
        double[][] states = states(500, 0.5 * Math.sqrt(GM / 8));
        Columns mine = Columns.of(spherical(alone(new Kepler(MASS))), states);
        for (int i = 0; i < 500; i++) {
            double r = states[0][i];
            double z = states[1][i];
            double along = r * states[3][i] - z * states[2][i];
            double turning = Math.hypot(r, z) * states[4][i];
            double l2 = along * along + turning * turning;
            double v2 = states[2][i] * states[2][i] + states[3][i] * states[3][i] + states[4][i] * states[4][i];
            double energy = -GM / Math.hypot(r, z) + 0.5 * v2;
            if (energy >= 0) {
                continue;
            }
            double a = -GM / (2 * energy);
            double e = Math.sqrt(Math.max(0, 1 + 2 * energy * l2 / (GM * GM)));
            double tilt = Math.sqrt(Math.max(0, 1 - r * r * states[4][i] * states[4][i] / l2));
            assertThat(mine.column("r3d_apo")[i]).isCloseTo(a * (1 + e), within(1e-7 * a));
            assertThat(mine.column("r3d_peri")[i]).isCloseTo(a * (1 - e), within(1e-7 * a));
            assertThat(mine.column("ecc")[i]).isCloseTo(e, within(1e-7));
            assertThat(mine.column("zmax")[i]).isCloseTo(a * (1 + e) * tilt, within(1e-6 * a));
        }
    }

    /** Small motions about circular orbits: J_z = E_z/&nu;, J_R = E_R/&kappa; (Binney and Tremaine 2008, section 3.5.3). */
    @ParameterizedTest
    @ValueSource(strings = {"MWPotential2014", "McMillan17", "Irrgang13I"})
    void smallMotionsAreHarmonic(String name) {
        Potential potential = Potentials.named(name);
        CircularOrbits orbits = potential.circularOrbits();
        for (FudgeReference reference : FudgeReference.values()) {
            var kernel = new StaeckelKernel(
                    potential,
                    new StaeckelChoice(
                            new FocalDistance.ShellOrbits(),
                            reference,
                            ActionForm.DIRECT,
                            ActionColumns.ACTIONS_AND_FREQUENCIES));
            double v = orbits.speedKms(8);
            double small = 0.05;
            double[][] states = {{8, 8}, {0, 0}, {small, 0}, {0, small}, {v, v}};
            Columns mine = Columns.of(kernel, states);
            double kappa = orbits.epicycleFrequencyKmsPerKpc(8);
            double nu = orbits.verticalFrequencyKmsPerKpc(8);
            double energy = small * small / 2;
            assertThat(mine.column("j_r")[0]).isCloseTo(energy / kappa, within(2e-3 * energy / kappa));
            assertThat(mine.column("j_z")[0]).isZero();
            assertThat(mine.column("j_z")[1]).isCloseTo(energy / nu, within(2e-3 * energy / nu));
            assertThat(mine.column("omega_r")[0]).isCloseTo(kappa, within(2e-3 * kappa));
            assertThat(mine.column("omega_z")[0]).isCloseTo(nu, within(2e-3 * nu));
            assertThat(mine.column("omega_phi")[0]).isCloseTo(orbits.angularSpeedKmsPerKpc(8), within(1e-4 * v / 8));
        }
    }

    /** In a scale-free potential actions grow as length times velocity. */
    @Test
    void actionsScaleWithLengthAndVelocity() {
        double[][] states = states(200, 60);
        double[][] larger = new double[5][200];
        for (int k = 0; k < 5; k++) {
            for (int i = 0; i < 200; i++) {
                larger[k][i] = states[k][i] * (k < 2 ? 3 : 1);
            }
        }
        StaeckelKernel kernel = spherical(alone(new LogarithmicHalo(220, 0, 0.9)));
        double[] small = Columns.of(kernel, states).column("j_r");
        double[] large = Columns.of(kernel, larger).column("j_r");
        for (int i = 0; i < 200; i++) {
            assertThat(large[i]).isCloseTo(3 * small[i], within(1e-9 * large[i]));
        }
    }

    private static StaeckelKernel spherical(Potential potential) {
        return new StaeckelKernel(
                potential,
                new StaeckelChoice(
                        new FocalDistance.Fixed(0),
                        FudgeReference.STAR,
                        ActionForm.DIRECT,
                        ActionColumns.ACTIONS_AND_FREQUENCIES));
    }

    private static double[][] states(int n, double sigmaKms) {
        var random = new CounterRandom(11);
        double[][] states = new double[5][n];
        for (int i = 0; i < n; i++) {
            states[0][i] = 2 + 10 * random.uniform(i, 0);
            states[1][i] = 4 * (2 * random.uniform(i, 1) - 1);
            for (int k = 2; k < 5; k++) {
                states[k][i] = 1.7 * sigmaKms * (2 * random.uniform(i, k) - 1);
            }
        }
        return states;
    }

    private static Potential alone(Component component) {
        return Potential.of("alone", "test", 8, 220, List.of(component));
    }
}
