package org.cellarius.galaxy.potential;

import java.util.ArrayList;
import java.util.List;

/**
 * The field of components with formulas: Miyamoto and Nagai's discs and logarithmic halos by their formulas, the sum of all
 * spherical components by one {@link SphericalTable}.
 */
final class ClosedFormField implements ForceField {

    private static final int BLOCK = 64;

    private final SphericalTable spheres;
    private final List<FlatForm> others = new ArrayList<>();

    ClosedFormField(List<ClosedForm> components) {
        List<SphericalComponent> spherical = new ArrayList<>();
        for (ClosedForm component : components) {
            switch (component) {
                case SphericalComponent sphere -> spherical.add(sphere);
                case MiyamotoNagai disc -> others.add(new FlatForm.Disc(disc));
                case LogarithmicHalo halo -> others.add(new FlatForm.Halo(halo));
            }
        }
        spheres = new SphericalTable(spherical);
    }

    @Override
    public void accelerations(
            int n, double[] radiusKpc, double[] zKpc, double[] accelerationR, double[] accelerationZ) {
        double[] work = new double[BLOCK];
        double[] slope = new double[BLOCK];
        for (int from = 0; from < n; from += BLOCK) {
            int count = Math.min(BLOCK, n - from);
            squares(count, radiusKpc, zKpc, from, work);
            spheres.slopes(count, work, slope);
            for (int i = 0; i < count; i++) {
                accelerationR[from + i] = -slope[i] * radiusKpc[from + i];
                accelerationZ[from + i] = -slope[i] * zKpc[from + i];
            }
            for (FlatForm other : others) {
                other.addAccelerations(from, from + count, radiusKpc, zKpc, accelerationR, accelerationZ);
            }
        }
    }

    @Override
    public void potentials(int n, double[] radiusKpc, double[] zKpc, double[] phi) {
        for (int i = 0; i < n; i++) {
            phi[i] = spheres.potentialKms2(radiusKpc[i] * radiusKpc[i] + zKpc[i] * zKpc[i]);
        }
        for (FlatForm other : others) {
            other.addPotentials(n, radiusKpc, zKpc, phi);
        }
    }

    private static void squares(int n, double[] radiusKpc, double[] zKpc, int from, double[] r2) {
        for (int i = 0; i < n; i++) {
            r2[i] = radiusKpc[from + i] * radiusKpc[from + i] + zKpc[from + i] * zKpc[from + i];
        }
    }
}
