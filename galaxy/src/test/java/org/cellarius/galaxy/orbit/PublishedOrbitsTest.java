package org.cellarius.galaxy.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.galaxy.action.ActionColumns;
import org.cellarius.galaxy.action.ActionForm;
import org.cellarius.galaxy.action.FocalDistance;
import org.cellarius.galaxy.action.FudgeReference;
import org.cellarius.galaxy.action.StaeckelChoice;
import org.cellarius.galaxy.action.StaeckelKernel;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.potential.CircularOrbits;
import org.cellarius.galaxy.potential.Potential;
import org.cellarius.galaxy.potential.Potentials;
import org.junit.jupiter.api.Test;

/** Orbits of real clusters and stars against those that were published; the tables lie beside the checkout or the tests are skipped. */
class PublishedOrbitsTest {

    private static final double R0_KPC = 8.178;
    private static final Potential SPINA_GALAXY = Potentials.MW_POTENTIAL_2014.rescaledTo(R0_KPC, 229);

    /** Spina et al. (2022, Universe 8, 87): medians of draws, clusters with an orbit. */
    private static Published spina() throws IOException {
        return Published.read("clusters/SPINA2022.csv").where("zmax_med");
    }

    @Test
    void spinasGuidingRadiiTellThePotential() throws IOException {
        Published clusters = spina();
        double[] lz = clusters.column("L_Z_med");
        double[] rg = clusters.column("Rguid_med");
        CircularOrbits circular = SPINA_GALAXY.circularOrbits();
        for (int i = 0; i < rg.length; i++) {
            // The printed digits and the medians of two quantities leave 2e-4 km/s.
            assertThat(circular.speedKms(rg[i])).isCloseTo(lz[i] / rg[i], within(3e-4));
        }
    }

    @Test
    void spinasVelocitiesAreRelativeToTheSunWhateverTheColumnIsCalled() throws IOException {
        Published clusters = spina();
        double[] u = clusters.column("U_LSR_med");
        double[] v = clusters.column("V_LSR_med");
        double[] w = clusters.column("W_LSR_med");
        double[] azimuth = clusters.column("phi_Rzphi_med");
        double[] vr = clusters.column("vR_Rzphi_med");
        double[] along = clusters.column("vphi_Rzphi_med");
        double[] vz = clusters.column("vz_Rzphi_med");
        int n = u.length;
        double[] sunU = new double[n];
        double[] sunV = new double[n];
        double[] sunW = new double[n];
        for (int i = 0; i < n; i++) {
            double c = Math.cos(azimuth[i]);
            double s = Math.sin(azimuth[i]);
            // X points away from the Galactic centre here, so that U towards it is minus the velocity along X.
            sunU[i] = -(vr[i] * c - along[i] * s) - u[i];
            sunV[i] = vr[i] * s + along[i] * c - v[i];
            sunW[i] = vz[i] - w[i];
        }
        // The Sun's motion of Schönrich et al. (2010) on a local standard of rest of 229 km/s, tilted by 0.1 degree.
        assertThat(quantile(sunU, 0.5)).isCloseTo(11.1, within(0.05));
        assertThat(quantile(sunV, 0.5)).isCloseTo(229 + 12.24, within(0.05));
        assertThat(quantile(sunW, 0.5)).isCloseTo(7.25, within(0.1));
    }

    @Test
    void spinasOrbitsAreTheApproximationWithAFixedFocalDistance() throws IOException {
        Published clusters = spina();
        var box = new StaeckelKernel(
                SPINA_GALAXY,
                new StaeckelChoice(
                        new FocalDistance.Fixed(0.45 * R0_KPC),
                        FudgeReference.PLANE,
                        ActionForm.DIRECT,
                        ActionColumns.ACTIONS));
        Found found = Found.by(box, clusters.spinasState());
        check(found.column("zmax"), clusters.column("zmax_med"), 1e-4, 2e-3);
        check(found.column("r3d_peri"), clusters.column("R_peri_med"), 1e-5, 5e-4);
        check(found.column("r3d_apo"), clusters.column("R_ap_med"), 1e-5, 5e-4);
        check(found.column("j_z"), clusters.column("J_Z_med"), 3e-4, 3e-3);
    }

    @Test
    void followedSpinasClustersRiseAsHighAsTheApproximationAllows() throws IOException {
        Published clusters = spina();
        var kernel = new OrbitKernel(SPINA_GALAXY, new OrbitSpan(10), OrbitAccuracy.ACCURATE, ZmaxDefinition.LARGEST);
        Found found = Found.by(kernel, clusters.spinasState());
        check(found.column("rg"), clusters.column("Rguid_med"), 1e-5, 5e-4);
        check(found.column("r3d_peri"), clusters.column("R_peri_med"), 3e-4, 2e-3);
        check(found.column("r3d_apo"), clusters.column("R_ap_med"), 3e-4, 2e-3);
        // The fixed focal distance makes the box half a per cent too high.
        check(found.column("zmax"), clusters.column("zmax_med"), 7e-3, 3e-2);
        // Nothing lies far outside of the published interval of its draws.
        double[] low = clusters.column("ecc_low");
        double[] up = clusters.column("ecc_up");
        double[] ecc = found.column("ecc");
        long outside = IntStream.range(0, ecc.length)
                .filter(i -> ecc[i] < low[i] - 0.002 || ecc[i] > up[i] + 0.002)
                .count();
        assertThat(outside).isLessThanOrEqualTo(8);
    }

