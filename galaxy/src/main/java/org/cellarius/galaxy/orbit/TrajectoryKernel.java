package org.cellarius.galaxy.orbit;

import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.potential.Potential;

/**
 * Where a star is, or was, at a time: inputs are its present state {@code r phi z v_r v_phi v_z} (kpc, deg, km/s) and {@code orbit_time}
 * (Gyr, negative for the past), outputs the state then and the relative change of the energy since. Rows of one star that follow each other with
 * times ever further from now share one integration. Unbound stars are followed, too. Thread-safe.
 *
 * <p>Steps end at the times asked for, so that nothing is interpolated. Accuracy after 10 Gyr with {@link OrbitAccuracy#ACCURATE}, MWPotential2014 and
 * disc stars: 1e-6 kpc; along the orbit errors of phase grow with time, across it they do not.
 */
public final class TrajectoryKernel implements ColumnKernel {

    private static final List<OutputColumn> OUTPUTS = List.of(
            new OutputColumn("r", "kpc", "cylindrical radius at the time"),
            new OutputColumn("phi", "deg", "Galactocentric azimuth at the time, -180 to 180"),
            new OutputColumn("z", "kpc", "height at the time"),
            new OutputColumn("v_r", "km/s", "velocity outwards at the time"),
            new OutputColumn("v_phi", "km/s", "velocity along rotation at the time"),
            new OutputColumn("v_z", "km/s", "vertical velocity at the time"),
            new OutputColumn("energy_drift", "", "relative change of the energy since now: error of the integration"));

    private final TimedStates states;

    public TrajectoryKernel(Potential potential, OrbitAccuracy accuracy) {
        states = new TimedStates(accuracy.field(potential), accuracy.tolerance());
    }

    @Override
    public List<String> inputs() {
        return List.of("r", "phi", "z", "v_r", "v_phi", "v_z", "orbit_time");
    }

    @Override
    public List<OutputColumn> outputs() {
        return OUTPUTS;
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        for (int i = 0; i < rows; i++) {
            status[i] = judge(in, i);
            for (double[] column : out) {
                column[i] = Double.NaN;
            }
        }
        states.follow(rows, in, out, status);
    }

    private static StarStatus judge(double[][] in, int i) {
        boolean placed = in[0][i] >= 0 && Double.isFinite(in[0][i]) && Double.isFinite(in[2][i]);
        if (!placed || !Double.isFinite(in[1][i])) {
            return StarStatus.NO_POSITION;
        }
        if (!(Double.isFinite(in[3][i]) && Double.isFinite(in[4][i]) && Double.isFinite(in[5][i]))) {
            return StarStatus.NO_VELOCITY;
        }
        return Math.abs(in[6][i]) <= OrbitSpan.LONGEST_GYR ? StarStatus.OK : StarStatus.NOT_INTEGRATED;
    }
}
