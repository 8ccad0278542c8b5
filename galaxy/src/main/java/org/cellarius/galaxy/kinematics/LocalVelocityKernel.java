package org.cellarius.galaxy.kinematics;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;

/**
 * Velocities relative to the circular orbit at the star itself, for membership far from the Sun.
 *
 * <p>U = &minus;v_R, V = v_&phi; &minus; v_c(R), W = v_z. At the Sun these are the velocities relative to the local standard of
 * rest; elsewhere their axes point to the centre from where the star is. Inputs: {@code r} (kpc), {@code v_r v_phi v_z} (km/s).
 * Outputs: {@code u_lsr v_lsr w_lsr} (km/s).
 */
public final class LocalVelocityKernel implements ColumnKernel {

    private final DoubleUnaryOperator circularSpeedKms;

    /**
     * With a rotation curve.
     *
     * @param circularSpeedKms circular speed (km/s) at a radius (kpc)
     */
    public LocalVelocityKernel(DoubleUnaryOperator circularSpeedKms) {
        this.circularSpeedKms = circularSpeedKms;
    }

    @Override
    public List<String> inputs() {
        return List.of("r", "v_r", "v_phi", "v_z");
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
            boolean placed = in[0][i] >= 0 && Double.isFinite(in[0][i]);
            double v = placed ? in[2][i] - circularSpeedKms.applyAsDouble(in[0][i]) : Double.NaN;
            boolean known = Double.isFinite(in[1][i]) && Double.isFinite(v) && Double.isFinite(in[3][i]);
            status[i] = known ? StarStatus.OK : placed ? StarStatus.NO_VELOCITY : StarStatus.NO_POSITION;
            out[0][i] = known ? 0 - in[1][i] : Double.NaN;
            out[1][i] = known ? v : Double.NaN;
            out[2][i] = known ? in[3][i] : Double.NaN;
        }
    }
}
