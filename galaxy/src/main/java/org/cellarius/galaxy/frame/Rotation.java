package org.cellarius.galaxy.frame;

/**
 * A rotation of space as a 3 by 3 matrix, rows first.
 *
 * <p>{@code about*} turn the axes, not the vector: Rz(a) = [[cos a, sin a, 0], [-sin a, cos a, 0], [0, 0, 1]].
 */
record Rotation(double xx, double xy, double xz, double yx, double yy, double yz, double zx, double zy, double zz) {

    /** ICRS to Galactic as astropy does it (through FK5 J2000); rows are the Galactic x, y, z axes. */
    static final Rotation ICRS_TO_GALACTIC = new Rotation(
            -0.05487565771259158,
            -0.873437051955616,
            -0.4838350736167153,
            0.49410943719272676,
            -0.44482972122329517,
            0.7469821839866675,
            -0.8676661375596576,
            -0.19807633727300053,
            0.4559838136873016);

    static Rotation aboutX(double degrees) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        return new Rotation(1, 0, 0, 0, c, s, 0, -s, c);
    }

    static Rotation aboutY(double degrees) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        return new Rotation(c, 0, -s, 0, 1, 0, s, 0, c);
    }

    static Rotation aboutZ(double degrees) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        return new Rotation(c, s, 0, -s, c, 0, 0, 0, 1);
    }

    /** This rotation after the other one. */
    Rotation after(Rotation o) {
        return new Rotation(
                xx * o.xx + xy * o.yx + xz * o.zx,
                xx * o.xy + xy * o.yy + xz * o.zy,
                xx * o.xz + xy * o.yz + xz * o.zz,
                yx * o.xx + yy * o.yx + yz * o.zx,
                yx * o.xy + yy * o.yy + yz * o.zy,
                yx * o.xz + yy * o.yz + yz * o.zz,
                zx * o.xx + zy * o.yx + zz * o.zx,
                zx * o.xy + zy * o.yy + zz * o.zy,
                zx * o.xz + zy * o.yz + zz * o.zz);
    }

    Rotation inverse() {
        return new Rotation(xx, yx, zx, xy, yy, zy, xz, yz, zz);
    }

    /** A vector's components after this rotation. */
    Direction turn(Direction v) {
        return new Direction(
                xx * v.x() + xy * v.y() + xz * v.z(),
                yx * v.x() + yy * v.y() + yz * v.z(),
                zx * v.x() + zy * v.y() + zz * v.z());
    }
}
