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

    /** The place of a star in this frame: x, y, z, kpc. No velocity of the Sun is needed. */
    public double[] placeOf(double raDeg, double decDeg, double distanceKpc) {
        Direction out = rotation.turn(LocalAxes.at(raDeg, decDeg).outward());
        return new double[] {distanceKpc * out.x() + shiftX, distanceKpc * out.y(), distanceKpc * out.z() + shiftZ};
    }

    /** Position and velocity of a star in this frame. */
    public CartesianState stateOf(IcrsStar star) {
        SolarVelocity sunMoves = requireVelocity();
        LocalAxes axes = LocalAxes.at(star.raDeg(), star.decDeg());
        double d = star.distanceKpc();
        double eastKms = PhaseSpaceKernel.KMS_PER_MASYR_KPC * star.pmraMasPerYear() * d;
        double northKms = PhaseSpaceKernel.KMS_PER_MASYR_KPC * star.pmdecMasPerYear() * d;
        double outKms = star.radialVelocityKms();
        Direction x = rotation.turn(axes.outward());
        Direction v = rotation.turn(axes.combine(eastKms, northKms, outKms));
        return new CartesianState(
                d * x.x() + shiftX,
                d * x.y(),
                d * x.z() + shiftZ,
                v.x() + sunMoves.uKms(),
                v.y() + sunMoves.vKms(),
                v.z() + sunMoves.wKms());
    }

    /** The way back: what an observer at the Sun measures of a star with that position and velocity. */
    public IcrsStar icrsOf(CartesianState state) {
        SolarVelocity sunMoves = requireVelocity();
        Rotation back = rotation.inverse();
        Direction p = back.turn(new Direction(state.xKpc() - shiftX, state.yKpc(), state.zKpc() - shiftZ));
        Direction v = back.turn(new Direction(
                state.vxKms() - sunMoves.uKms(), state.vyKms() - sunMoves.vKms(), state.vzKms() - sunMoves.wKms()));
        double distanceKpc = p.length();
        LocalAxes axes = LocalAxes.towards(p);
        double perMasYr = PhaseSpaceKernel.KMS_PER_MASYR_KPC * distanceKpc;
        return new IcrsStar(
                p.raDeg(),
                p.decDeg(),
                distanceKpc,
                axes.east().dot(v) / perMasYr,
                axes.north().dot(v) / perMasYr,
                axes.outward().dot(v));
    }

    SolarVelocity requireVelocity() {
        return sun.velocity()
                .orElseThrow(() -> new IllegalArgumentException("the Sun '" + sun.name()
                        + "' has no published velocity: velocities cannot be computed, only positions"));
    }
}
