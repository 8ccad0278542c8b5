package org.cellarius.galaxy.frame;

import org.cellarius.galaxy.column.StarStatus;

/** What a star's measurement lacks: the same verdict in every kernel of this package. */
final class StarMeasurement {
    /** Beyond the observable universe: no distance of a star, and products of it would overflow. */
    private static final double FARTHEST_KPC = 1e8;

    /** A turn of the sky in about a year: no star's proper motion. */
    private static final double FASTEST_MAS_PER_YR = 1e9;

    private static final double LIGHT_KMS = 299_792.458;

    private StarMeasurement() {}

    /** The first thing that is missing, of position (deg), distance (kpc), proper motion (mas/yr) and radial velocity (km/s). */
    static StarStatus judge(
            double raDeg,
            double decDeg,
            double distanceKpc,
            double pmraMasPerYear,
            double pmdecMasPerYear,
            double radialVelocityKms) {
        if (!(Math.abs(raDeg) <= 360 && Math.abs(decDeg) <= 90)) {
            return StarStatus.NO_POSITION;
        }
        if (!(distanceKpc > 0 && distanceKpc <= FARTHEST_KPC)) {
            return StarStatus.NO_DISTANCE;
        }
        boolean moves = Math.abs(pmraMasPerYear) <= FASTEST_MAS_PER_YR
                && Math.abs(pmdecMasPerYear) <= FASTEST_MAS_PER_YR
                && Math.abs(radialVelocityKms) <= LIGHT_KMS;
        return moves ? StarStatus.OK : StarStatus.NO_VELOCITY;
    }
}
