package org.cellarius.galaxy.action;

import org.cellarius.galaxy.potential.ForceField;

/** Between which radii orbits of given energies and angular momenta can cross the plane. */
final class PlanarRange {

    private static final int BISECTIONS = 50;

    private PlanarRange() {}

    /**
     * Smallest and largest radii, kpc.
     *
     * @param perEnergy how many angular momenta there are for each energy of the scale
     */
    static double[][] of(ForceField field, EnergyScale scale, double[] energy, double[] lz2, int perEnergy) {
        int n = energy.length;
        double[] circular = new double[n];
        double[] nothing = new double[n];
        double[] far = new double[n];
        for (int k = 0; k < n; k++) {
            circular[k] = scale.radiusKpc[k / perEnergy];
            far[k] = 1e3 * circular[k];
        }
        return new double[][] {search(field, energy, lz2, circular, nothing), search(field, energy, lz2, circular, far)
        };
    }

    private static double[] search(ForceField field, double[] energy, double[] lz2, double[] from, double[] to) {
        int n = energy.length;
        double[] inside = from.clone();
        double[] outside = to.clone();
        double[] middle = new double[n];
        double[] phi = new double[n];
        double[] plane = new double[n];
        for (int step = 0; step < BISECTIONS; step++) {
            for (int k = 0; k < n; k++) {
                middle[k] = 0.5 * (inside[k] + outside[k]);
            }
            field.potentials(n, middle, plane, phi);
            for (int k = 0; k < n; k++) {
                boolean allowed = 2 * (energy[k] - phi[k]) > lz2[k] / (middle[k] * middle[k]);
                if (allowed) {
                    inside[k] = middle[k];
                } else {
                    outside[k] = middle[k];
                }
            }
        }
        return inside;
    }
}
