package org.cellarius.galaxy.frame;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;

/**
 * ICRS positions, distances and, where given, motions to Galactic coordinates and Galactocentric phase space.
 *
 * <p>Inputs: {@code ra dec} (deg), {@code distance} (kpc) and with {@link Motions#KNOWN} also {@code pmra pmdec} (mas/yr)
 * and {@code radial_velocity} (km/s). Outputs: {@code l b} (deg), {@code x y z r} (kpc), {@code phi} (deg), and with
 * motions {@code vx vy vz v_r v_phi v_z} (km/s). Errors of the inputs are not carried.
 */
public final class PhaseSpaceKernel implements ColumnKernel {

    /** Whether the table has proper motions and radial velocities. */
    public enum Motions {
        KNOWN,
        UNKNOWN
    }

    /** km/s of one mas/yr at one kpc (IAU au, Julian year). */
    public static final double KMS_PER_MASYR_KPC = 4.740470463533349;

    private final GalactocentricFrame frame;
    private final Motions motions;

    public PhaseSpaceKernel(GalactocentricFrame frame, Motions motions) {
        if (motions == Motions.KNOWN && frame.sun().velocity().isEmpty()) {
            throw new IllegalArgumentException("the Sun '" + frame.sun().name()
                    + "' has no published velocity: velocities cannot be computed, only positions");
        }
        this.frame = frame;
        this.motions = motions;
    }

    @Override
    public List<String> inputs() {
        return motions == Motions.KNOWN
                ? List.of("ra", "dec", "distance", "pmra", "pmdec", "radial_velocity")
                : List.of("ra", "dec", "distance");
    }

    @Override
    public List<OutputColumn> outputs() {
        var columns = new ArrayList<>(List.of(
                new OutputColumn("l", "deg", "Galactic longitude"),
                new OutputColumn("b", "deg", "Galactic latitude"),
                new OutputColumn("x", "kpc", "Galactocentric x, the Sun at negative x"),
                new OutputColumn("y", "kpc", "Galactocentric y, along rotation at the Sun"),
                new OutputColumn("z", "kpc", "Galactocentric z, towards the North Galactic Pole"),
                new OutputColumn("r", "kpc", "Galactocentric cylindrical radius"),
                new OutputColumn("phi", "deg", "Galactocentric azimuth atan2(y, x), the Sun at 180")));
        if (motions == Motions.KNOWN) {
            columns.addAll(List.of(
                    new OutputColumn("vx", "km/s", "Galactocentric velocity along x"),
                    new OutputColumn("vy", "km/s", "Galactocentric velocity along y"),
                    new OutputColumn("vz", "km/s", "Galactocentric velocity along z"),
                    new OutputColumn("v_r", "km/s", "radial velocity component, positive outwards"),
                    new OutputColumn("v_phi", "km/s", "azimuthal velocity, positive along Galactic rotation"),
                    new OutputColumn("v_z", "km/s", "vertical velocity, positive to the North Galactic Pole")));
        }
        return List.copyOf(columns);
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        for (int i = 0; i < rows; i++) {
            status[i] = motions == Motions.KNOWN ? sixDimensional(i, in, out) : position(i, in, out);
        }
    }

    private StarStatus position(int i, double[][] in, double[][] out) {
        double ra = in[0][i];
        double dec = in[1][i];
        double distanceKpc = in[2][i];
        if (!(Math.abs(ra) <= 360 && Math.abs(dec) <= 90)) {
            missing(i, out, 0);
            return StarStatus.NO_POSITION;
        }
        double cosDec = Math.cos(Math.toRadians(dec));
        double ux = cosDec * Math.cos(Math.toRadians(ra));
        double uy = cosDec * Math.sin(Math.toRadians(ra));
        double uz = Math.sin(Math.toRadians(dec));
        Rotation g = Rotation.ICRS_TO_GALACTIC;
        double gx = g.xx() * ux + g.xy() * uy + g.xz() * uz;
        double gy = g.yx() * ux + g.yy() * uy + g.yz() * uz;
        double gz = g.zx() * ux + g.zy() * uy + g.zz() * uz;
        double l = Math.toDegrees(Math.atan2(gy, gx));
        out[0][i] = l < 0 ? l + 360 : l;
        // atan2 rather than asin: keeps all digits near the Galactic poles.
        out[1][i] = Math.toDegrees(Math.atan2(gz, Math.sqrt(gx * gx + gy * gy)));
        if (!(distanceKpc > 0 && distanceKpc < Double.POSITIVE_INFINITY)) {
            missing(i, out, 2);
            return StarStatus.NO_DISTANCE;
        }
        Rotation m = frame.rotation;
        double x = distanceKpc * (m.xx() * ux + m.xy() * uy + m.xz() * uz) + frame.shiftX;
        double y = distanceKpc * (m.yx() * ux + m.yy() * uy + m.yz() * uz);
        double z = distanceKpc * (m.zx() * ux + m.zy() * uy + m.zz() * uz) + frame.shiftZ;
        out[2][i] = x;
        out[3][i] = y;
        out[4][i] = z;
        out[5][i] = Math.sqrt(x * x + y * y);
        out[6][i] = Math.toDegrees(Math.atan2(y, x));
        return StarStatus.OK;
    }

    private StarStatus sixDimensional(int i, double[][] in, double[][] out) {
        StarStatus positional = position(i, in, out);
        if (positional != StarStatus.OK) {
            missing(i, out, 7);
            return positional;
        }
        double distanceKpc = in[2][i];
        double pmra = in[3][i];
        double pmdec = in[4][i];
        double radialKms = in[5][i];
        if (!Double.isFinite(pmra) || !Double.isFinite(pmdec) || !Double.isFinite(radialKms)) {
            missing(i, out, 7);
            return StarStatus.NO_VELOCITY;
        }
        double sinRa = Math.sin(Math.toRadians(in[0][i]));
        double cosRa = Math.cos(Math.toRadians(in[0][i]));
        double sinDec = Math.sin(Math.toRadians(in[1][i]));
        double cosDec = Math.cos(Math.toRadians(in[1][i]));
        double east = KMS_PER_MASYR_KPC * pmra * distanceKpc;
        double north = KMS_PER_MASYR_KPC * pmdec * distanceKpc;
        double radialInPlane = radialKms * cosDec - north * sinDec;
        double px = radialInPlane * cosRa - east * sinRa;
        double py = radialInPlane * sinRa + east * cosRa;
        double pz = radialKms * sinDec + north * cosDec;
        Rotation m = frame.rotation;
        SolarVelocity sun = frame.sun().velocity().orElseThrow();
        double vx = m.xx() * px + m.xy() * py + m.xz() * pz + sun.uKms();
        double vy = m.yx() * px + m.yy() * py + m.yz() * pz + sun.vKms();
        double vz = m.zx() * px + m.zy() * py + m.zz() * pz + sun.wKms();
        double x = out[2][i];
        double y = out[3][i];
        double r = out[5][i];
        out[7][i] = vx;
        out[8][i] = vy;
        out[9][i] = vz;
        out[10][i] = (x * vx + y * vy) / r;
        out[11][i] = -(x * vy - y * vx) / r;
        out[12][i] = vz;
        return StarStatus.OK;
    }

    private static void missing(int i, double[][] out, int from) {
        for (int k = from; k < out.length; k++) {
            out[k][i] = Double.NaN;
        }
    }
}
