package org.cellarius.galaxy.frame;

/**
 * The normal triad at a place on the sky, ICRS components: p to the east, q to the north, r outwards (ESA 1997, The
 * Hipparcos and Tycho Catalogues, vol. 1, eq. 1.2.15).
 *
 * <p>At the poles east is that of the right ascension given.
 */
record LocalAxes(Direction east, Direction north, Direction outward) {

    static LocalAxes at(double raDeg, double decDeg) {
        double ra = Math.toRadians(raDeg);
        double dec = Math.toRadians(decDeg);
        return of(Math.sin(ra), Math.cos(ra), Math.sin(dec), Math.cos(dec));
    }

    /** The triad at the direction of a vector of any length but zero. */
    static LocalAxes towards(Direction v) {
        double inPlane = Math.hypot(v.x(), v.y());
        double length = v.length();
        return inPlane == 0
                ? of(0, 1, Math.signum(v.z()), 0)
                : of(v.y() / inPlane, v.x() / inPlane, v.z() / length, inPlane / length);
    }

    private static LocalAxes of(double sinRa, double cosRa, double sinDec, double cosDec) {
        return new LocalAxes(
                new Direction(-sinRa, cosRa, 0),
                new Direction(-sinDec * cosRa, -sinDec * sinRa, cosDec),
                new Direction(cosDec * cosRa, cosDec * sinRa, sinDec));
    }

    /** The vector with these components to the east, to the north and outwards. */
    Direction combine(double eastward, double northward, double outwards) {
        return east.times(eastward).plus(north.times(northward)).plus(outward.times(outwards));
    }

    /** This triad in the axes that a rotation leads to. */
    LocalAxes seenIn(Rotation rotation) {
        return new LocalAxes(rotation.turn(east), rotation.turn(north), rotation.turn(outward));
    }

    /** The 6 by 6 matrix that turns (place, motion) along these axes into components. */
    double[][] asSixColumns() {
        double[][] matrix = new double[6][6];
        Direction[] columns = {east, north, outward};
        for (int k = 0; k < 3; k++) {
            for (int half = 0; half < 6; half += 3) {
                matrix[half][half + k] = columns[k].x();
                matrix[half + 1][half + k] = columns[k].y();
                matrix[half + 2][half + k] = columns[k].z();
            }
        }
        return matrix;
    }
}
