package org.cellarius.galaxy.frame;

/**
 * One star as the draws need it: everything that is the same for all of them.
 *
 * @param number the star's number, part of the key of its random numbers
 * @param axes east, north and outwards at the star, in Galactocentric axes
 * @param distanceKpc distance, kpc
 * @param pmraMasPerYear proper motion in right ascension times cos(dec), mas/yr
 * @param pmdecMasPerYear proper motion in declination, mas/yr
 * @param radialVelocityKms radial velocity, km/s
 * @param errors the errors of these
 * @param factor square root of their correlation matrix, the distance first
 */
record DrawnStar(
        long number,
        LocalAxes axes,
        double distanceKpc,
        double pmraMasPerYear,
        double pmdecMasPerYear,
        double radialVelocityKms,
        StarErrors errors,
        CorrelationFactor factor) {}
