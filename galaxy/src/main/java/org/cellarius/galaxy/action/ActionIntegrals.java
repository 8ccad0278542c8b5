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
                double per = perRadialMomentum(i, k);
                for (int c = 0; c < ofJr.length; c++) {
                    ofJr[c][i] += per * byRadial(c, i, nodes.coordinate[k]);
                }
            }
        }
        VerticalQuadrature.place(n, stars, nodes);
        nodes.evaluate(field);
        for (int i = 0; i < n; i++) {
            clear(ofJz, i);
            for (int k = nodes.beginOf(i); k < nodes.end[i]; k++) {
                double per = perVerticalMomentum(i, k);
                for (int c = 0; c < ofJz.length; c++) {
                    ofJz[c][i] += per * byVertical(c, i, nodes.coordinate[k]);
                }
            }
        }
    }

    /**
     * The integrals that make J_R and J_z's derivatives, not over the whole range but from the pericentre, and from the plane, to the
     * star; without the factors 1/&pi; and 2/&pi;. Those over the whole range are in {@link #ofJr} and {@link #ofJz}.
     */
    void partial(int n, double[][] radial, double[][] vertical) {
        var part = new PartialIntegral();
        RadialQuadrature.place(n, stars, nodes);
        nodes.evaluate(field);
        for (int i = 0; i < n; i++) {
            part.clear();
            for (int k = nodes.beginOf(i); k < nodes.end[i]; k++) {
                double per = perRadialMomentum(i, k);
                for (int c = 0; c < ofJr.length; c++) {
                    part.add(c, per * byRadial(c, i, nodes.coordinate[k]));
                }
                part.next();
            }
            for (int c = 0; c < ofJr.length; c++) {
                radial[c][i] = RadialQuadrature.toStar(i, stars, part, c);
            }
        }
        VerticalQuadrature.place(n, stars, nodes);
        nodes.evaluate(field);
        for (int i = 0; i < n; i++) {
            part.clear();
            for (int k = nodes.beginOf(i); k < nodes.end[i]; k++) {
                double per = perVerticalMomentum(i, k);
                for (int c = 0; c < ofJz.length; c++) {
                    part.add(c, per * byVertical(c, i, nodes.coordinate[k]));
                }
                part.next();
            }
            for (int c = 0; c < ofJz.length; c++) {
                vertical[c][i] = VerticalQuadrature.toStar(i, stars, part, c);
            }
        }
    }

    private double perRadialMomentum(int i, int k) {
        return nodes.weight[k] / Math.sqrt(radialMomentum2(i, k));
    }

    private double perVerticalMomentum(int i, int k) {
        return nodes.weight[k] / Math.sqrt(verticalMomentum2(i, k));
    }

    /** p_u &part;p_u by E, I and L_z, the last divided by L_z. */
    private double byRadial(int constant, int i, double sigma) {
        return switch (constant) {
            case 0 -> sigma;
            case 1 -> -1;
            case 2 -> -stars.delta2[i] / sigma;
            default -> throw new IllegalArgumentException("constant " + constant);
        };
    }

    /** The same of p_v. */
    private double byVertical(int constant, int i, double q) {
        double s2 = 1 - q;
        return switch (constant) {
            case 0 -> stars.delta2[i] * s2;
            case 1 -> 1;
            case 2 -> -1 / s2;
            default -> throw new IllegalArgumentException("constant " + constant);
        };
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
