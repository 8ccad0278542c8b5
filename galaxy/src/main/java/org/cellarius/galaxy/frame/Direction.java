package org.cellarius.galaxy.frame;

/** Three components of a vector in some axes; the axes and the unit are the holder's business. */
record Direction(double x, double y, double z) {

    double dot(Direction o) {
        return x * o.x + y * o.y + z * o.z;
    }

    double length() {
        return Math.sqrt(dot(this));
    }

    Direction times(double factor) {
        return new Direction(factor * x, factor * y, factor * z);
    }

    Direction plus(Direction o) {
        return new Direction(x + o.x, y + o.y, z + o.z);
    }

    /** Longitude of the direction, degrees in [0, 360). */
    double raDeg() {
        double degrees = Math.toDegrees(Math.atan2(y, x));
        double turned = degrees < 0 ? degrees + 360 : degrees;
        // The smallest negative angles round to a full turn.
        return turned == 360 ? 0 : turned;
    }

    /** Latitude of the direction, degrees; by the arc tangent, which keeps its digits at the poles. */
    double decDeg() {
        return Math.toDegrees(Math.atan2(z, Math.hypot(x, y)));
    }
}
