package org.cellarius.galaxy.orbit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.action.StaeckelKernel;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.potential.ForceField;
import org.cellarius.galaxy.potential.GuidingRadii;
import org.cellarius.galaxy.potential.Potential;

/**
 * All that is told about a star's orbit: guiding radius, extrema, energy, actions. Thread-safe.
 *
 * <p>Actions are always those of the St&auml;ckel approximation. {@code zmax_staeckel} stands beside an integrated Zmax: the
 * difference tells how far the approximation, and with it the actions, can be trusted for this star.
 */
public final class StellarOrbits implements ColumnKernel {

    private static final List<OutputColumn> OUTPUTS = List.of(
            new OutputColumn("rg", "kpc", "guiding radius: of the circular orbit with this angular momentum"),
            new OutputColumn("zmax", "kpc", "Zmax of the orbit"),
            new OutputColumn("r_peri", "kpc", "smallest cylindrical radius"),
            new OutputColumn("r_apo", "kpc", "largest cylindrical radius"),
            new OutputColumn("r3d_peri", "kpc", "smallest distance from the centre"),
            new OutputColumn("r3d_apo", "kpc", "largest distance from the centre"),
            new OutputColumn("ecc", "", "eccentricity, from r3d_peri and r3d_apo"),
            new OutputColumn("l_z", "kpc km/s", "angular momentum about the axis, positive along rotation"),
            new OutputColumn("energy", "km2/s2", "energy, zero at rest at infinity"),
            new OutputColumn(
                    "energy_drift", "", "relative change of the energy over the span: error of the integration"),
            new OutputColumn(
                    "j_r", "kpc km/s", "radial action, Staeckel approximation through the star, foci of shell orbits"),
            new OutputColumn(
                    "j_z",
                    "kpc km/s",
                    "vertical action, Staeckel approximation through the star, foci of shell orbits"),
            new OutputColumn("zmax_staeckel", "kpc", "height of the edge of the orbit's Staeckel box"),
            new OutputColumn("r_mean", "kpc", "mean cylindrical radius over the span"),
            new OutputColumn("z_turns", "", "maxima and minima of z within the span"),
            new OutputColumn("r_turns", "", "pericentres and apocentres within the span"),
            new OutputColumn(
                    "late_change",
                    "",
                    "largest relative change of zmax, r_peri, r_apo in the last quarter of the span"));

    private final ZmaxDefinition zmax;
    private final GuidingRadii radii;
    private final ForceField field;
    private final StaeckelKernel box;
    private final Optional<OrbitKernel> followed;

    /**
     * @param potential the Galaxy
     * @param method integration, or the approximation alone
     * @param span how long orbits are followed; of no meaning for the approximation
     * @param accuracy how exactly they are followed
     * @param zmax what is called Zmax
     */
    public StellarOrbits(
            Potential potential, OrbitMethod method, OrbitSpan span, OrbitAccuracy accuracy, ZmaxDefinition zmax) {
        this.zmax = zmax;
        this.radii = new GuidingRadii(potential);
        this.field = ForceField.of(potential);
        this.box = new StaeckelKernel(potential);
        this.followed = switch (method) {
            case INTEGRATE ->
                Optional.of(new OrbitKernel(
                        potential, span, accuracy, zmax == ZmaxDefinition.EDGE ? ZmaxDefinition.LARGEST : zmax));
            case STAECKEL -> Optional.empty();
        };
    }

    @Override
    public List<String> inputs() {
        return OrbitKernel.STATE;
    }

    @Override
    public List<OutputColumn> outputs() {
        return OUTPUTS;
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        double[][] edges = new double[box.outputs().size()][rows];
        var boxStatus = new StarStatus[rows];
        box.apply(rows, in, edges, boxStatus);
        for (double[] column : out) {
            Arrays.fill(column, 0, rows, Double.NaN);
        }
        if (followed.isPresent()) {
            OrbitKernel kernel = followed.get();
            double[][] found = new double[kernel.outputs().size()][rows];
            kernel.apply(rows, in, found, status);
            copy(kernel, found, out, rows);
            copy(box, edges, out, rows, "j_r", "j_z");
            if (zmax == ZmaxDefinition.EDGE) {
                copy(box, edges, out, rows, "zmax");
            }
        } else {
            copy(box, edges, out, rows);
            System.arraycopy(boxStatus, 0, status, 0, rows);
            state(rows, in, out);
            for (int i = 0; i < rows; i++) {
                if (status[i] == StarStatus.NO_POSITION || status[i] == StarStatus.NO_VELOCITY) {
                    for (double[] column : out) {
                        column[i] = Double.NaN;
                    }
                }
            }
        }
        System.arraycopy(edges[place(box, "zmax")], 0, out[place(this, "zmax_staeckel")], 0, rows);
    }

    /** Guiding radius, angular momentum and energy, which need no orbit. */
    private void state(int rows, double[][] in, double[][] out) {
        double[] lz = out[place(this, "l_z")];
        double[] energy = out[place(this, "energy")];
        field.potentials(rows, in[0], in[1], energy);
        for (int i = 0; i < rows; i++) {
            lz[i] = in[0][i] * in[4][i];
            energy[i] += 0.5 * (in[2][i] * in[2][i] + in[3][i] * in[3][i] + in[4][i] * in[4][i]);
        }
        radii.radiiKpc(rows, lz, out[place(this, "rg")]);
    }

    /** Those columns of a kernel that are told here, or some of them. */
    private void copy(ColumnKernel kernel, double[][] found, double[][] out, int rows, String... names) {
        for (int k = 0; k < found.length; k++) {
            String name = kernel.outputs().get(k).name();
            int to = place(this, name);
            if (to >= 0 && (names.length == 0 || List.of(names).contains(name))) {
                System.arraycopy(found[k], 0, out[to], 0, rows);
            }
        }
    }

    private static int place(ColumnKernel kernel, String name) {
        for (int k = 0; k < kernel.outputs().size(); k++) {
            if (kernel.outputs().get(k).name().equals(name)) {
                return k;
            }
        }
        return -1;
    }
}
