package org.cellarius.galaxy.orbit;

import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OnDemand;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.potential.Potential;

/** Orbits of stars as columns: guiding radius, extrema, energy and its drift. Thread-safe. */
public final class OrbitKernel implements ColumnKernel {

    /** The state from which an orbit begins: kpc and km/s, v_phi positive along rotation. */
    public static final List<String> STATE = List.of("r", "z", "v_r", "v_z", "v_phi");

    static final List<OutputColumn> OUTPUTS = List.of(
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
            new OutputColumn("mean_r", "kpc", "mean cylindrical radius over the span"),
            new OutputColumn("z_turns", "", "maxima and minima of z within the span"),
            new OutputColumn("r_turns", "", "pericentres and apocentres within the span"),
            new OutputColumn(
                    "late_change",
                    "",
                    "largest relative change of zmax, r_peri, r_apo in the last quarter of the span, or what is left to change where an orbit ended early"),
            new OutputColumn("followed", "Gyr", "time over which the orbit was followed"));

    private static final int RG = 0;
    private static final int L_Z = 7;
    private static final int ENERGY = 8;

    private final Potential potential;
    private final OnDemand<Orbits> orbits;
    private final ZmaxDefinition zmax;

    /**
     * @param potential the Galaxy
     * @param span how long the orbits are followed
     * @param accuracy how exactly
     * @param zmax what is called Zmax: {@link ZmaxDefinition#LARGEST} or {@link ZmaxDefinition#MEAN}
     */
    public OrbitKernel(Potential potential, OrbitSpan span, OrbitAccuracy accuracy, ZmaxDefinition zmax) {
        this(potential, OrbitPlan.standard().with(span).with(accuracy).with(zmax));
    }

    /**
     * @param potential the Galaxy
     * @param plan how orbits are followed, and what is called Zmax: {@link ZmaxDefinition#LARGEST} or {@link ZmaxDefinition#MEAN}
     */
    public OrbitKernel(Potential potential, OrbitPlan plan) {
        this.zmax = plan.zmax();
        if (zmax == ZmaxDefinition.EDGE) {
            throw new IllegalArgumentException("the edge of the Staeckel box is not found by integration");
        }
        OrbitAccuracy accuracy = plan.accuracy();
        this.potential = potential;
        this.orbits = new OnDemand<>(() -> new Orbits(
                potential,
                accuracy.field(potential),
                new OrbitSettings(
                        plan.span(),
                        accuracy.tolerance(),
                        accuracy.largestDrift(),
                        OrbitSettings.PlaneCrossing.of(potential),
                        zmax == ZmaxDefinition.MEAN,
                        plan.ending())));
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
        OrbitSummaries found = orbits.get().follow(rows, new OrbitStarts(in[0], in[1], in[2], in[3], in[4]), status);
        for (int i = 0; i < rows; i++) {
            out[L_Z][i] = in[0][i] * in[4][i];
        }
        potential.guidingRadii().radiiKpc(rows, out[L_Z], out[RG]);
        for (int i = 0; i < rows; i++) {
            boolean followed = status[i] == StarStatus.OK || status[i] == StarStatus.NOT_CONVERGED;
            boolean placed = status[i] != StarStatus.NO_POSITION && status[i] != StarStatus.NO_VELOCITY;
            double peri = found.r3dPeri[i];
            double apo = found.r3dApo[i];
            double[] star = {
                out[RG][i],
                zmax == ZmaxDefinition.MEAN ? found.meanMaximum[i] : found.zmax[i],
                found.rPeri[i],
                found.rApo[i],
                peri,
                apo,
                apo > 0 ? (apo - peri) / (apo + peri) : 0,
                out[L_Z][i],
                found.energy[i],
                found.energyDrift(i),
                found.meanRadius[i],
                found.verticalTurns[i],
                found.radialTurns[i],
                found.lateChange[i],
                found.followedGyr[i]
            };
            for (int k = 0; k < star.length; k++) {
                boolean ofTheState = placed && (k == RG || k == L_Z || k == ENERGY);
                out[k][i] = followed || ofTheState ? star[k] : Double.NaN;
            }
        }
    }
}
