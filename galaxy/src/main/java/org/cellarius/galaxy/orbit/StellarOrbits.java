package org.cellarius.galaxy.orbit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.action.StaeckelChoice;
import org.cellarius.galaxy.action.StaeckelKernel;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.potential.ForceField;
import org.cellarius.galaxy.potential.Potential;

/**
 * All that is told about a star's orbit: guiding radius, extrema, energy, actions. Thread-safe.
 *
 * <p>Actions are always those of the St&auml;ckel approximation. {@code zmax_staeckel} stands beside an integrated Zmax: the
 * difference tells how far the approximation, and with it the actions, can be trusted for this star.
 */
public final class StellarOrbits implements ColumnKernel {

    private static final List<OutputColumn> ACTIONS = List.of(
            new OutputColumn("j_r", "kpc km/s", "radial action, Staeckel approximation"),
            new OutputColumn("j_z", "kpc km/s", "vertical action, Staeckel approximation"));

    private static final OutputColumn EDGE =
            new OutputColumn("zmax_staeckel", "kpc", "height of the edge of the orbit's Staeckel box");

    /** Columns of the approximation that are told under names of their own. */
    private static final List<String> OF_THE_BOX = List.of(
            "j_r", "j_z", "focal_distance", "omega_r", "omega_phi", "omega_z", "theta_r", "theta_phi", "theta_z");

    private final ZmaxDefinition zmax;
    private final List<OutputColumn> outputs;
    private final Potential potential;
    private final StaeckelKernel box;
    private final Optional<OrbitKernel> followed;

    /**
     * @param potential the Galaxy
     * @param plan how orbits are followed, and the approximation made
     */
    public StellarOrbits(Potential potential, OrbitPlan plan) {
        this.zmax = plan.zmax();
        this.potential = potential;
        this.box = new StaeckelKernel(potential, plan.approximation());
        this.outputs = outputs(box).stream().map(c -> told(c, potential, plan)).toList();
        this.followed = switch (plan.method()) {
            case INTEGRATE ->
                Optional.of(new OrbitKernel(
                        potential, zmax == ZmaxDefinition.EDGE ? plan.with(ZmaxDefinition.LARGEST) : plan));
            case STAECKEL -> Optional.empty();
        };
    }

    /** Guiding radius, angular momentum, energy, actions and box: no orbit is followed. */
    static StellarOrbits boxes(Potential potential, StaeckelChoice approximation) {
        return new StellarOrbits(
                potential,
                OrbitPlan.standard()
                        .with(OrbitMethod.STAECKEL)
                        .with(ZmaxDefinition.EDGE)
                        .with(approximation));
    }

    /** With what the numbers depend on, so that a table alone tells it. */
    private static OutputColumn told(OutputColumn column, Potential potential, OrbitPlan plan) {
        String settings = switch (column.name()) {
            case "rg", "energy" -> "; " + potential.settings();
            case "zmax" -> "; " + potential.settings() + "; " + plan.settings();
            case "j_r", "j_z" -> "; " + plan.approximation().meaning();
            default -> "";
        };
        return new OutputColumn(column.name(), column.unit(), column.description() + settings);
    }

    /** Those of the orbit, with those of the approximation after the energy. */
    private static List<OutputColumn> outputs(StaeckelKernel box) {
        var columns = new ArrayList<OutputColumn>();
        for (OutputColumn column : OrbitKernel.OUTPUTS) {
            columns.add(column);
            if (column.name().equals("energy_drift")) {
                columns.addAll(ACTIONS);
                columns.add(EDGE);
            }
        }
        box.outputs().stream()
                .filter(c -> OF_THE_BOX.contains(c.name()) && !ACTIONS.contains(c))
                .forEach(columns::add);
        return List.copyOf(columns);
    }

    @Override
    public List<String> inputs() {
        return box.inputs();
    }

    @Override
    public List<OutputColumn> outputs() {
        return outputs;
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
            copy(kernel, found, out, rows, names(kernel));
            copy(box, edges, out, rows, OF_THE_BOX);
            if (zmax == ZmaxDefinition.EDGE) {
                copy(box, edges, out, rows, List.of("zmax"));
            }
        } else {
            copy(box, edges, out, rows, names(box));
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
        ForceField.of(potential).potentials(rows, in[0], in[1], energy);
        for (int i = 0; i < rows; i++) {
            lz[i] = in[0][i] * in[4][i];
            energy[i] += 0.5 * (in[2][i] * in[2][i] + in[3][i] * in[3][i] + in[4][i] * in[4][i]);
        }
        potential.guidingRadii().radiiKpc(rows, lz, out[place(this, "rg")]);
    }

    /** The named columns of a kernel, as far as they are told here. */
    private void copy(ColumnKernel kernel, double[][] found, double[][] out, int rows, List<String> names) {
        for (int k = 0; k < found.length; k++) {
            String name = kernel.outputs().get(k).name();
            int to = place(this, name);
            if (to >= 0 && names.contains(name)) {
                System.arraycopy(found[k], 0, out[to], 0, rows);
            }
        }
    }

    private static List<String> names(ColumnKernel kernel) {
        return kernel.outputs().stream().map(OutputColumn::name).toList();
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
