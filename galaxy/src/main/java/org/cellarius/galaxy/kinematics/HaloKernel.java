package org.cellarius.galaxy.kinematics;

import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;

/** Halo stars by a {@link HaloCut}: column {@code halo}, 1 or 0, missing where the star's number is missing. */
public final class HaloKernel implements ColumnKernel {

    private final HaloCut cut;

    public HaloKernel(HaloCut cut) {
        this.cut = cut;
    }

    @Override
    public List<String> inputs() {
        return List.of(cut.column());
    }

    @Override
    public List<OutputColumn> outputs() {
        return List.of(new OutputColumn("halo", "", "1 where " + cut.column() + " is at least " + cut.least()));
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        for (int i = 0; i < rows; i++) {
            double number = in[0][i];
            boolean known = !Double.isNaN(number);
            status[i] = known ? StarStatus.OK : StarStatus.NO_VELOCITY;
            out[0][i] = !known ? Double.NaN : number >= cut.least() ? 1 : 0;
        }
    }
}
