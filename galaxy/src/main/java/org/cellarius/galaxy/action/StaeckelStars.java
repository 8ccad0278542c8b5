package org.cellarius.galaxy.action;

/**
 * A block of stars on its way through the St&auml;ckel approximation, one column for each quantity; kpc, km/s and their products.
 *
 * <p>Coordinates are &sigma; = &Delta;&sup2; sinh&sup2;u and q = cos&sup2;v of R = &Delta; sinh u sin v, z = &Delta; cosh u cos v: R&sup2; =
 * &sigma;(1&minus;q), z&sup2; = (&sigma;+&Delta;&sup2;) q. They stay regular for &Delta; = 0, where &sigma; = r&sup2; and q = (z/r)&sup2;, and on
 * the axis and in the plane.
 */
final class StaeckelStars {

    static final int CAPACITY = 128;

    final double[] radius = new double[CAPACITY];
    final double[] z = new double[CAPACITY];
    final double[] vr = new double[CAPACITY];
    final double[] vz = new double[CAPACITY];
    final double[] vPhi = new double[CAPACITY];
    final double[] phi = new double[CAPACITY];
    final double[] energy = new double[CAPACITY];
    final double[] lz2 = new double[CAPACITY];
    final double[] delta2 = new double[CAPACITY];

    final double[] sigma = new double[CAPACITY];
    final double[] q = new double[CAPACITY];
    /** q of the hyperboloid along which the radial motion is read off the potential. */
    final double[] referenceQ = new double[CAPACITY];
    /** Squares of the momenta p_u and p_v at the star. */
    final double[] pu2 = new double[CAPACITY];

    final double[] pv2 = new double[CAPACITY];
    /** The constants of p_u&sup2;(&sigma;) and p_v&sup2;(q): minus and plus twice &Delta;&sup2; I_3. */
    final double[] cu = new double[CAPACITY];

    final double[] cv = new double[CAPACITY];

    /** The box: &sigma; from inner to outer, q up to the greatest. */
    final double[] inner = new double[CAPACITY];

    final double[] outer = new double[CAPACITY];
    final double[] greatestQ = new double[CAPACITY];
    final double[] jr = new double[CAPACITY];
    final double[] jz = new double[CAPACITY];
    final double[] omegaR = new double[CAPACITY];
    final double[] omegaPhi = new double[CAPACITY];
    final double[] omegaZ = new double[CAPACITY];
    final double[] thetaR = new double[CAPACITY];
    /** The part of &theta;_&phi; beside the azimuth. */
    final double[] thetaPhi = new double[CAPACITY];

    final double[] thetaZ = new double[CAPACITY];
    /** Momenta p_u and p_v at the star; p_u is positive outwards, p_v towards the plane and down. */
    final double[] pu = new double[CAPACITY];

    final double[] pv = new double[CAPACITY];

    /** The state of star k, from columns r z v_r v_z v_phi. */
    void set(int k, double[][] in, int row) {
        radius[k] = in[0][row];
        z[k] = in[1][row];
        vr[k] = in[2][row];
        vz[k] = in[3][row];
        vPhi[k] = in[4][row];
    }

    /** Moves state and energy of a star to another place. */
    void move(int from, int to) {
        for (double[] column : new double[][] {radius, z, vr, vz, vPhi, phi, energy, lz2}) {
            column[to] = column[from];
        }
    }

    /** Coordinates, momenta and constants of the first n stars from their states, energies and &Delta;&sup2;. */
    void toSpheroidal(int n) {
        for (int i = 0; i < n; i++) {
            double r2 = radius[i] * radius[i];
            double z2 = z[i] * z[i];
            double d2 = delta2[i];
            double excess = r2 + z2 - d2;
            double root = Math.sqrt(excess * excess + 4 * r2 * d2);
            double s = excess > 0 ? 0.5 * (excess + root) : root > excess ? 2 * r2 * d2 / (root - excess) : 0;
            double zeta2 = s + d2;
            double q0 = zeta2 > 0 ? Math.min(z2 / zeta2, 1) : 0;
            double rho = Math.sqrt(s);
            double zeta = Math.sqrt(zeta2);
            double w = Math.copySign(Math.sqrt(q0), z[i]);
            double sine = Math.sqrt(1 - q0);
            pu[i] = vr[i] * zeta * sine + vz[i] * rho * w;
            pv[i] = vr[i] * rho * w - vz[i] * zeta * sine;
            sigma[i] = s;
            q[i] = q0;
            pu2[i] = pu[i] * pu[i];
            pv2[i] = pv[i] * pv[i];
        }
        constants(n);
    }

    /** The constants of the two equations of motion, from coordinates, squared momenta, energies and &Phi;. */
    void constants(int n) {
        for (int i = 0; i < n; i++) {
            double d2 = delta2[i];
            double s2 = 1 - q[i];
            double depth = 2 * (sigma[i] + d2 * s2) * phi[i];
            double turning2 = vPhi[i] * vPhi[i];
            referenceQ[i] = q[i];
            cu[i] = pu2[i] - 2 * energy[i] * sigma[i] + depth + d2 * s2 * turning2;
            cv[i] = pv2[i] + 2 * energy[i] * d2 * q[i] + depth + sigma[i] * turning2;
        }
    }

    /**
     * Takes the plane in place of the hyperboloid through the star.
     *
     * @param inPlane &Phi; at (&sigma;^&frac12;, 0)
     */
    void referToPlane(int n, double[] inPlane) {
        for (int i = 0; i < n; i++) {
            double d2 = delta2[i];
            cu[i] += 2 * (sigma[i] + d2) * inPlane[i] - 2 * (sigma[i] + d2 * (1 - q[i])) * phi[i];
            referenceQ[i] = 0;
        }
    }
}
