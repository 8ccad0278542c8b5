package org.cellarius.galaxy.distance;

/** Distances from moduli: r = 10^(&mu;/5 &minus; 2) kpc. */
final class DistanceModulus {

    /** d ln r / d&mu;. */
    private static final double PER_MAG = Math.log(10) / 5;

    /** From 1e-6 pc to 1e8 kpc: beyond there are no stars. */
    private static final double NEAREST_MAG = -35;

    private static final double FARTHEST_MAG = 50;

    private DistanceModulus() {}

    static boolean isOne(double modulusMag) {
        return NEAREST_MAG <= modulusMag && modulusMag <= FARTHEST_MAG;
    }

    static double kpc(double modulusMag) {
        return Math.exp(PER_MAG * (modulusMag - 10));
    }

    /** First-order error of the distance, kpc. */
    static double errorKpc(double modulusMag, double errorMag) {
        return PER_MAG * errorMag * kpc(modulusMag);
    }
}
