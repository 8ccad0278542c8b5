package org.cellarius.galaxy.mock;

import org.cellarius.galaxy.frame.CartesianState;
import org.cellarius.galaxy.frame.IcrsStar;

/** A star as it is. */
record MockStar(
        int sample,
        int population,
        double ageGyr,
        double birthKpc,
        double guidingKpc,
        double verticalActionKpcKms,
        double radiusKpc,
        double phiRad,
        double xKpc,
        double yKpc,
        double zKpc,
        double vRKms,
        double vPhiKms,
        double vZKms,
        double feHDex,
        double alphaFeDex,
        Tracer.Kind kind,
        IcrsStar seen,
        double gMag) {

    /** Place and velocity; rotation is clockwise seen from the north. */
    static CartesianState state(double xKpc, double yKpc, double zKpc, double vR, double vPhi, double vZ) {
        double radius = Math.sqrt(xKpc * xKpc + yKpc * yKpc);
        double cos = xKpc / radius;
        double sin = yKpc / radius;
        return new CartesianState(xKpc, yKpc, zKpc, vR * cos + vPhi * sin, vR * sin - vPhi * cos, vZ);
    }

    double bpRp() {
        return 0.78 - 0.55 * Math.log(kind.teffK() / 5772) / Math.log(1.3);
    }
}
