package org.cellarius.galaxy.sky;

/** The angle between two places on the sky, by its haversine sin&sup2;(&theta;/2), which grows with it up to 180 degrees. */
public final class Separation {

    private static final double ARCSEC_PER_RADIAN = Math.toDegrees(1) * 3600;

    private Separation() {}

    /** The separation of two places in degrees, arcsec. */
    public static double arcsec(double raDeg1, double decDeg1, double raDeg2, double decDeg2) {
        return arcsecOf(haversine(
                raDeg1,
                decDeg1,
                Math.cos(Math.toRadians(decDeg1)),
                raDeg2,
                decDeg2,
                Math.cos(Math.toRadians(decDeg2))));
    }

    /** The separation of a haversine, arcsec. */
    public static double arcsecOf(double haversine) {
        double x = Math.sqrt(haversine);
        // Three terms of the arc sine are exact to the last digit below a thousandth, and ten times faster.
        double half = x < 1e-3 ? x + x * x * x * (1 / 6.0 + x * x * (3 / 40.0)) : Math.asin(Math.min(1, x));
        return 2 * half * ARCSEC_PER_RADIAN;
    }

    /** The haversine of the separation of two places in degrees, with the cosines of their declinations. */
    static double haversine(
            double raDeg1, double decDeg1, double cosDec1, double raDeg2, double decDeg2, double cosDec2) {
        double eastwards = raDeg1 - raDeg2;
        // Across RA = 0 the difference is near a full turn, whose sine would lose the digits of a small angle.
        double shorter = Math.abs(eastwards) > 180 ? Math.IEEEremainder(eastwards, 360) : eastwards;
        double east = Math.sin(Math.toRadians(shorter) / 2);
        double north = Math.sin(Math.toRadians(decDeg1 - decDeg2) / 2);
        return north * north + cosDec1 * cosDec2 * east * east;
    }
}
