package org.cellarius.galaxy.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.cellarius.galaxy.GoldenTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against galpy 1.8.1, a direct quadrature of McMillan's densities, and AGAMA 1.0.159's converged expansion. */
class GoldenPotentialTest {

    private static final GoldenTable TABLE = GoldenTable.read("potentials.csv");
    private static final GoldenTable AGAMA = GoldenTable.read("agama-mcmillan17-potential.csv");

    private final double[] radiusKpc = TABLE.column("R");
    private final double[] zKpc = TABLE.column("z");
    private final double[] forceR = TABLE.column("F_R");
    private final double[] forceZ = TABLE.column("F_z");
    private final double[] phi = TABLE.column("Phi");

    @ParameterizedTest
    @ValueSource(strings = {"mwpotential2014", "mwpotential2014_827_236"})
    void mwPotential2014EqualsGalpyInBothScalings(String id) {
        Potential potential = Potentials.named("MWPotential2014");
        if (id.endsWith("236")) {
            potential = potential.rescaledTo(8.27, 236);
        }
        double constant = galpysConstant(potential);
        for (int i = 0; i < phi.length; i++) {
            if (isOf(id, i)) {
                assertThat(forceError(potential, i)).as("force of row %d", i).isLessThan(1e-9);
                assertThat(potential.potentialKms2(radiusKpc[i], zKpc[i]) + constant)
                        .isCloseTo(phi[i], within(1e-9 * Math.abs(phi[i])));
            }
        }
        assertSpeedsAndDensities(potential, id, 1e-9, 1e-9);
    }

    /** galpy 1.8 sets the potential of the cut-off power law to zero in the centre: 2&pi;G &rho;1 c^(2&minus;&alpha;) &Gamma;(1&minus;&alpha;/2) higher. */
    private static double galpysConstant(Potential potential) {
        for (Component component : potential.components()) {
            if (component instanceof PowerLawWithCutoff bulge) {
                return -bulge.potentialKms2(0);
            }
        }
        throw new AssertionError("no bulge");
    }

    @Test
    void roundedMcMillan17EqualsDirectQuadrature() {
        Potential potential = Potentials.named("McMillan17-rounded");
        for (int i = 0; i < phi.length; i++) {
            if (isOf("mcmillan17_direct", i)) {
                assertThat(forceError(potential, i)).as("force of row %d", i).isLessThan(1e-7);
                assertThat(potential.potentialKms2(radiusKpc[i], zKpc[i]))
                        .isCloseTo(phi[i], within(1e-9 * Math.abs(phi[i])));
            }
        }
        assertSpeedsAndDensities(potential, "mcmillan17_direct", 1e-9, 1e-9);
    }

    /** galpy expands this halo in 40 radial terms and smooths its cut: its force is off by 2.3e-3 at 0.1 kpc, 1.2e-3 at 0.3 kpc. */
    @Test
    void irrgang13IEqualsGalpyAsFarAsGalpysExpansionGoes() {
        Potential potential = Potentials.named("Irrgang13I");
        double sum = 0;
        int count = 0;
        for (int i = 0; i < phi.length; i++) {
            if (isOf("irrgang13i", i)) {
                double error = forceError(potential, i);
                assertThat(error).as("force of row %d", i).isLessThan(2.4e-3);
                sum += error;
                count++;
            }
        }
        assertThat(sum / count).as("mean error of the force").isLessThan(1e-3);
    }

    @Test
    void mcMillan17EqualsAgamasConvergedExpansion() {
        Potential potential = Potentials.named("McMillan17");
        double[] r = AGAMA.column("R_kpc");
        double[] z = AGAMA.column("z_kpc");
        double[] agamaPhi = AGAMA.column("Phi_hi_km2s2");
        double[] agamaR = AGAMA.column("FR_hi_km2s2kpc");
        double[] agamaZ = AGAMA.column("Fz_hi_km2s2kpc");
        double[] rho = AGAMA.column("rho_exact_Msunkpc3");
        for (int i = 0; i < r.length; i++) {
            Derivatives d = potential.at(r[i], z[i]);
            double miss = Math.hypot(d.dRKms2PerKpc() + agamaR[i], d.dzKms2PerKpc() + agamaZ[i]);
            assertThat(miss / Math.hypot(agamaR[i], agamaZ[i])).as("row %d", i).isLessThan(1e-6);
            assertThat(d.phiKms2()).isCloseTo(agamaPhi[i], within(0.05));
            assertThat(potential.densityMsunPerKpc3(r[i], z[i])).isCloseTo(rho[i], within(1e-12 * rho[i]));
        }
    }

    @Test
    void tabulatedMcMillan17EqualsAgamasConvergedExpansion() {
        ForceField table = ForceField.of(Potentials.named("McMillan17"));
        assertThat(table).isInstanceOf(TabulatedPotential.class);
        double[] r = AGAMA.column("R_kpc");
        double[] z = AGAMA.column("z_kpc");
        double[] agamaR = AGAMA.column("FR_hi_km2s2kpc");
        double[] agamaZ = AGAMA.column("Fz_hi_km2s2kpc");
        double[] aR = new double[r.length];
        double[] aZ = new double[r.length];
        table.accelerations(r.length, r, z, aR, aZ);
        double[] errors = IntStream.range(0, r.length)
                .filter(i -> Math.hypot(r[i], z[i]) >= 0.1)
                .mapToDouble(i -> Math.hypot(aR[i] - agamaR[i], aZ[i] - agamaZ[i]) / Math.hypot(agamaR[i], agamaZ[i]))
                .sorted()
                .toArray();
        assertThat(errors[errors.length / 2]).as("median").isLessThan(1e-5);
        assertThat(errors[errors.length - 1]).as("largest").isLessThan(1e-4);
    }

    /** The rotation curve in mcmillan17-facts.md: AGAMA with lmax = 256. */
    @Test
    void mcMillan17TurnsAsPublished() {
        CircularOrbits orbits = Potentials.named("McMillan17").circularOrbits();
        double[][] published = {
            {0.5, 131.900}, {1, 164.535}, {4, 219.379}, {8.21, 233.109}, {14, 227.612}, {30, 218.015}
        };
        for (double[] point : published) {
            assertThat(orbits.speedKms(point[0])).isCloseTo(point[1], within(6e-4));
        }
    }

    private void assertSpeedsAndDensities(Potential potential, String id, double speedError, double densityError) {
        double[] speedKms = TABLE.column("vcirc_at_R_z0");
        double[] density = TABLE.column("density");
        CircularOrbits orbits = potential.circularOrbits();
        for (int i = 0; i < phi.length; i++) {
            if (isOf(id, i)) {
                assertThat(orbits.speedKms(radiusKpc[i])).isCloseTo(speedKms[i], within(speedError * speedKms[i]));
                assertThat(potential.densityMsunPerKpc3(radiusKpc[i], zKpc[i]) / 1e9)
                        .isCloseTo(density[i], within(densityError * density[i]));
            }
        }
    }

    private static boolean isOf(String id, int row) {
        return TABLE.rows().get(row)[0].equals(id);
    }

    private double forceError(Potential potential, int i) {
        Derivatives d = potential.at(radiusKpc[i], zKpc[i]);
        double miss = Math.hypot(d.dRKms2PerKpc() + forceR[i], d.dzKms2PerKpc() + forceZ[i]);
        return miss / Math.hypot(forceR[i], forceZ[i]);
    }
}
