package org.cellarius.galaxy.frame;

import org.cellarius.galaxy.column.StarStatus;

/** What a star's measurement lacks: the same verdict in every kernel of this package. */
final class StarMeasurement {

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
        if (!(distanceKpc > 0 && distanceKpc < Double.POSITIVE_INFINITY)) {
            return StarStatus.NO_DISTANCE;
        }
        boolean moves = Double.isFinite(pmraMasPerYear)
                && Double.isFinite(pmdecMasPerYear)
                && Double.isFinite(radialVelocityKms);
        return moves ? StarStatus.OK : StarStatus.NO_VELOCITY;
    }
}
