package org.cellarius.galaxy.action;

import org.cellarius.galaxy.potential.ForceField;

/**
 * Frequencies &Omega;_i = &part;E/&part;J_i of a block of stars whose boxes are known, from the derivatives of J_R and J_z by E, I and
 * L_z (chain rule; Sanders 2012, 2012MNRAS.426..128S, section 2.3).
 */
final class Frequencies {

    /** Narrower radial ranges, as part of &sigma;, are those of a harmonic oscillator. */
    static final double NARROW = 1e-4;
    /** Lower vertical ranges, in q. */
    static final double LOW = 1e-8;

    private final StaeckelStars stars;
    private final ActionIntegrals integrals;
    private final RadialEquation radial;
    private final VerticalEquation vertical;
    private final int[] both = new int[2];
    private final double[] at = new double[2];
    private final double[] value = new double[2];
    private final double[] slope = new double[2];

    Frequencies(ForceField field, StaeckelStars stars, ActionIntegrals integrals) {
        this.stars = stars;
        this.integrals = integrals;
        radial = new RadialEquation(field, stars);
        vertical = new VerticalEquation(field, stars);
    }

    void find(int n) {
        integrals.derivatives(n);
        double[][] r = integrals.ofJr;
        double[][] z = integrals.ofJz;
        for (int i = 0; i < n; i++) {
            if (stars.outer[i] - stars.inner[i] < NARROW * stars.outer[i]) {
                smallRadial(i);
            }
            if (stars.greatestQ[i] < LOW) {
                smallVertical(i);
            }
            double lz = stars.radius[i] * stars.vPhi[i];
            double determinant = r[0][i] * z[1][i] - r[1][i] * z[0][i];
            stars.omegaR[i] = z[1][i] / determinant;
            stars.omegaZ[i] = -r[1][i] / determinant;
            stars.omegaPhi[i] = lz * (r[1][i] * z[2][i] - z[1][i] * r[2][i]) / determinant;
        }
    }

    /** p_u&sup2; is a parabola in &sigma; whose curvature follows from the slopes on both sides. */
    private void smallRadial(int i) {
        double sigma = 0.5 * (stars.inner[i] + stars.outer[i]);
        both[0] = i;
        both[1] = i;
        at[0] = sigma * (1 - NARROW);
        at[1] = sigma * (1 + NARROW);
        radial.evaluate(2, both, at, value, slope);
        double bend = (slope[0] - slope[1]) / (4 * NARROW * sigma);
        double per = 0.5 / Math.sqrt(sigma * (sigma + stars.delta2[i]) * bend);
        integrals.ofJr[0][i] = per * sigma;
        integrals.ofJr[1][i] = -per;
        integrals.ofJr[2][i] = -per * stars.delta2[i] / sigma;
    }

    private void smallVertical(int i) {
        both[0] = i;
        at[0] = LOW / 2;
        vertical.evaluate(1, both, at, value, slope);
        double per = 1 / Math.sqrt(-slope[0]);
        integrals.ofJz[0][i] = per * stars.delta2[i];
        integrals.ofJz[1][i] = per;
        integrals.ofJz[2][i] = -per;
    }
}
