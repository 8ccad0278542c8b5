package org.cellarius.galaxy.action;

/**
 * Angles &theta;_i = &part;S/&part;J_i of a block of stars whose frequencies are known, S(u, v, &phi;; E, I, L_z) = &int; p_u du + &int; p_v
 * dv + L_z &phi; (Sanders 2012, 2012MNRAS.426..128S, section 2.3). &theta;_R is zero at the pericentre, &theta;_z where the
 * star passes the plane upwards; along an orbit each grows as &Omega; t.
 */
final class Angles {

    private final StaeckelStars stars;
    private final ActionIntegrals integrals;
    private final double[][] radial = new double[3][StaeckelStars.CAPACITY];
    private final double[][] vertical = new double[3][StaeckelStars.CAPACITY];

    Angles(StaeckelStars stars, ActionIntegrals integrals) {
        this.stars = stars;
        this.integrals = integrals;
    }

    void find(int n) {
        integrals.partial(n, radial, vertical);
        double[][] r = integrals.ofJr;
        double[][] z = integrals.ofJz;
        double[] s = new double[3];
        for (int i = 0; i < n; i++) {
            boolean narrow = stars.outer[i] - stars.inner[i] < Frequencies.NARROW * stars.outer[i];
            boolean low = stars.greatestQ[i] < Frequencies.LOW;
            for (int c = 0; c < s.length; c++) {
                double outward = narrow ? radial[c][i] * r[c][i] : radial[c][i];
                double up = low ? vertical[c][i] * z[c][i] : vertical[c][i];
                s[c] = (stars.pu[i] >= 0 ? outward : 2 * Math.PI * r[c][i] - outward) + vertical(i, up, z[c][i]);
            }
            double lz = stars.radius[i] * stars.vPhi[i];
            double determinant = r[0][i] * z[1][i] - r[1][i] * z[0][i];
            double energyByLz = lz * (r[1][i] * z[2][i] - z[1][i] * r[2][i]) / determinant;
            double integralByLz = lz * (z[0][i] * r[2][i] - r[0][i] * z[2][i]) / determinant;
            stars.thetaR[i] = (s[0] * z[1][i] - s[1] * z[0][i]) / determinant;
            stars.thetaZ[i] = (s[1] * r[0][i] - s[0] * r[1][i]) / determinant;
            stars.thetaPhi[i] = lz * s[2] + s[0] * energyByLz + s[1] * integralByLz;
        }
    }

    /** From the quarter of the period in which the star is: &frac12;&pi; times the derivative of J_z each. */
    private double vertical(int i, double part, double derivative) {
        boolean up = stars.pv[i] <= 0;
        if (stars.z[i] >= 0) {
            return up ? part : Math.PI * derivative - part;
        }
        return up ? 2 * Math.PI * derivative - part : Math.PI * derivative + part;
    }
}
