package org.cellarius.galaxy.kinematics;

import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;

/**
 * Velocities relative to the circular orbit at the star itself, for membership far from the Sun.
 *
 * <p>U = &minus;v_R, V = v_&phi; &minus; v_c, W = v_z. At the Sun these are the velocities relative to the local standard of
 * rest; elsewhere their axes point to the centre from where the star is. Inputs: {@code v_r v_phi v_z} (km/s) and {@code
 * v_circ} (km/s), the circular speed at the star. Outputs: {@code u_lsr v_lsr w_lsr} (km/s).
 */
public final class LocalVelocityKernel implements ColumnKernel {

    @Override
    public List<String> inputs() {
        return List.of("v_r", "v_phi", "v_z", "v_circ");
    }

    @Override
    public List<OutputColumn> outputs() {
        return List.of(
                new OutputColumn("u_lsr", "km/s", "velocity towards the Galactic centre, at the star"),
                new OutputColumn("v_lsr", "km/s", "velocity along rotation less the circular speed, at the star"),
                new OutputColumn("w_lsr", "km/s", "velocity to the North Galactic Pole"));
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        for (int i = 0; i < rows; i++) {
            double v = in[1][i] - in[3][i];
            boolean known = Double.isFinite(in[0][i]) && Double.isFinite(v) && Double.isFinite(in[2][i]);
            status[i] = known ? StarStatus.OK : StarStatus.NO_VELOCITY;
            out[0][i] = known ? -in[0][i] : Double.NaN;
            out[1][i] = known ? v : Double.NaN;
            out[2][i] = known ? in[2][i] : Double.NaN;
        }
    }
}
