package org.cellarius.galaxy.sky;

/**
 * How far from each other two entries may lie that are one star.
 *
 * @param deg radius, degrees, in (0, 90]
 */
public record SkyRadius(double deg) {
    public SkyRadius {
        if (!(deg > 0 && deg <= 90)) {
            throw new IllegalArgumentException(
                    "a radius of %s deg: more than 0 and at most 90 deg is expected".formatted(deg));
        }
    }

    public double arcsec() {
        return 3600 * deg;
    }

    double haversine() {
        double half = Math.sin(Math.toRadians(deg) / 2);
        return half * half;
    }

    /**
     * Whether the circle of this radius around a declination (deg) holds a pole, or ends within a hundredth of the radius of it,
     * where the range of right ascensions would be a matter of last digits.
     */
    boolean reachesPole(double decDeg) {
        return Math.abs(decDeg) + 1.01 * deg >= 90;
    }

    /**
     * At least half the range of right ascensions of the circle around a declination, degrees: the tangent of that angle, which is
     * not smaller, and a thousandth more; 180 where the circle {@linkplain #reachesPole reaches a pole}.
     *
     * @param sine sine of the radius
     */
    double halfWidthDeg(double sine, double decDeg, double cosDec) {
        if (reachesPole(decDeg)) {
            return 180;
        }
        double ratio = sine / cosDec;
        return Math.min(180, 1.001 * Math.toDegrees(ratio / Math.sqrt(1 - ratio * ratio)));
    }
}
