package org.cellarius.galaxy.potential;

import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;

/**
 * A potential at points, to full accuracy. Inputs: {@code r z} (kpc). Outputs: {@code phi_pot} (km&sup2;/s&sup2;, zero at infinity),
 * {@code f_r f_z} (km&sup2;/s&sup2;/kpc), {@code density} (M&#9737;/pc&sup3;), {@code vcirc} (km/s, of the circular orbit in the plane at that r).
 */
public final class PotentialKernel implements ColumnKernel {

    private static final double PC3_PER_KPC3 = 1e9;
    /** Nothing farther away has a place in a galaxy; squares and cubes of distances overflow there. */
    private static final double FARTHEST_KPC = 1e9;

    private static final List<OutputColumn> OUTPUTS = List.of(
            new OutputColumn("phi_pot", "km2/s2", "gravitational potential, zero at infinity"),
            new OutputColumn("f_r", "km2/s2/kpc", "acceleration along R, positive outwards"),
            new OutputColumn("f_z", "km2/s2/kpc", "acceleration along z"),
            new OutputColumn("density", "solMass/pc3", "mass density"),
            new OutputColumn("vcirc", "km/s", "circular speed in the plane at this radius"));

    private final Potential potential;
    private final CircularOrbits circular;

    public PotentialKernel(Potential potential) {
        this.potential = potential;
        this.circular = potential.circularOrbits();
    }

    @Override
    public List<String> inputs() {
        return List.of("r", "z");
    }

    @Override
    public List<OutputColumn> outputs() {
        return OUTPUTS;
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        for (int i = 0; i < rows; i++) {
            double radiusKpc = in[0][i];
            double zKpc = in[1][i];
            boolean known = radiusKpc >= 0 && radiusKpc <= FARTHEST_KPC && Math.abs(zKpc) <= FARTHEST_KPC;
            status[i] = known ? StarStatus.OK : StarStatus.NO_POSITION;
            if (!known) {
                for (double[] column : out) {
                    column[i] = Double.NaN;
                }
                continue;
            }
            Derivatives at = potential.at(radiusKpc, zKpc);
            out[0][i] = at.phiKms2();
            out[1][i] = -at.dRKms2PerKpc();
            out[2][i] = -at.dzKms2PerKpc();
            out[3][i] = potential.densityMsunPerKpc3(radiusKpc, zKpc) / PC3_PER_KPC3;
            out[4][i] = circular.speedKms(radiusKpc);
        }
    }
}
