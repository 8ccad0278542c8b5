package org.cellarius.galaxy.potential;

import java.util.ArrayList;
import java.util.List;

/** Which components go into a table and which stay formulas. */
final class FieldChoice {

    private FieldChoice() {}

    static ForceField of(Potential potential, TabulatedPotential.Form form) {
        if (potential.isClosedForm()) {
            return new ClosedFormField(potential.closedForms());
        }
        List<Component> smooth = new ArrayList<>();
        List<ClosedForm> steep = new ArrayList<>();
        for (Component component : potential.components()) {
            switch (component) {
                // Steeper in the centre than a table on fixed cells can follow.
                case Kepler k -> steep.add(k);
                case TruncatedFlatHalo h -> steep.add(h);
                case PowerLawWithCutoff b -> steep.add(b);
                case ClosedForm other -> smooth.add(other);
                case FlattenedComponent other -> smooth.add(other);
            }
        }
        if (steep.isEmpty()) {
            return TabulatedPotential.of(potential, form, potential::table);
        }
        Potential rest =
                Potential.of(potential.name(), potential.citation(), potential.r0Kpc(), potential.v0Kms(), smooth);
        return new SummedField(TabulatedPotential.of(rest, form, potential::table), new ClosedFormField(steep));
    }

    /** The sum of two fields. */
    private record SummedField(ForceField one, ForceField other) implements ForceField {

        @Override
        public void accelerations(
                int n, double[] radiusKpc, double[] zKpc, double[] accelerationR, double[] accelerationZ) {
            one.accelerations(n, radiusKpc, zKpc, accelerationR, accelerationZ);
            double[] moreR = new double[n];
            double[] moreZ = new double[n];
            other.accelerations(n, radiusKpc, zKpc, moreR, moreZ);
            add(n, accelerationR, moreR);
            add(n, accelerationZ, moreZ);
        }

        @Override
        public void potentialsAndAccelerations(
                int n,
                double[] radiusKpc,
                double[] zKpc,
                double[] phi,
                double[] accelerationR,
                double[] accelerationZ) {
            double[] more = new double[n];
            double[] moreR = new double[n];
            double[] moreZ = new double[n];
            one.potentialsAndAccelerations(n, radiusKpc, zKpc, phi, accelerationR, accelerationZ);
            other.potentialsAndAccelerations(n, radiusKpc, zKpc, more, moreR, moreZ);
            add(n, phi, more);
            add(n, accelerationR, moreR);
            add(n, accelerationZ, moreZ);
        }

        @Override
        public void potentials(int n, double[] radiusKpc, double[] zKpc, double[] phi) {
            one.potentials(n, radiusKpc, zKpc, phi);
            double[] more = new double[n];
            other.potentials(n, radiusKpc, zKpc, more);
            add(n, phi, more);
        }

        private static void add(int n, double[] sum, double[] more) {
            for (int i = 0; i < n; i++) {
                sum[i] += more[i];
            }
        }
    }
}
