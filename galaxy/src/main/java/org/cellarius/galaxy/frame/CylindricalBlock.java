package org.cellarius.galaxy.frame;

import org.cellarius.galaxy.kernel.ArrayMath;

/**
 * Cylindrical coordinates of a block of draws; the azimuth as the angle &delta; from the star's own azimuth.
 *
 * <p>1 &minus; cos &delta; is computed as sin &delta; tan(&delta;/2), so that the spread of a well-measured star keeps its
 * digits and is exactly zero where nothing spreads.
 */
final class CylindricalBlock {

    /** r (kpc), v_r, v_phi (km/s). */
    final double[][] values = DrawBlock.arrays(3);

    final double[] sine = DrawBlock.array();
    final double[] oneMinusCosine = DrawBlock.array();
    private final double[] cross = DrawBlock.array();
    private final double[] dot = DrawBlock.array();

    private double x0;
    private double y0;
    private double r0;

    /** Takes a place, kpc, as the one from which azimuths are measured. */
    void measureFrom(double xKpc, double yKpc) {
        x0 = xKpc;
        y0 = yKpc;
        r0 = Math.sqrt(xKpc * xKpc + yKpc * yKpc);
    }

    /** Azimuth of that place, degrees. */
    double originDeg() {
        return Math.toDegrees(Math.atan2(y0, x0));
    }

    void of(int n, double[][] state) {
        radii(n, state[0], state[1], values[0]);
        velocities(n, state, values[0], values[1], values[2]);
        products(n, state[0], state[1]);
        angles(n, values[0]);
    }

    /** The angles &delta;, degrees. */
    void anglesInDegrees(int n, double[] degrees) {
        ArrayMath.atan2(n, cross, dot, degrees);
        for (int i = 0; i < n; i++) {
            degrees[i] *= 180 / Math.PI;
        }
    }

    private static void radii(int n, double[] x, double[] y, double[] r) {
        for (int i = 0; i < n; i++) {
            r[i] = Math.sqrt(x[i] * x[i] + y[i] * y[i]);
        }
    }

    private static void velocities(int n, double[][] state, double[] r, double[] vR, double[] vPhi) {
        double[] x = state[0];
        double[] y = state[1];
        double[] vx = state[3];
        double[] vy = state[4];
        for (int i = 0; i < n; i++) {
            double perKpc = 1 / r[i];
            vR[i] = (x[i] * vx[i] + y[i] * vy[i]) * perKpc;
            vPhi[i] = (y[i] * vx[i] - x[i] * vy[i]) * perKpc;
        }
    }

    private void products(int n, double[] x, double[] y) {
        for (int i = 0; i < n; i++) {
            cross[i] = x0 * y[i] - y0 * x[i];
            dot[i] = x0 * x[i] + y0 * y[i];
        }
    }

    private void angles(int n, double[] r) {
        for (int i = 0; i < n; i++) {
            double rr = r0 * r[i];
            sine[i] = cross[i] / rr;
            // On the far side of the centre the quotient loses its digits, but there it is 2 to within them.
            double halfTangent = cross[i] / Math.max(rr + dot[i], Double.MIN_NORMAL);
            oneMinusCosine[i] = Math.min(2, sine[i] * halfTangent);
        }
    }
}
