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
        double gMag,
        double extinctionGMag) {

    /** 7000, 10,000, 15,000 and 26,000 K, and their colours. */
    private static final double[] LN_T = {
        Math.log(7000 / 5772.0), Math.log(10_000 / 5772.0), Math.log(15_000 / 5772.0), Math.log(26_000 / 5772.0)
    };

    private static final double[] BP_RP = {0.78 - 0.55 * LN_T[0] / Math.log(1.3), -0.07, -0.24, -0.43};

    /** Place and velocity; rotation is clockwise seen from the north. */
    static CartesianState state(double xKpc, double yKpc, double zKpc, double vR, double vPhi, double vZ) {
        double radius = Math.sqrt(xKpc * xKpc + yKpc * yKpc);
        double cos = xKpc / radius;
        double sin = yKpc / radius;
        return new CartesianState(xKpc, yKpc, zKpc, vR * cos + vPhi * sin, vR * sin - vPhi * cos, vZ);
    }

    /** Intrinsic colour: of cool stars a rough fit, of hot ones between nodes that PARSEC isochrones of [Fe/H] = 0 show (Bressan et al. 2012). */
    double bpRp() {
        double lnT = Math.log(kind.teffK() / 5772);
        if (!(lnT > LN_T[0])) {
            return 0.78 - 0.55 * lnT / Math.log(1.3);
        }
        int k = 0;
        while (k < LN_T.length - 2 && lnT > LN_T[k + 1]) {
            k++;
        }
        double w = Math.min(1, (lnT - LN_T[k]) / (LN_T[k + 1] - LN_T[k]));
        return BP_RP[k] + w * (BP_RP[k + 1] - BP_RP[k]);
    }

    /** Magnitude in H: extinction is a fifth of that in G. */
    double hMag() {
        return gMag - 0.8 * extinctionGMag - 1.9 * bpRp();
    }
}
