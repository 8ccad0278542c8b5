package org.cellarius.galaxy.orbit;

import org.cellarius.galaxy.potential.*;

public final class ForceTrial {
    public static void main(String[] args) {
        for (Potential p : new Potential[] {Potentials.MCMILLAN_17, Potentials.MW_POTENTIAL_2014}) {
            ForceField f = ForceField.of(p);
            int n = 128, blocks = 64;
            double[][] R = new double[blocks][n], z = new double[blocks][n];
            double[] a = new double[n], b = new double[n];
            var rnd = new java.util.Random(1);
            for (int k = 0; k < blocks; k++) for (int i = 0; i < n; i++) { R[k][i] = 4 + 10 * rnd.nextDouble(); z[k][i] = rnd.nextGaussian(); }
            for (int rep = 0; rep < 8; rep++) {
                long t0 = System.nanoTime();
                double s = 0;
                for (int it = 0; it < 100; it++) for (int k = 0; k < blocks; k++) { f.accelerations(n, R[k], z[k], a, b); s += a[3]; }
                double ns = (System.nanoTime() - t0) / (100.0 * blocks * n);
                if (rep > 5) System.out.printf("%s %.2f ns per force (%g)%n", p.name(), ns, s);
            }
        }
    }
}
