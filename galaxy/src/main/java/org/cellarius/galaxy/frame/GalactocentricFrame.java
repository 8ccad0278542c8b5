package org.cellarius.galaxy.frame;

/**
 * The Galactocentric frame of one Sun: the rotation from ICRS and the shift to the centre (see the package description).
 */
public final class GalactocentricFrame {

    private static final double CENTRE_RA_DEG = 266.4051;
    private static final double CENTRE_DEC_DEG = -28.936175;
    private static final double ROLL0_DEG = 58.5986320306;

    private final Sun sun;
    final Rotation rotation;
    final double shiftX;
    final double shiftZ;

    public GalactocentricFrame(Sun sun) {
        this.sun = sun;
        double sinTilt = sun.zKpc() / sun.r0Kpc();
        double tiltDeg = Math.toDegrees(Math.asin(sinTilt));
        Rotation towardsCentre = Rotation.aboutX(ROLL0_DEG)
                .after(Rotation.aboutY(-CENTRE_DEC_DEG))
                .after(Rotation.aboutZ(CENTRE_RA_DEG));
        this.rotation = Rotation.aboutY(-tiltDeg).after(towardsCentre);
        // Ry(-tilt) (-R0, 0, 0)
        this.shiftX = -sun.r0Kpc() * Math.sqrt(1 - sinTilt * sinTilt);
        this.shiftZ = sun.zKpc();
    }

    public Sun sun() {
        return sun;
    }

    /**
     * The way back: ICRS direction and distance of a point given in Galactocentric kpc.
     *
     * @return right ascension (deg, 0 to 360), declination (deg), distance (kpc)
     */
    public double[] icrsOf(double xKpc, double yKpc, double zKpc) {
        Rotation back = rotation.inverse();
        double x = xKpc - shiftX;
        double z = zKpc - shiftZ;
        double px = back.xx() * x + back.xy() * yKpc + back.xz() * z;
        double py = back.yx() * x + back.yy() * yKpc + back.yz() * z;
        double pz = back.zx() * x + back.zy() * yKpc + back.zz() * z;
        double raDeg = Math.toDegrees(Math.atan2(py, px));
        return new double[] {
            raDeg < 0 ? raDeg + 360 : raDeg,
            Math.toDegrees(Math.atan2(pz, Math.hypot(px, py))),
            Math.sqrt(px * px + py * py + pz * pz)
        };
    }
}
