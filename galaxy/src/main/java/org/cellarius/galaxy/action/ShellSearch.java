package org.cellarius.galaxy.action;

import java.util.Arrays;
import org.cellarius.galaxy.potential.ForceField;

/**
 * Shell orbits, J_R = 0, of given energies and angular momenta: where they cross the plane. Such an orbit rises from the plane without
 * velocity along R and has none when it turns back; the radius for which that is so is found by regula falsi (Illinois' rule).
 *
 * <p>The ellipse with foci at &plusmn;&Delta; that has the orbit's curvature in the plane gives (Vasiliev 2019,
 * 2019MNRAS.482.1525V)
 *
 * <pre>  &Delta;&sup2; = R_sh&sup2; [2(E &minus; &Phi;) &minus; R_sh &Phi;_R] / [R_sh &Phi;_R &minus; v_&phi;&sup2;],</pre>
 *
 * <p>an exact relation in a St&auml;ckel potential.
 */
final class ShellSearch {

    private static final int STEPS = 24;

    private final ForceField field;
    private final double[] energy;
    private final double[] lz2;
    private final int orbits;
    private final MeridionalSteps steps;
    private final double[] vz;
    final double[] low;
    final double[] high;
    private final double[] atLow;
    private final double[] atHigh;
    final double[] radius;

    ShellSearch(ForceField field, double[] energy, double[] lz2, double[] low, double[] high) {
        this.field = field;
        this.energy = energy;
        this.lz2 = lz2;
        orbits = energy.length;
        steps = new MeridionalSteps(field, lz2);
        vz = new double[orbits];
        this.low = low;
        this.high = high;
        atLow = new double[orbits];
        atHigh = new double[orbits];
        radius = new double[orbits];
    }

    /** &Delta;&sup2; in kpc&sup2; of each orbit; NaN where there is none. */
    double[] focalDistances2() {
        rise(low, atLow);
        rise(high, atHigh);
        int[] side = new int[orbits];
        double[] at = new double[orbits];
        for (int step = 0; step < STEPS; step++) {
            for (int i = 0; i < orbits; i++) {
                radius[i] = (atHigh[i] * low[i] - atLow[i] * high[i]) / (atHigh[i] - atLow[i]);
            }
            rise(radius, at);
            for (int i = 0; i < orbits; i++) {
                narrow(i, at[i], side);
            }
        }
        return fromShapes();
    }

    private void narrow(int i, double value, int[] side) {
        if (value > 0) {
            low[i] = radius[i];
            atLow[i] = value;
            atHigh[i] = side[i] > 0 ? atHigh[i] / 2 : atHigh[i];
            side[i] = 1;
        } else if (value < 0) {
            high[i] = radius[i];
            atHigh[i] = value;
            atLow[i] = side[i] < 0 ? atLow[i] / 2 : atLow[i];
            side[i] = -1;
        }
    }

    /** The velocity along R at the top of orbits that begin at these radii: positive inside the shell, negative outside. */
    private void rise(double[] from, double[] vrAtTop) {
        double[] phi = new double[orbits];
        field.potentials(orbits, from, new double[orbits], phi);
        for (int i = 0; i < orbits; i++) {
            vz[i] = Math.sqrt(Math.max(0, 2 * (energy[i] - phi[i]) - lz2[i] / (from[i] * from[i])));
        }
        steps.toTheTop(from, vz);
        System.arraycopy(steps.vr, 0, vrAtTop, 0, orbits);
    }

    private double[] fromShapes() {
        double[] phi = new double[orbits];
        double[] inward = new double[orbits];
        double[] none = new double[orbits];
        double[] squares = new double[orbits];
        Arrays.fill(none, 0);
        field.potentials(orbits, radius, none, phi);
        field.accelerations(orbits, radius, none, inward, new double[orbits]);
        for (int i = 0; i < orbits; i++) {
            double r = radius[i];
            double circular2 = -r * inward[i];
            double turning2 = lz2[i] / (r * r);
            boolean found = atLow[i] > 0 && atHigh[i] < 0;
            double square = r * r * (2 * (energy[i] - phi[i]) - circular2) / (circular2 - turning2);
            squares[i] = found ? square : Double.NaN;
        }
        return squares;
    }
}
