package org.cellarius.galaxy.action;

import org.cellarius.galaxy.potential.ForceField;

/**
 * The actions of a block of stars whose boxes are known,
 *
 * <pre>  J_R = (1/&pi;) &int; p_u du from u_min to u_max,   J_z = (2/&pi;) &int; p_v dv from v_min to &pi;/2,</pre>
 *
 * and what the frequencies need: their derivatives by E, I = &Delta;&sup2; I_3 and L_z, the functions U(u) and V(v) held fixed
 * (Binney 2012, 2012MNRAS.426.1324B; Sanders and Binney 2016, 2016MNRAS.457.2107S, section 3.1).
 */
final class ActionIntegrals {

    private final ForceField field;
    private final StaeckelStars stars;
    private final Nodes nodes = new Nodes();
    /** Derivatives by E, I and L_z/L_z, of J_R and of J_z. */
    final double[][] ofJr = new double[3][StaeckelStars.CAPACITY];

    final double[][] ofJz = new double[3][StaeckelStars.CAPACITY];

    ActionIntegrals(ForceField field, StaeckelStars stars) {
        this.field = field;
        this.stars = stars;
    }

    void actions(int n) {
        RadialQuadrature.place(n, stars, nodes);
        nodes.evaluate(field);
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int k = nodes.beginOf(i); k < nodes.end[i]; k++) {
                sum += nodes.weight[k] * Math.sqrt(radialMomentum2(i, k));
            }
            stars.jr[i] = sum;
        }
        VerticalQuadrature.place(n, stars, nodes);
        nodes.evaluate(field);
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int k = nodes.beginOf(i); k < nodes.end[i]; k++) {
                sum += nodes.weight[k] * Math.sqrt(verticalMomentum2(i, k));
            }
            stars.jz[i] = sum;
        }
    }

    /** Fills the derivatives of the actions, each divided by what makes it regular: those by L_z by L_z itself. */
    void derivatives(int n) {
        RadialQuadrature.place(n, stars, nodes);
        nodes.evaluate(field);
        for (int i = 0; i < n; i++) {
            clear(ofJr, i);
            for (int k = nodes.beginOf(i); k < nodes.end[i]; k++) {
                double sigma = nodes.coordinate[k];
                double per = nodes.weight[k] / Math.sqrt(radialMomentum2(i, k));
                ofJr[0][i] += per * sigma;
                ofJr[1][i] -= per;
                ofJr[2][i] -= per * stars.delta2[i] / sigma;
            }
        }
        VerticalQuadrature.place(n, stars, nodes);
        nodes.evaluate(field);
        for (int i = 0; i < n; i++) {
            clear(ofJz, i);
            for (int k = nodes.beginOf(i); k < nodes.end[i]; k++) {
                double s2 = 1 - nodes.coordinate[k];
                double per = nodes.weight[k] / Math.sqrt(verticalMomentum2(i, k));
                ofJz[0][i] += per * stars.delta2[i] * s2;
                ofJz[1][i] += per;
                ofJz[2][i] -= per / s2;
            }
        }
    }

    private double radialMomentum2(int i, int k) {
        double sigma = nodes.coordinate[k];
        double barrier = stars.lz2[i] > 0 ? stars.delta2[i] * stars.lz2[i] / sigma : 0;
        double span = sigma + stars.delta2[i] * (1 - stars.referenceQ[i]);
        return Math.max(0, stars.cu[i] + 2 * (stars.energy[i] * sigma - span * nodes.phi[k]) - barrier);
    }

    private double verticalMomentum2(int i, int k) {
        double q = nodes.coordinate[k];
        double span = stars.sigma[i] + stars.delta2[i] * (1 - q);
        double barrier = stars.lz2[i] > 0 ? stars.lz2[i] / (1 - q) : 0;
        return Math.max(0, stars.cv[i] - 2 * (stars.energy[i] * stars.delta2[i] * q + span * nodes.phi[k]) - barrier);
    }

    private static void clear(double[][] columns, int i) {
        for (double[] column : columns) {
            column[i] = 0;
        }
    }
}
