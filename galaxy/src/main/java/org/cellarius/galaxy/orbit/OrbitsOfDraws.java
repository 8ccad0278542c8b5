package org.cellarius.galaxy.orbit;

import java.util.List;
import org.cellarius.galaxy.action.ActionColumns;
import org.cellarius.galaxy.action.StaeckelChoice;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.frame.DerivedQuantity;
import org.cellarius.galaxy.potential.Potential;

/** Errors of orbital quantities: the orbit of every draw of a star, by a kernel that reads {@code r z v_r v_z v_phi}. */
public final class OrbitsOfDraws implements DerivedQuantity {

    private final ColumnKernel kernel;
    private final List<OutputColumn> columns;
    private final int[] places;

    /** The named quantities; where guiding radius, angular momentum, energy and actions are all, no orbit is followed. */
    public static OrbitsOfDraws of(Potential potential, OrbitPlan plan, List<String> names) {
        if (List.of("rg", "l_z").containsAll(names)) {
            return new OrbitsOfDraws(new GuidingRadiusKernel(potential), names);
        }
        // Frequencies and angles of draws are not told.
        StaeckelChoice approximation = plan.approximation().with(ActionColumns.ACTIONS);
        if (List.of("rg", "l_z", "energy", "j_r", "j_z").containsAll(names)) {
            return new OrbitsOfDraws(StellarOrbits.boxes(potential, approximation), names);
        }
        return new OrbitsOfDraws(new StellarOrbits(potential, plan.with(approximation)), names);
    }

    /**
     * @param kernel gives the orbits
     * @param names which of its columns are followed
     */
    public OrbitsOfDraws(ColumnKernel kernel, List<String> names) {
        this.kernel = kernel;
        this.columns =
                kernel.outputs().stream().filter(c -> names.contains(c.name())).toList();
        this.places = columns.stream().mapToInt(kernel.outputs()::indexOf).toArray();
    }

    @Override
    public List<OutputColumn> columns() {
        return columns;
    }

    @Override
    public void of(int n, double[][] state, double[][] values) {
        double[][] in = new double[5][n];
        for (int i = 0; i < n; i++) {
            double x = state[0][i];
            double y = state[1][i];
            double r = Math.hypot(x, y);
            in[0][i] = r;
            in[1][i] = state[2][i];
            in[2][i] = (x * state[3][i] + y * state[4][i]) / r;
            in[3][i] = state[5][i];
            // Positive along rotation, which is clockwise seen from the North Galactic Pole.
            in[4][i] = (y * state[3][i] - x * state[4][i]) / r;
        }
        double[][] out = new double[kernel.outputs().size()][n];
        kernel.apply(n, in, out, new StarStatus[n]);
        for (int k = 0; k < places.length; k++) {
            System.arraycopy(out[places[k]], 0, values[k], 0, n);
        }
    }
}
