package org.cellarius.galaxy.frame;

/**
 * What is measured of one star; ICRS.
 *
 * @param raDeg right ascension, degrees
 * @param decDeg declination, degrees
 * @param distanceKpc distance from the Sun, kpc
 * @param pmraMasPerYear proper motion in right ascension times cos(dec), mas/yr
 * @param pmdecMasPerYear proper motion in declination, mas/yr
 * @param radialVelocityKms radial velocity, km/s, positive away from the Sun
 */
public record IcrsStar(
        double raDeg,
        double decDeg,
        double distanceKpc,
        double pmraMasPerYear,
        double pmdecMasPerYear,
        double radialVelocityKms) {}
