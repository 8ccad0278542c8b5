package org.cellarius.galaxy.potential;

/** Star by star, by {@link Potential#at}. */
record ExactForceField(Potential potential) implements ForceField {

    @Override
    public void accelerations(
            int n, double[] radiusKpc, double[] zKpc, double[] accelerationR, double[] accelerationZ) {
        for (int i = 0; i < n; i++) {
            Derivatives d = potential.at(radiusKpc[i], zKpc[i]);
            accelerationR[i] = -d.dRKms2PerKpc();
            accelerationZ[i] = -d.dzKms2PerKpc();
        }
    }

    @Override
    public void potentials(int n, double[] radiusKpc, double[] zKpc, double[] phi) {
        for (int i = 0; i < n; i++) {
            phi[i] = potential.potentialKms2(radiusKpc[i], zKpc[i]);
        }
    }
}
