package org.cellarius.galaxy.kinematics;

import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;

/**
 * The axes of the Toomre diagram.
 *
 * <p>Inputs: {@code u_lsr v_lsr w_lsr} (km/s). Outputs: {@code v_tot} = &radic;(U&sup2;+V&sup2;+W&sup2;) and {@code v_toomre} =
 * &radic;(U&sup2;+W&sup2;), km/s; the other axis is {@code v_lsr}.
 */
public final class ToomreKernel implements ColumnKernel {

    @Override
    public List<String> inputs() {
        return List.of("u_lsr", "v_lsr", "w_lsr");
    }

    @Override
    public List<OutputColumn> outputs() {
        return List.of(
                new OutputColumn("v_tot", "km/s", "speed relative to the local standard of rest"),
                new OutputColumn("v_toomre", "km/s", "speed across rotation, sqrt(u_lsr^2 + w_lsr^2)"));
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        for (int i = 0; i < rows; i++) {
            double across2 = in[0][i] * in[0][i] + in[2][i] * in[2][i];
            double total = Math.sqrt(across2 + in[1][i] * in[1][i]);
            boolean known = Double.isFinite(total);
            status[i] = known ? StarStatus.OK : StarStatus.NO_VELOCITY;
            out[0][i] = known ? total : Double.NaN;
            out[1][i] = known ? Math.sqrt(across2) : Double.NaN;
        }
    }
}
