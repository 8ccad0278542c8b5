package org.cellarius.galaxy.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.potential.Potential;
import org.cellarius.galaxy.potential.Potentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrbitEndingTest {

    private static final int STARS = 160;
    private static final OrbitPlan WHOLE = OrbitPlan.standard();
    private static final OrbitPlan CONVERGED = WHOLE.with(OrbitEnding.CONVERGED);

    @ParameterizedTest
    @ValueSource(strings = {"MWPotential2014", "McMillan17"})
    void orbitsThatEndOnceConvergedHaveTheExtremaOfTheWholeSpan(String name) {
        Potential potential = Potentials.named(name);
        double[][] in = discStars(STARS);
        Found whole = follow(potential, WHOLE, in);
        Found ended = follow(potential, CONVERGED, in);

        for (String column : new String[] {"zmax", "r_peri", "r_apo", "r3d_peri", "r3d_apo"}) {
            double[] change = IntStream.range(0, STARS)
                    .mapToDouble(i -> Math.abs(ended.of(column)[i] / whole.of(column)[i] - 1))
                    .sorted()
                    .toArray();
            // What the bound allows, for 95 of 100
            assertThat(change[(int) (0.95 * STARS)]).as(name + " " + column).isLessThan(PhaseCoverage.LIMIT);
        }
        double[] followed = ended.of("followed");
        assertThat(Arrays.stream(followed).average().orElseThrow()).isBetween(1.0, 7.5);
        assertThat(Arrays.stream(followed).max().orElseThrow()).isLessThanOrEqualTo(10 + 1e-9);
        assertThat(ended.status()).containsOnly(StarStatus.OK);
    }

    @Test
    void whatIsLeftToChangeIsTold() {
        Found ended = follow(Potentials.MW_POTENTIAL_2014, CONVERGED, discStars(40));
        double[] followed = ended.of("followed");
        double[] left = ended.of("late_change");
        for (int i = 0; i < 40; i++) {
            if (followed[i] < 9.99) {
                assertThat(left[i]).isBetween(0.0, PhaseCoverage.LIMIT);
            }
        }
        assertThat(Arrays.stream(followed).filter(t -> t < 9.99).count()).isGreaterThan(12);
    }

    @Test
    void theWholeSpanIsFollowedUnlessSaidOtherwise() {
        for (double gyr :
                follow(Potentials.MW_POTENTIAL_2014, WHOLE, discStars(8)).of("followed")) {
            assertThat(gyr).isBetween(10 - 1e-9, 10 + 1e-9);
        }
    }

    @Test
    void aPromiseThatCannotBeKeptIsRefused() {
        assertThatThrownBy(() -> CONVERGED.with(OrbitAccuracy.ACCURATE)).hasMessageContaining("accurate");
        assertThatThrownBy(() -> CONVERGED.with(ZmaxDefinition.MEAN)).hasMessageContaining("whole span");
        assertThatThrownBy(() -> CONVERGED.with(OrbitMethod.STAECKEL)).hasMessageContaining("integrate");
        OrbitPlan box = WHOLE.with(OrbitMethod.STAECKEL);
        assertThat(box.zmax()).isEqualTo(ZmaxDefinition.EDGE);
        assertThat(box.settings()).doesNotContain("Gyr");
        assertThatThrownBy(() -> box.with(ZmaxDefinition.MEAN)).hasMessageContaining("only the edge");
    }

    private record Found(double[][] columns, StarStatus[] status, OrbitKernel kernel) {
        double[] of(String name) {
            int k = IntStream.range(0, columns.length)
                    .filter(j -> kernel.outputs().get(j).name().equals(name))
                    .findFirst()
                    .orElseThrow();
            return columns[k];
        }
    }

    private static Found follow(Potential potential, OrbitPlan plan, double[][] in) {
        var kernel = new OrbitKernel(potential, plan);
        int n = in[0].length;
        double[][] out = new double[kernel.outputs().size()][n];
        var status = new StarStatus[n];
        kernel.apply(n, in, out, status);
        return new Found(out, status, kernel);
    }

    /** Thin and thick disc: columns r z v_r v_z v_phi. */
    private static double[][] discStars(int n) {
        var random = new Random(11);
        double[][] in = new double[5][n];
        for (int i = 0; i < n; i++) {
            double heat = i % 3 == 0 ? 2 : 1;
            in[0][i] = 4 + 8 * random.nextDouble();
            in[1][i] = 0.2 * heat * random.nextGaussian();
            in[2][i] = 35 * heat * random.nextGaussian();
            in[3][i] = 20 * heat * random.nextGaussian();
            in[4][i] = 225 - 20 * heat * heat + 20 * heat * random.nextGaussian();
        }
        return in;
    }
}
