package org.cellarius.galaxy.mock;

import org.cellarius.galaxy.potential.ForceField;
import org.cellarius.galaxy.potential.Potential;

/**
 * Motion up and down at a fixed radius: height and speed of a star with vertical action J_z at phase &theta;, in the potential &Phi;(R, z) &minus; &Phi;(R, 0).
 *
 * <p>J_z is an adiabatic invariant of the slower motion in R, so that a star keeps it while its radius changes (Binney and Tremaine 2008, section 3.6.2). Tables of z/&radic;J and
 * v_z/&radic;J on ln R, &radic;J and &theta;, linear between nodes. The St&auml;ckel action of what comes out is J_z to 3 per cent in the median (tested).
 */
final class VerticalOscillations {

    private static final double INNERMOST_KPC = 0.3;
    private static final double OUTERMOST_KPC = 40;
    private static final int RADII = 64;
    /** Beyond it, kpc km/s, stars move as those with it. */
    private static final double LARGEST_ACTION_KPC_KMS = 1200;

    private static final int ACTIONS = 48;
    private static final int PHASES = 33;
    private static final int HEIGHTS = 1200;
    private static final double HIGHEST_KPC = 60;
    private static final int STEPS = 128;
    private static final int MOST_STEPS = 200;

    private static final double LN_INNERMOST = Math.log(INNERMOST_KPC);
    private static final double RADII_PER_LN = (RADII - 1) / Math.log(OUTERMOST_KPC / INNERMOST_KPC);
    private static final double ACTIONS_PER_ROOT = (ACTIONS - 1 + 0.02) / Math.sqrt(LARGEST_ACTION_KPC_KMS);

    /** Height and speed, one after the other. */
    private final double[] motion = new double[2 * RADII * ACTIONS * PHASES];

    VerticalOscillations(Potential potential) {
        ForceField field = ForceField.of(potential);
        for (int r = 0; r < RADII; r++) {
            double radiusKpc = INNERMOST_KPC * Math.pow(OUTERMOST_KPC / INNERMOST_KPC, r / (RADII - 1.0));
            fill(r, new Well(field, radiusKpc));
        }
    }

    /** Heights grow with the square of the index, so that the plane is resolved. */
    private static final class Well {
        private final double[] depth = new double[HEIGHTS + 1];

        Well(ForceField field, double radiusKpc) {
            double[] radius = new double[HEIGHTS + 1];
            double[] z = new double[HEIGHTS + 1];
            for (int k = 0; k <= HEIGHTS; k++) {
                radius[k] = radiusKpc;
                z[k] = HIGHEST_KPC * k * k / ((double) HEIGHTS * HEIGHTS);
            }
            field.potentials(HEIGHTS + 1, radius, z, depth);
            for (int k = HEIGHTS; k >= 0; k--) {
                depth[k] -= depth[0];
            }
        }

        /** &Phi;(z) &minus; &Phi;(0): between nodes it is linear in z&sup2; near the plane, and nearly so further up. */
        double at(double z) {
            double place = Math.sqrt(z / HIGHEST_KPC) * HEIGHTS;
            int k = (int) Math.min(HEIGHTS - 1, place);
            double low = (double) k * k;
            double high = (k + 1.0) * (k + 1.0);
            double here = place * place;
            double w = (here * here - low * low) / (high * high - low * low);
            return depth[k] + w * (depth[k + 1] - depth[k]);
        }

        /** Speed at z of a star that turns at the height zmax. */
        double speedKms(double zmax, double z) {
            return Math.sqrt(Math.max(0, 2 * (at(zmax) - at(z))));
        }

        /** J_z = (2/&pi;) &int; v dz from 0 to zmax, with z = zmax sin t, by Simpson's rule. */
        double action(double zmax) {
            double sum = 0;
            for (int i = 0; i <= STEPS; i++) {
                double t = Math.PI / 2 * i / STEPS;
                double weight = i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2;
                sum += weight * speedKms(zmax, zmax * Math.sin(t)) * zmax * Math.cos(t);
            }
            return 2 / Math.PI * sum * Math.PI / 2 / STEPS / 3;
        }

