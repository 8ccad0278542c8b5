package org.cellarius.galaxy.orbit;

import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.potential.Potential;

/** Guiding radii alone: {@code rg} (kpc) and {@code l_z} (kpc km/s) from the columns that {@link OrbitKernel} reads. */
public final class GuidingRadiusKernel implements ColumnKernel {

    private final Potential potential;

    public GuidingRadiusKernel(Potential potential) {
        this.potential = potential;
    }

    @Override
    public List<String> inputs() {
        return OrbitKernel.STATE;
    }

    @Override
    public List<OutputColumn> outputs() {
        return List.of(
                new OutputColumn("rg", "kpc", "guiding radius: of the circular orbit with this angular momentum"),
                new OutputColumn("l_z", "kpc km/s", "angular momentum about the axis, positive along rotation"));
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        for (int i = 0; i < rows; i++) {
            out[1][i] = in[0][i] * in[4][i];
            status[i] = Double.isFinite(out[1][i]) ? StarStatus.OK : StarStatus.NO_VELOCITY;
        }
        potential.guidingRadii().radiiKpc(rows, out[1], out[0]);
    }
}
