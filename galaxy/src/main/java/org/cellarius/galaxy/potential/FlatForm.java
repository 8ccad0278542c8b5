package org.cellarius.galaxy.potential;

import static org.cellarius.galaxy.potential.GravitationalConstant.KPC_KMS2_PER_MSUN;

/** A flattened formula in plain loops over stars, which the compiler turns into vector instructions. */
sealed interface FlatForm {

    /** Adds the accelerations of the first n stars. */
    void addAccelerations(int n, double[] radiusKpc, double[] zKpc, double[] accelerationR, double[] accelerationZ);

    /** Adds &Phi; of the first n stars. */
    void addPotentials(int n, double[] radiusKpc, double[] zKpc, double[] phi);

    /** Miyamoto and Nagai's disc. */
    record Disc(MiyamotoNagai disc) implements FlatForm {

        @Override
        public void addAccelerations(
                int n, double[] radiusKpc, double[] zKpc, double[] accelerationR, double[] accelerationZ) {
            double a = disc.aKpc();
            double b2 = disc.bKpc() * disc.bKpc();
            double gm = KPC_KMS2_PER_MSUN * disc.massMsun();
            for (int i = 0; i < n; i++) {
                double r = radiusKpc[i];
                double z = zKpc[i];
                double zeta = Math.sqrt(z * z + b2);
                double tall = a + zeta;
                double d2 = r * r + tall * tall;
                double d = Math.sqrt(d2);
                double both = gm / (d2 * d * zeta);
                accelerationR[i] -= both * zeta * r;
                accelerationZ[i] -= both * tall * z;
            }
        }

        @Override
        public void addPotentials(int n, double[] radiusKpc, double[] zKpc, double[] phi) {
            double a = disc.aKpc();
            double b2 = disc.bKpc() * disc.bKpc();
            double gm = KPC_KMS2_PER_MSUN * disc.massMsun();
            for (int i = 0; i < n; i++) {
                double tall = a + Math.sqrt(zKpc[i] * zKpc[i] + b2);
                phi[i] -= gm / Math.sqrt(radiusKpc[i] * radiusKpc[i] + tall * tall);
            }
        }
    }

    /** The logarithmic halo. */
    record Halo(LogarithmicHalo halo) implements FlatForm {

        @Override
        public void addAccelerations(
                int n, double[] radiusKpc, double[] zKpc, double[] accelerationR, double[] accelerationZ) {
            double v2 = halo.speedKms() * halo.speedKms();
            double core2 = halo.coreKpc() * halo.coreKpc();
            double perQ2 = 1 / (halo.flattening() * halo.flattening());
            for (int i = 0; i < n; i++) {
                double r = radiusKpc[i];
                double z = zKpc[i];
                double pull = v2 / (core2 + r * r + z * z * perQ2);
                accelerationR[i] -= pull * r;
                accelerationZ[i] -= pull * z * perQ2;
            }
        }

        @Override
        public void addPotentials(int n, double[] radiusKpc, double[] zKpc, double[] phi) {
            for (int i = 0; i < n; i++) {
                phi[i] += halo.at(radiusKpc[i], zKpc[i]).phiKms2();
            }
        }
    }
}