        /** By regula falsi (Illinois): the action grows with the height. */
        double turningHeight(double action) {
            double low = 0;
            double high = HIGHEST_KPC;
            double below = -action;
            double above = action(high) - action;
            int before = 0;
            for (int i = 0; i < MOST_STEPS && high - low > 1e-13 * high; i++) {
                double z = Math.clamp(high - above * (high - low) / (above - below), low, high);
                double off = action(z) - action;
                int side = (int) Math.signum(off);
                if (side == 0) {
                    return z;
                }
                if (side < 0) {
                    low = z;
                    below = off;
                    above /= before == side ? 2 : 1;
                } else {
                    high = z;
                    above = off;
                    below /= before == side ? 2 : 1;
                }
                before = side;
            }
            return 0.5 * (low + high);
        }
    }

    private static double rootAction(int a) {
        // The lowest node stands for all smaller actions, whose motion is harmonic.
        return Math.sqrt(LARGEST_ACTION_KPC_KMS) * (a + 0.02) / (ACTIONS - 1 + 0.02);
    }

    private void fill(int r, Well well) {
        for (int a = 0; a < ACTIONS; a++) {
            double root = rootAction(a);
            double zmax = well.turningHeight(root * root);
            double[] time = new double[STEPS + 1];
            double before = 0;
            for (int i = 0; i <= STEPS; i++) {
                double t = Math.PI / 2 * i / STEPS;
                double z = zmax * Math.sin(t);
                double v = well.speedKms(zmax, z);
                // At the turning point both vanish: there dz/v tends to zmax^(1/2) over the root of the force.
                double force = (well.at(zmax) - well.at(zmax * 0.999)) / (zmax * 0.001);
                double rate = i == STEPS || v == 0 ? Math.sqrt(zmax / force) : zmax * Math.cos(t) / v;
                time[i] = i == 0 ? 0 : time[i - 1] + 0.5 * (before + rate);
                before = rate;
            }
            int i = 0;
            for (int p = 0; p < PHASES; p++) {
                double goal = time[STEPS] * p / (PHASES - 1);
                while (i < STEPS - 1 && time[i + 1] < goal) {
                    i++;
                }
                double w = (goal - time[i]) / (time[i + 1] - time[i]);
                double z = zmax * Math.sin(Math.PI / 2 * (i + w) / STEPS);
                motion[at(r, a, p)] = z / root;
                motion[at(r, a, p) + 1] = p == PHASES - 1 ? 0 : well.speedKms(zmax, z) / root;
            }
        }
    }

    private static int at(int r, int a, int p) {
        return 2 * ((r * ACTIONS + a) * PHASES + p);
    }

    /** Height and vertical velocity of a try at that place, from ln R/kpc, its action and its phase in turns, 0 to 1. */
    void place(double lnRadius, double turn, int i, Tries tries) {
        double action = tries.actionKpcKms[i];
        double rp = Math.clamp((lnRadius - LN_INNERMOST) * RADII_PER_LN, 0, RADII - 1.0);
        int r = (int) Math.min(RADII - 2.0, rp);
        double wr = rp - r;
        double root = Math.sqrt(Math.min(action, LARGEST_ACTION_KPC_KMS));
        double ap = Math.max(0, root * ACTIONS_PER_ROOT - 0.02);
        int a = (int) Math.min(ACTIONS - 2.0, ap);
        double wa = ap - a;
        // A quarter of the motion is tabulated; the others mirror it.
        double quarter = 4 * turn;
        int q = (int) quarter;
        double within = q % 2 == 0 ? quarter - q : 1 - (quarter - q);
        double pp = within * (PHASES - 1);
        int p = (int) Math.min(PHASES - 2.0, pp);
        double wp = pp - p;
        double z = 0;
        double v = 0;
        for (int corner = 0; corner < 4; corner++) {
            double w = ((corner & 1) == 0 ? 1 - wr : wr) * ((corner & 2) == 0 ? 1 - wa : wa);
            int k = at(r + (corner & 1), a + (corner >> 1), p);
            z += w * ((1 - wp) * motion[k] + wp * motion[k + 2]);
            v += w * ((1 - wp) * motion[k + 1] + wp * motion[k + 3]);
        }
        tries.zKpc[i] = root * (q < 2 ? z : -z);
        tries.vZKms[i] = root * (q == 0 || q == 3 ? v : -v);
    }
}
