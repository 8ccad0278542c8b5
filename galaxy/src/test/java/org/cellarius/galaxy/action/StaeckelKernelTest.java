package org.cellarius.galaxy.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.cellarius.galaxy.Columns;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.potential.Potential;
import org.cellarius.galaxy.potential.Potentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaeckelKernelTest {

    private static final double NAN = Double.NaN;

    @Test
    void starsThatCannotHaveActionsAreToldSo() {
        double[][] states = {
            {8, NAN, 8, 8, -1, Double.POSITIVE_INFINITY, 8},
            {0, 0, NAN, 0, 0, 0, 0.1},
            {0, 0, 0, NAN, 0, 0, 0},
            {0, 0, 0, 0, 0, 0, 10},
            {900, 220, 220, 220, 220, 220, 200}
        };
        Columns mine = Columns.of(new StaeckelKernel(Potentials.MW_POTENTIAL_2014), states);
        assertThat(mine.status())
                .containsExactly(
                        StarStatus.UNBOUND,
                        StarStatus.NO_POSITION,
                        StarStatus.NO_POSITION,
                        StarStatus.NO_VELOCITY,
                        StarStatus.NO_POSITION,
                        StarStatus.NO_POSITION,
                        StarStatus.OK);
        for (int i = 0; i < 6; i++) {
            assertThat(mine.column("j_r")[i]).isNaN();
            assertThat(mine.column("zmax")[i]).isNaN();
        }
        assertThat(mine.column("l_z")[0]).isEqualTo(7200);
        assertThat(mine.column("j_r")[6]).isPositive();
    }

    /** Planar, circular, radial, vertical, at rest, in the centre, on the axis, at a turning point, polar. */
    @ParameterizedTest
    @ValueSource(strings = {"MWPotential2014", "McMillan17", "Irrgang13I"})
    void difficultStarsHaveAnswers(String name) {
        Potential potential = Potentials.named(name);
        double v = potential.circularOrbits().speedKms(8);
        double[][] states = {
            {8, 8, 8, 8, 8, 0, 0, 0, 8, 1e-7, 8, 8},
            {0, 0, 0, 0, 1, 0, 0.5, 3, 2, 0, -1, 1},
            {30, 0, 50, 0, 0, 20, 30, 0, 0, 10, 60, 0},
            {0, 0, 0, 40, 0, 30, 10, 5, 0, 10, -30, 150},
            {200, v, 0, 0, 0, 0, 0, 0, 150, 1, -200, 1e-9}
        };
        for (FocalDistance focal : new FocalDistance[] {
            new FocalDistance.ShellOrbits(), new FocalDistance.Fixed(3.7), new FocalDistance.Fixed(0)
        }) {
            for (FudgeReference reference : FudgeReference.values()) {
                var kernel = new StaeckelKernel(
                        potential, new StaeckelChoice(focal, reference, ActionForm.DIRECT, ActionColumns.ACTIONS));
                Columns mine = Columns.of(kernel, states);
                for (int i = 0; i < states[0].length; i++) {
                    assertThat(mine.status()[i]).isEqualTo(StarStatus.OK);
                    for (double[] column : mine.values()) {
                        assertThat(column[i]).as("star " + i).isFinite();
                    }
                    assertThat(mine.column("r_peri")[i]).isLessThanOrEqualTo(states[0][i] * (1 + 1e-12));
                    assertThat(mine.column("r_apo")[i]).isGreaterThanOrEqualTo(states[0][i] * (1 - 1e-12));
                    assertThat(mine.column("zmax")[i]).isGreaterThanOrEqualTo(Math.abs(states[1][i]) * (1 - 1e-12));
                }
                assertThat(mine.column("j_z")[0]).isZero();
                assertThat(mine.column("zmax")[0]).isZero();
                assertThat(mine.column("j_r")[1]).isCloseTo(0, within(1e-6));
                assertThat(mine.column("ecc")[1]).isCloseTo(0, within(1e-6));
                assertThat(mine.column("r3d_peri")[2]).isZero();
                assertThat(mine.column("l_z")[10]).isEqualTo(-1600);
            }
        }
    }

    /** Neither the neighbours in a block nor the sign of z, v_z (together), v_phi or time change an orbit's actions. */
    @Test
    void actionsDoNotDependOnNeighboursOrReflections() {
        double[][] states = {
            {8, 8, 8, 8, 3},
            {0.4, -0.4, 0.4, 0.4, 1},
            {30, 30, 30, -30, 100},
            {20, -20, 20, -20, 9},
            {200, 200, -200, 200, 90}
        };
        StaeckelKernel kernel = new StaeckelKernel(Potentials.MCMILLAN_17);
        double[] jz = Columns.of(kernel, states).column("j_z");
        double[] jr = Columns.of(kernel, states).column("j_r");
        for (int i = 1; i < 4; i++) {
            assertThat(jz[i]).isCloseTo(jz[0], within(1e-12 * jz[0]));
            assertThat(jr[i]).isCloseTo(jr[0], within(1e-9 * jr[0]));
        }
        double[][] alone = new double[5][];
        for (int k = 0; k < 5; k++) {
            alone[k] = Arrays.copyOfRange(states[k], 4, 5);
        }
        assertThat(Columns.of(kernel, alone).column("j_z")[0]).isEqualTo(jz[4]);
        assertThat(Columns.of(kernel, alone).column("j_r")[0]).isEqualTo(jr[4]);
    }

    @Test
    void focalDistanceMustBeALength() {
        assertThatThrownBy(() -> new FocalDistance.Fixed(-1))
                .hasMessage("focal distance = -1.0 kpc: must be zero or positive and smaller than 1e6 kpc");
    }
}
