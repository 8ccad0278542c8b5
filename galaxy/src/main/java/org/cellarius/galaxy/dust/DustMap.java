package org.cellarius.galaxy.dust;

import org.cellarius.galaxy.column.StarStatus;

/** Reddening by direction and distance. */
public sealed interface DustMap permits DustDisc, DustPixels {

    ReddeningUnit unit();

    /** Whether the map knows quantiles. */
    boolean hasInterval();

    /**
     * The reddening between the Sun and a place.
     *
     * @param longitudeDeg Galactic, degrees
     * @param latitudeDeg Galactic, degrees
     * @param distanceKpc positive
     * @param out receives the reddening and, where the map has them, its quantiles 0.16 and 0.84, in the map's unit; NaN where not known
     */
    StarStatus reddening(double longitudeDeg, double latitudeDeg, double distanceKpc, double[] out);
}
