package org.cellarius.galaxy.potential;

import java.util.ArrayList;
import java.util.List;

/**
 * The field of components with formulas: Miyamoto and Nagai's discs and logarithmic halos by their formulas, the sum of all
 * spherical components by one {@link SphericalTable}.
 */
final class ClosedFormField implements ForceField {

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
        spheres.accelerations(n, radiusKpc, zKpc, accelerationR, accelerationZ);
        for (FlatForm other : others) {
            other.addAccelerations(n, radiusKpc, zKpc, accelerationR, accelerationZ);
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
}