    @Test
    void galpysOrbitsOfHaloLikeStars() throws IOException {
        Published stars =
                Published.read("stars/gaia_dr3_lamost_dr9_galpy_orbits.csv").where("galpy_zmax_kpc");
        var kernel = new OrbitKernel(
                Potentials.MW_POTENTIAL_2014.rescaledTo(8.2, 232),
                new OrbitSpan(5),
                OrbitAccuracy.ACCURATE,
                ZmaxDefinition.LARGEST);
        Found found = Found.by(kernel, stars.cartesianState());
        assertThat(found.column("ecc")).hasSize(27);
        // Positions were made with another Sun than the potential was stretched to, and extrema are those of 1001
        // samples.
        check(found.column("r3d_apo"), stars.column("galpy_rap_kpc"), 0.01, 0.035);
        check(found.column("r3d_peri"), stars.column("galpy_rperi_kpc"), 0.02, 0.2);
        check(found.column("zmax"), stars.column("galpy_zmax_kpc"), 0.02, 0.05);
    }

    /** Ratios: the median within {@code middle} of 1, and nine tenths of all within {@code most}. */
    private static void check(double[] found, double[] published, double middle, double most) {
        double[] ratio = IntStream.range(0, found.length)
                .mapToDouble(i -> found[i] / published[i])
                .toArray();
        assertThat(quantile(ratio, 0.5)).isCloseTo(1, within(middle));
        assertThat(quantile(ratio, 0.05)).isCloseTo(1, within(most));
        assertThat(quantile(ratio, 0.95)).isCloseTo(1, within(most));
    }

    private static double quantile(double[] values, double fraction) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) (fraction * sorted.length)];
    }

    /**
     * What a kernel gives for the stars of a table.
     *
     * @param names of the columns
     * @param columns their values
     */
    private record Found(List<String> names, double[][] columns) {

        static Found by(ColumnKernel kernel, double[][] state) {
            int n = state[0].length;
            double[][] out = new double[kernel.outputs().size()][n];
            kernel.apply(n, state, out, new StarStatus[n]);
            return new Found(kernel.outputs().stream().map(OutputColumn::name).toList(), out);
        }

        double[] column(String name) {
            return columns[names.indexOf(name)];
        }
    }

    /**
     * A published table.
     *
     * @param names of the columns
     * @param rows their texts
     */
    private record Published(List<String> names, List<String[]> rows) {

        static Published read(String file) throws IOException {
            Path path = Path.of(System.getProperty("cellarius.root", ".."))
                    .resolve("../shared/data")
                    .resolve(file);
            assumeTrue(Files.exists(path), "the published table " + file + " does not lie beside the checkout");
            List<String[]> lines = Files.readAllLines(path).stream()
                    .map(line -> line.replace("\"", "").split(",", -1))
                    .toList();
            return new Published(List.of(lines.getFirst()), lines.subList(1, lines.size()));
        }

        /** The rows in which a column has a number and no other of the state is missing. */
        Published where(String column) {
            int k = names.indexOf(column);
            return new Published(
                    names,
                    rows.stream()
                            .filter(row -> row.length == names.size() && Double.isFinite(number(row[k])))
                            .toList());
        }

        double[] column(String name) {
            int k = names.indexOf(name);
            return rows.stream().mapToDouble(row -> number(row[k])).toArray();
        }

        double[][] spinasState() {
            return new double[][] {
                column("R_Rzphi_med"),
                column("z_Rzphi_med"),
                column("vR_Rzphi_med"),
                column("vz_Rzphi_med"),
                column("vphi_Rzphi_med")
            };
        }

        double[][] cartesianState() {
            double[] x = column("galcen_x_kpc");
            double[] y = column("galcen_y_kpc");
            double[] vx = column("galcen_vx_kms");
            double[] vy = column("galcen_vy_kms");
            int n = x.length;
            double[][] state = {
                new double[n], column("galcen_z_kpc"), new double[n], column("galcen_vz_kms"), new double[n]
            };
            for (int i = 0; i < n; i++) {
                double r = Math.hypot(x[i], y[i]);
                state[0][i] = r;
                state[2][i] = (x[i] * vx[i] + y[i] * vy[i]) / r;
                state[4][i] = (y[i] * vx[i] - x[i] * vy[i]) / r;
            }
            return state;
        }

        private static double number(String text) {
            return text.isBlank() ? Double.NaN : Double.parseDouble(text.replace("nan", "NaN"));
        }
    }
}
