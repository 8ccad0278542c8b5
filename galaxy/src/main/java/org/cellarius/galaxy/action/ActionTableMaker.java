package org.cellarius.galaxy.action;

import static org.cellarius.galaxy.action.IntegralPlace.ENERGIES;
import static org.cellarius.galaxy.action.IntegralPlace.MOMENTA;

import org.cellarius.galaxy.potential.ForceField;

/** Fills the tables of {@link ActionTable} by the direct form, from chosen points of chosen orbits. */
final class ActionTableMaker {

    private static final int POINTS = 3;

    private final ForceField field;
    private final ShellTable shells;
    private final StaeckelFudge fudge;
    private final StaeckelStars stars;

    ActionTableMaker(ForceField field, ShellTable shells) {
        this.field = field;
        this.shells = shells;
        fudge = new StaeckelFudge(field, new FocalFinder.Constant(0), FudgeReference.STAR);
        stars = fudge.stars;
    }

    void fill(double[] whole, float[] vertical, float[] radial) {
        for (int k = 0; k < ENERGIES * MOMENTA; k++) {
            whole[k] = whole(k);
            orbits(k, whole[k], vertical, radial);
        }
    }

    /** K_max of a shell orbit. */
    private double whole(int k) {
        double r2 = shells.radius[k] * shells.radius[k];
        double d2 = Math.max(shells.square[k], 0);
        return (r2 + d2) * meridional2(k, shells.radius[k]);
    }

    /** v_R&sup2; + v_z&sup2; in the plane. */
    private double meridional2(int k, double radiusKpc) {
        double[] phi = new double[1];
        field.potentials(1, new double[] {radiusKpc}, new double[1], phi);
        return 2 * (shells.energy[k] - phi[0]) - shells.lz2[k] / (radiusKpc * radiusKpc);
    }

    /** All layers of one energy and angular momentum: layer p with K or M = part p. */
    private void orbits(int k, double whole, float[] vertical, float[] radial) {
        int parts = ActionTable.PARTS;
        double shell = shells.radius[k];
        for (int p = 0; p < parts; p++) {
            double root = ActionTable.rootOfPart(p);
            inPlane(p, k, shell, root * root * whole);
            inPlane(parts + p, k, shell, (1 - root * root) * whole);
        }
        fudge.actionsAt(2 * parts);
        double[] inner = new double[parts];
        double[] outer = new double[parts];
        double[] top = new double[parts];
        double[] topOfRadial = new double[parts];
        for (int p = 0; p < parts; p++) {
            inner[p] = Math.sqrt(stars.inner[p]);
            outer[p] = Math.sqrt(stars.outer[p]);
            top[p] = stars.greatestQ[p];
            topOfRadial[p] = stars.greatestQ[parts + p];
        }
        for (int point = 0; point < POINTS; point++) {
            for (int p = 0; p < parts; p++) {
                double root = ActionTable.rootOfPart(p);
                double radius = inner[p] + 0.5 * point * (outer[p] - inner[p]);
                inPlane(p, k, radius, root * root * whole);
            }
            fudge.actionsAt(parts);
            for (int p = 0; p < parts; p++) {
                double part = ActionTable.rootOfPart(p) * ActionTable.rootOfPart(p);
                int at = (k * parts + p) * 7;
                vertical[at + point] = (float) (stars.jz[p] / part);
                vertical[at + 3 + point] = (float) (stars.greatestQ[p] / part);
                vertical[at + 6] = (float) (top[p] / part);
            }
        }
        for (int point = 0; point < POINTS; point++) {
            onHyperboloids(k, 0.5 * point, topOfRadial, whole);
            for (int p = 0; p < parts; p++) {
                double part = ActionTable.rootOfPart(p) * ActionTable.rootOfPart(p);
                int at = (k * parts + p) * 9;
                radial[at + point] = (float) (stars.jr[p] / part);
                radial[at + 3 + point] = (float) Math.sqrt(stars.inner[p]);
                radial[at + 6 + point] = (float) Math.sqrt(stars.outer[p]);
            }
        }
    }

    /** A star in the plane at that radius with K = p_v&sup2; there. */
    private void inPlane(int i, int k, double radius, double third) {
        state(i, k, radius * radius, 0);
        stars.pv2[i] = third;
        stars.pu2[i] = Math.max(0, (radius * radius + stars.delta2[i]) * meridional2(k, radius) - third);
    }

    /** Stars on the shell orbit's spheroid, higher than the plane, whose p_u&sup2; is M. */
    private void onHyperboloids(int k, double fraction, double[] top, double whole) {
        double shell2 = shells.radius[k] * shells.radius[k];
        for (int p = 0; p < ActionTable.PARTS; p++) {
            double root = ActionTable.rootOfPart(p);
            state(p, k, shell2, fraction * fraction * top[p]);
            stars.pu2[p] = root * root * whole;
            stars.pv2[p] = 0;
        }
        fudge.actionsAt(ActionTable.PARTS);
    }

    private void state(int i, int k, double sigma, double q) {
        stars.energy[i] = shells.energy[k];
        stars.lz2[i] = shells.lz2[k];
        stars.delta2[i] = Math.max(shells.square[k], 0);
        stars.sigma[i] = sigma;
        stars.q[i] = q;
        stars.radius[i] = Math.sqrt(sigma * (1 - q));
        stars.z[i] = Math.sqrt((sigma + stars.delta2[i]) * q);
        stars.vPhi[i] = Math.sqrt(stars.lz2[i]) / stars.radius[i];
    }
}
