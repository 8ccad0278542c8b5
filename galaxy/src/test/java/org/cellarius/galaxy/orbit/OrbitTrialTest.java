package org.cellarius.galaxy.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.potential.Potential;
import org.cellarius.galaxy.potential.Potentials;
import org.junit.jupiter.api.Test;

class OrbitTrialTest {

    private static final Potential GALAXY = Potentials.named("MWPotential2014");
    private static final OrbitSpan SPAN = new OrbitSpan(1);
    private static final double[][] STARS = {{8, 6, 11}, {0.02, 0.5, -0.8}, {20, -60, 5}, {15, 30, -40}, {230, 190, 200}
    };

    @Test
    void followsAsTheKernelDoes() {
        var kernel = new OrbitKernel(GALAXY, SPAN, OrbitAccuracy.FAST, ZmaxDefinition.LARGEST);
        double[][] out = new double[kernel.outputs().size()][3];
        kernel.apply(3, STARS, out, new StarStatus[3]);
        OrbitTrial.Followed found =
                OrbitTrial.of(GALAXY, SPAN, OrbitAccuracy.FAST).follow(3, STARS);
        assertThat(found.zmaxKpc()).containsExactly(out[1]);
        assertThat(found.energyDrift()).containsExactly(out[9]);
    }

    @Test
    void aSmallerToleranceTakesMoreWorkAndLosesLessEnergy() {
        var loose = OrbitTrial.of(GALAXY, SPAN, OrbitAccuracy.FAST, 1e-4);
        var tight = OrbitTrial.of(GALAXY, SPAN, OrbitAccuracy.FAST, 1e-8);
        assertThat(tight.forceEvaluations(3, STARS)).isGreaterThan(2 * loose.forceEvaluations(3, STARS));
        assertThat(tight.follow(3, STARS).energyDrift()[1])
                .isLessThan(0.01 * loose.follow(3, STARS).energyDrift()[1]);
    }

    @Test
    void refusesATolerance() {
        assertThatThrownBy(() -> OrbitTrial.of(GALAXY, SPAN, OrbitAccuracy.FAST, Double.NaN))
                .hasMessageContaining("between 0 and 1");
    }
}
