package org.cellarius.galaxy.orbit;

import org.cellarius.galaxy.potential.ForceField;

/** Coordinates in which orbits are followed. The last one is always z. */
enum Motion {
    /**
     * The meridional plane (R, z), which turns with the star: d&sup2;R/dt&sup2; = &minus;&part;&Phi;/&part;R + L_z&sup2;/R&sup3;. Two equations
     * instead of three, and L_z is constant by construction.
     */
    MERIDIONAL(2),
    /** (x, y, z): without the centrifugal wall, which needs ever smaller steps as L_z goes to zero. */
    CARTESIAN(3);

    /** Below this radius the direction of the radial force is not known, and the force zero. */
    private static final double CENTRE_KPC2 = 1e-24;

    private final int dimensions;

    Motion(int dimensions) {
        this.dimensions = dimensions;
    }

    int dimensions() {
        return dimensions;
    }

    /** Accelerations, km&sup2;/s&sup2;/kpc, of the first n stars at q, kpc; {@code radius} and {@code force} are scratch columns. */
    void accelerations(
            ForceField field, int n, double[][] q, double[] lz2, double[][] out, double[] radius, double[] force) {
        switch (this) {
            case MERIDIONAL -> {
                field.accelerations(n, q[0], q[1], out[0], out[1]);
                centrifugal(n, q[0], lz2, out[0]);
            }
            case CARTESIAN -> {
                radii(n, q[0], q[1], radius);
                field.accelerations(n, radius, q[2], force, out[2]);
                components(n, q[0], q[1], radius, force, out[0], out[1]);
            }
        }
    }

    private static void centrifugal(int n, double[] radius, double[] lz2, double[] out) {
        for (int i = 0; i < n; i++) {
            double r = radius[i];
            out[i] += lz2[i] / (r * r * r);
        }
    }

    private static void radii(int n, double[] x, double[] y, double[] radius) {
        for (int i = 0; i < n; i++) {
            radius[i] = Math.sqrt(x[i] * x[i] + y[i] * y[i] + CENTRE_KPC2);
        }
    }

    private static void components(
            int n, double[] x, double[] y, double[] radius, double[] force, double[] ax, double[] ay) {
        for (int i = 0; i < n; i++) {
            double f = force[i] / radius[i];
            ax[i] = f * x[i];
            ay[i] = f * y[i];
        }
    }
}
