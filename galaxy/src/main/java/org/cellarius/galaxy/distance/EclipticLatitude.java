package org.cellarius.galaxy.distance;

/** The angle above the Earth's orbit, as Gaia reckons it: ICRS turned by the obliquity of 84381.41100 arcsec. */
final class EclipticLatitude {

    private static final double RADIANS = Math.PI / 180;
    private static final double OBLIQUITY = 84381.41100 / 3600 * RADIANS;
    private static final double SINE = Math.sin(OBLIQUITY);
    private static final double COSINE = Math.cos(OBLIQUITY);

    private EclipticLatitude() {}

    /** Sine of the ecliptic latitude of an ICRS place; NaN where it is no place. */
    static double sine(double raDeg, double decDeg) {
        if (!(Math.abs(raDeg) <= 360 && Math.abs(decDeg) <= 90)) {
            return Double.NaN;
        }
        double dec = decDeg * RADIANS;
        return COSINE * Math.sin(dec) - SINE * Math.cos(dec) * Math.sin(raDeg * RADIANS);
    }
}
