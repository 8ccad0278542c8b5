package org.cellarius.galaxy.orbit;

import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.potential.GuidingRadii;
import org.cellarius.galaxy.potential.Potential;

/** Orbits of stars as columns: guiding radius, extrema, energy and its drift. Thread-safe. */
public final class OrbitKernel implements ColumnKernel {

    /** The state from which an orbit begins: kpc and km/s, v_phi positive along rotation. */
    public static final List<String> STATE = List.of("r", "z", "v_r", "v_z", "v_phi");

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
            new OutputColumn("r_mean", "kpc", "mean cylindrical radius over the span"),
            new OutputColumn("z_turns", "", "maxima and minima of z within the span"),
            new OutputColumn("r_turns", "", "pericentres and apocentres within the span"),
            new OutputColumn(
                    "late_change",
                    "",
                    "largest relative change of zmax, r_peri, r_apo in the last quarter of the span"));

    private final Orbits orbits;
    private final GuidingRadii guidingRadii;
    private final ZmaxDefinition zmax;

    /**
     * @param potential the Galaxy
     * @param span how long the orbits are followed
     * @param accuracy how exactly
     * @param zmax what is called Zmax: {@link ZmaxDefinition#LARGEST} or {@link ZmaxDefinition#MEAN}
     */
    public OrbitKernel(Potential potential, OrbitSpan span, OrbitAccuracy accuracy, ZmaxDefinition zmax) {
        if (zmax == ZmaxDefinition.EDGE) {
            throw new IllegalArgumentException("the edge of the Staeckel box is not found by integration");
        }
        this.zmax = zmax;
        this.guidingRadii = new GuidingRadii(potential);
        var settings = new OrbitSettings(
                span,
                accuracy.tolerance(),
                accuracy.largestDrift(),
                OrbitSettings.PlaneCrossing.of(potential),
                zmax == ZmaxDefinition.MEAN);
        this.orbits = new Orbits(potential, accuracy.field(potential), settings);
    }

    @Override
    public List<String> inputs() {
        return STATE;
    }

    @Override
    public List<OutputColumn> outputs() {
        return OUTPUTS;
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        OrbitSummaries found = orbits.follow(rows, new OrbitStarts(in[0], in[1], in[2], in[3], in[4]), status);
        for (int i = 0; i < rows; i++) {
            out[7][i] = in[0][i] * in[4][i];
        }
        guidingRadii.radiiKpc(rows, out[7], out[0]);
        for (int i = 0; i < rows; i++) {
            boolean followed = status[i] == StarStatus.OK || status[i] == StarStatus.NOT_CONVERGED;
            boolean placed = status[i] != StarStatus.NO_POSITION && status[i] != StarStatus.NO_VELOCITY;
            double peri = found.r3dPeri[i];
            double apo = found.r3dApo[i];
            double[] star = {
                out[0][i],
                zmax == ZmaxDefinition.MEAN ? found.meanMaximum[i] : found.zmax[i],
                found.rPeri[i],
                found.rApo[i],
                peri,
                apo,
                apo > 0 ? (apo - peri) / (apo + peri) : 0,
                out[7][i],
                found.energy[i],
                found.energyDrift(i),
                found.meanRadius[i],
                found.verticalTurns[i],
                found.radialTurns[i],
                found.lateChange[i]
            };
            for (int k = 0; k < star.length; k++) {
                boolean ofTheState = placed && (k == 0 || k == 7 || k == 8);
                out[k][i] = followed || ofTheState ? star[k] : Double.NaN;
            }
        }
    }
}
