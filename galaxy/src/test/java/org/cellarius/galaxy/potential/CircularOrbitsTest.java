package org.cellarius.galaxy.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cellarius.galaxy.potential.GravitationalConstant.KPC_KMS2_PER_MSUN;

import java.util.List;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CircularOrbitsTest {

    @Test
    void frequenciesAroundAPointMassAreAllThoseOfKepler() {
        CircularOrbits orbits = alone(new Kepler(1e11));
        double omega = Math.sqrt(KPC_KMS2_PER_MSUN * 1e11 / 343);
        assertThat(orbits.angularSpeedKmsPerKpc(7)).isCloseTo(omega, within(1e-12 * omega));
        assertThat(orbits.epicycleFrequencyKmsPerKpc(7)).isCloseTo(omega, within(1e-12 * omega));
        assertThat(orbits.verticalFrequencyKmsPerKpc(7)).isCloseTo(omega, within(1e-12 * omega));
        assertThat(orbits.escapeSpeedKms(7, 0)).isCloseTo(Math.sqrt(2) * orbits.speedKms(7), within(1e-9));
    }

    /** Binney and Tremaine (2008), eq. 2.71b and section 3.2.3: v_c&sup2; = v&sup2;R&sup2;/(c&sup2;+R&sup2;), &kappa; = &radic;2 &Omega; on a flat curve. */
    @Test
    void logarithmicHaloHasAFlatRotationCurveAndNoEscape() {
        CircularOrbits orbits = alone(new LogarithmicHalo(220, 0, 0.9));
        assertThat(orbits.speedKms(3)).isCloseTo(220, within(1e-10));
        assertThat(orbits.epicycleFrequencyKmsPerKpc(8) / orbits.angularSpeedKmsPerKpc(8))
                .isCloseTo(Math.sqrt(2), within(1e-12));
        assertThat(orbits.verticalFrequencyKmsPerKpc(8) / orbits.angularSpeedKmsPerKpc(8))
                .isCloseTo(1 / 0.9, within(1e-12));
        assertThat(orbits.escapeSpeedKms(8, 0)).isInfinite();
    }

    /** Binney and Tremaine (2008), eq. 2.48: v_c&sup2; = GM r&sup2;/((b+a)&sup2; a), a&sup2; = b&sup2;+r&sup2;. */
    @Test
    void isochroneTurnsAsPublished() {
        double a = Math.sqrt(4 + 9);
        double expected = Math.sqrt(KPC_KMS2_PER_MSUN * 1e11 * 9 / ((2 + a) * (2 + a) * a));
        assertThat(alone(new Isochrone(1e11, 2)).speedKms(3)).isCloseTo(expected, within(1e-10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MWPotential2014", "McMillan17", "Irrgang13II"})
    void radiusIsFoundFromAngularMomentumAndFromEnergy(String name) {
        CircularOrbits orbits = Potentials.named(name).circularOrbits();
        for (double radiusKpc : new double[] {0.01, 0.3, 8, 40, 900}) {
            double momentum = orbits.angularMomentumKpcKms(radiusKpc);
            assertThat(orbits.radiusOfAngularMomentumKpc(-momentum)).isCloseTo(radiusKpc, within(1e-12 * radiusKpc));
            assertThat(orbits.radiusOfEnergyKpc(orbits.energyKms2(radiusKpc)))
                    .isCloseTo(radiusKpc, within(1e-10 * radiusKpc));
        }
        assertThat(orbits.radiusOfAngularMomentumKpc(0)).isZero();
        assertThat(orbits.radiusOfAngularMomentumKpc(Double.NaN)).isNaN();
        assertThat(orbits.radiusOfEnergyKpc(1e9)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MWPotential2014", "McMillan17", "Irrgang13II"})
    void guidingRadiiOfColumnsAreGoodToTenDigits(String name) {
        Potential potential = Potentials.named(name);
        CircularOrbits orbits = potential.circularOrbits();
        var random = new CounterRandom(3);
        int n = 1000;
        double[] momentum = new double[n];
        double[] expected = new double[n];
        for (int i = 0; i < n; i++) {
            // beyond the table on both sides, too
            expected[i] = Math.exp(Math.log(1e-3) + Math.log(1e7) * random.uniform(i, 0));
            momentum[i] = (i % 2 == 0 ? 1 : -1) * orbits.angularMomentumKpcKms(expected[i]);
        }
        momentum[7] = Double.NaN;
        momentum[8] = 0;
        expected[8] = 0;
        double[] radius = new double[n];
        new GuidingRadii(potential).radiiKpc(n, momentum, radius);
        for (int i = 0; i < n; i++) {
            if (i == 7) {
                assertThat(radius[i]).isNaN();
            } else {
                assertThat(radius[i]).isCloseTo(expected[i], within(1e-9 * expected[i]));
            }
        }
    }

    @Test
    void potentialNeedsAComponent() {
        assertThatThrownBy(() -> Potential.of("empty", "test", 8, 220, List.of()))
                .hasMessage("potential 'empty' has no component: give it at least one");
    }

    private static CircularOrbits alone(Component component) {
        return Potential.of("alone", "test", 8, 220, List.of(component)).circularOrbits();
    }
}
