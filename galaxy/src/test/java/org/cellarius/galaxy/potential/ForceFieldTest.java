package org.cellarius.galaxy.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForceFieldTest {

    /** The sharp end of Irrgang's first halo falls into one cell at 200 kpc; inside it the table is as good as elsewhere. */
    @ParameterizedTest
    @CsvSource({"MWPotential2014,1e5", "Irrgang13I,195", "Irrgang13II,1e5", "Irrgang13III,1e5"})
    void formulasAreFollowedToOneInABillion(String name, double largestKpc) {
        Potential potential = Potentials.named(name);
        ForceField field = ForceField.of(potential);
        assertAgree(field, ForceField.exact(potential), 0.01, largestKpc, 1e-9);
    }

    @Test
    void flattenedHaloOfLogarithmAndDiscAreFollowed() {
        Potential potential = Potential.of(
                "toy",
                "test",
                8,
                220,
                List.of(new LogarithmicHalo(200, 1, 0.8), new MiyamotoNagai(3e10, 3, 0.3), new Kepler(4e6)));
        assertAgree(ForceField.of(potential), ForceField.exact(potential), 0.01, 1e4, 1e-9);
    }

    @Test
    void blackHoleInAGalaxyWithoutFormulaIsKeptOutOfTheTable() {
        Potential potential = Potential.of(
                "hole",
                "test",
                8,
                220,
                List.of(new ExponentialDisc(9e8, 2.5, 0.3), new Nfw(8.5e6, 19), new Kepler(4e6)));
        assertAgree(ForceField.of(potential), ForceField.exact(potential), 0.1, 100, 1e-4);
    }

    @Test
    void formulasTakeAwkwardPlaces() {
        ForceField field = ForceField.of(Potentials.named("MWPotential2014"));
        double[] radius = {0, 8, 1e-8, 3, Double.NaN, 8, 1e6};
        double[] z = {0, 0, 1e-8, 1e4, 1, Double.NaN, 0};
        double[] aR = new double[7];
        double[] aZ = new double[7];
        double[] phi = new double[7];
        field.accelerations(7, radius, z, aR, aZ);
        field.potentials(7, radius, z, phi);
        assertThat(aR[0]).isZero();
        assertThat(aZ[0]).isZero();
        assertThat(aZ[1]).isZero();
        assertThat(aR[2] + aZ[2] + phi[2] + phi[0]).isFinite();
        assertThat(aZ[3]).isNegative();
        assertThat(new double[] {aR[4], aZ[4], phi[4], aR[5], aZ[5], phi[5]}).containsOnly(Double.NaN);
        assertThat(phi[6]).isFinite().isNegative();
    }

    private static void assertAgree(
            ForceField one, ForceField two, double smallestKpc, double largestKpc, double tolerance) {
        var random = new CounterRandom(21);
        int n = 3000;
        double[] radius = new double[n];
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            double r = smallestKpc * Math.pow(largestKpc / smallestKpc, random.uniform(i, 0));
            double sine = 2 * random.uniform(i, 1) - 1;
            z[i] = r * sine;
            radius[i] = r * Math.sqrt(1 - sine * sine);
        }
        double[][] a = new double[3][n];
        double[][] b = new double[3][n];
        one.accelerations(n, radius, z, a[0], a[1]);
        one.potentials(n, radius, z, a[2]);
        two.accelerations(n, radius, z, b[0], b[1]);
        two.potentials(n, radius, z, b[2]);
        for (int i = 0; i < n; i++) {
            double size = Math.hypot(b[0][i], b[1][i]);
            double miss = Math.hypot(a[0][i] - b[0][i], a[1][i] - b[1][i]);
            assertThat(miss / size).as("force at (%s, %s)", radius[i], z[i]).isLessThan(tolerance);
            assertThat(a[2][i]).isCloseTo(b[2][i], within(tolerance * Math.max(Math.abs(b[2][i]), 1)));
        }
    }
}
