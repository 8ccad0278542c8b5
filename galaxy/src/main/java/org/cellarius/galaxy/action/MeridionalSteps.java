package org.cellarius.galaxy.action;

import java.util.Arrays;
import org.cellarius.galaxy.potential.ForceField;

/**
 * Follows many stars in the meridional plane from z = 0 upwards to where they turn, by the classical Runge-Kutta method with steps
 * that are a small part of the shortest local time.
 */
final class MeridionalSteps {

    private static final double PART = 0.06;
    private static final int MOST_STEPS = 1000;

    private final ForceField field;
    private final int stars;
    final double[] radius;
    final double[] z;
    final double[] vr;
    final double[] vz;
    private final double[] lz2;
    private final double[] dt;
    private final boolean[] turned;
    private final double[][] place = new double[4][];
    private final double[][] rate = new double[4][];
    private final double[][] sum = new double[4][];

    MeridionalSteps(ForceField field, double[] lz2) {
        this.field = field;
        this.lz2 = lz2;
        stars = lz2.length;
        radius = new double[stars];
        z = new double[stars];
        vr = new double[stars];
        vz = new double[stars];
        dt = new double[stars];
        turned = new boolean[stars];
        for (int c = 0; c < 4; c++) {
            place[c] = new double[stars];
            rate[c] = new double[stars];
            sum[c] = new double[stars];
        }
    }

    /** From the plane, with no velocity along R, to the first maximum of z; what never turns ends as NaN. */
    void toTheTop(double[] fromRadius, double[] withVz) {
        System.arraycopy(fromRadius, 0, radius, 0, stars);
        System.arraycopy(withVz, 0, vz, 0, stars);
        Arrays.fill(z, 0);
        Arrays.fill(vr, 0);
        Arrays.fill(turned, false);
        for (int step = 0; step < MOST_STEPS; step++) {
            if (!lengths()) {
                return;
            }
            step();
        }
        for (int i = 0; i < stars; i++) {
            vr[i] = turned[i] ? vr[i] : Double.NaN;
        }
    }

    /** The next step of each star; for one that has passed its top, the step back to it. False when all have turned. */
    private boolean lengths() {
        field.accelerations(stars, radius, z, rate[2], rate[3]);
        boolean any = false;
        for (int i = 0; i < stars; i++) {
            double down = rate[3][i];
            if (turned[i]) {
                dt[i] = 0;
            } else if (!(vz[i] > 0)) {
                dt[i] = -vz[i] / down;
                turned[i] = true;
                any = true;
            } else {
                double orbit = Math.sqrt(Math.hypot(radius[i], z[i]) / Math.hypot(rate[2][i], down));
                double bounce = (z[i] + 1e-3 * radius[i]) / vz[i];
                double vertical = Math.sqrt((z[i] + 1e-3 * radius[i]) / Math.abs(down));
                double axis = radius[i] * radius[i] / Math.sqrt(lz2[i]);
                double soonest = Math.min(Math.min(orbit, axis), Math.max(vertical, bounce));
                dt[i] = PART * soonest;
                any = true;
            }
        }
        return any;
    }

    private void step() {
        double[][] state = {radius, z, vr, vz};
        for (int c = 0; c < 4; c++) {
            System.arraycopy(state[c], 0, place[c], 0, stars);
            Arrays.fill(sum[c], 0);
        }
        stage(state, 1, 0.5);
        stage(state, 2, 0.5);
        stage(state, 2, 1);
        stage(state, 1, 0);
        for (int c = 0; c < 4; c++) {
            for (int i = 0; i < stars; i++) {
                state[c][i] += dt[i] * sum[c][i] / 6;
            }
        }
    }

    /** Adds the rates at the present place with a weight and sets the place of the next stage. */
    private void stage(double[][] state, double weight, double ahead) {
        field.accelerations(stars, place[0], place[1], rate[2], rate[3]);
        for (int i = 0; i < stars; i++) {
            double r = place[0][i];
            rate[2][i] += lz2[i] / (r * r * r);
        }
        System.arraycopy(place[2], 0, rate[0], 0, stars);
        System.arraycopy(place[3], 0, rate[1], 0, stars);
        for (int c = 0; c < 4; c++) {
            for (int i = 0; i < stars; i++) {
                sum[c][i] += weight * rate[c][i];
                place[c][i] = state[c][i] + ahead * dt[i] * rate[c][i];
            }
        }
    }
}
