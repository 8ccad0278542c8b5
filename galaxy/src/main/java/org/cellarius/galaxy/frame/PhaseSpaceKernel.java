package org.cellarius.galaxy.frame;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.kernel.ArrayMath;

/**
 * ICRS positions, distances and, where given, motions to Galactic coordinates and Galactocentric phase space.
 *
 * <p>Inputs: {@code ra dec} (deg), {@code distance} (kpc) and with {@link Motions#KNOWN} also {@code pmra pmdec} (mas/yr)
 * and {@code radial_velocity} (km/s). Outputs: {@code l b} (deg), {@code x y z r} (kpc), {@code phi} (deg), and with
 * motions {@code vx vy vz v_r v_phi v_z} (km/s). Errors of the inputs: {@link PhaseSpaceErrors}, {@link
 * PhaseSpaceDraws}.
 */
public final class PhaseSpaceKernel implements ColumnKernel {

    /** Whether the table has proper motions and radial velocities. */
    public enum Motions {
        KNOWN,
        UNKNOWN
    }

    /** km/s of one mas/yr at one kpc (IAU au, Julian year). */
    public static final double KMS_PER_MASYR_KPC = 4.740470463533349;

    private static final double RADIANS = Math.PI / 180;
    private static final double DEGREES = 180 / Math.PI;

    private final GalactocentricFrame frame;
    private final Motions motions;

    public PhaseSpaceKernel(GalactocentricFrame frame, Motions motions) {
        if (motions == Motions.KNOWN) {
            frame.requireVelocity();
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
        var directions = new Directions(rows);
        directions.of(rows, in[0], in[1]);
        galactic(rows, directions, out[0], out[1]);
        position(rows, directions, in[2], out);
        if (motions == Motions.KNOWN) {
            velocity(rows, directions, in, out);
        }
        for (int i = 0; i < rows; i++) {
            status[i] = judge(i, in, out);
        }
    }

    /** Sines, cosines and unit vectors of the stars of a block; ICRS. */
    private static final class Directions {
        final double[] sinRa;
        final double[] cosRa;
        final double[] sinDec;
        final double[] cosDec;
        final double[] x;
        final double[] y;
        final double[] scratch;
        final double[] other;

        Directions(int rows) {
            sinRa = new double[rows];
            cosRa = new double[rows];
            sinDec = new double[rows];
            cosDec = new double[rows];
            x = new double[rows];
            y = new double[rows];
            scratch = new double[rows];
            other = new double[rows];
        }

        void of(int rows, double[] raDeg, double[] decDeg) {
            toRadians(rows, raDeg, scratch);
            ArrayMath.sinCos(rows, scratch, sinRa, cosRa);
            toRadians(rows, decDeg, scratch);
            ArrayMath.sinCos(rows, scratch, sinDec, cosDec);
            for (int i = 0; i < rows; i++) {
                x[i] = cosDec[i] * cosRa[i];
                y[i] = cosDec[i] * sinRa[i];
            }
        }

        private static void toRadians(int rows, double[] degrees, double[] radians) {
            for (int i = 0; i < rows; i++) {
                radians[i] = degrees[i] * RADIANS;
            }
        }
    }

    private void galactic(int rows, Directions u, double[] l, double[] b) {
        Rotation g = Rotation.ICRS_TO_GALACTIC;
        double[] gx = u.scratch;
        double[] gy = u.other;
        for (int i = 0; i < rows; i++) {
            gx[i] = g.xx() * u.x[i] + g.xy() * u.y[i] + g.xz() * u.sinDec[i];
            gy[i] = g.yx() * u.x[i] + g.yy() * u.y[i] + g.yz() * u.sinDec[i];
        }
        ArrayMath.atan2(rows, gy, gx, l);
        for (int i = 0; i < rows; i++) {
            double degrees = l[i] * DEGREES;
            double turned = degrees < 0 ? degrees + 360 : degrees;
            // The smallest negative angles round to a full turn.
            l[i] = turned == 360 ? 0 : turned;
        }
        // The arc tangent rather than the arc sine: it keeps all digits near the Galactic poles.
        for (int i = 0; i < rows; i++) {
            gx[i] = Math.sqrt(gx[i] * gx[i] + gy[i] * gy[i]);
            gy[i] = g.zx() * u.x[i] + g.zy() * u.y[i] + g.zz() * u.sinDec[i];
        }
        ArrayMath.atan2(rows, gy, gx, b);
        toDegrees(rows, b);
    }

    private void position(int rows, Directions u, double[] distanceKpc, double[][] out) {
        Rotation m = frame.rotation;
        double shiftX = frame.shiftX;
        double shiftZ = frame.shiftZ;
        double[] x = out[2];
        double[] y = out[3];
        double[] z = out[4];
        double[] r = out[5];
        for (int i = 0; i < rows; i++) {
            double d = distanceKpc[i];
            x[i] = d * (m.xx() * u.x[i] + m.xy() * u.y[i] + m.xz() * u.sinDec[i]) + shiftX;
            y[i] = d * (m.yx() * u.x[i] + m.yy() * u.y[i] + m.yz() * u.sinDec[i]);
            z[i] = d * (m.zx() * u.x[i] + m.zy() * u.y[i] + m.zz() * u.sinDec[i]) + shiftZ;
        }
        for (int i = 0; i < rows; i++) {
            r[i] = Math.sqrt(x[i] * x[i] + y[i] * y[i]);
        }
        ArrayMath.atan2(rows, y, x, out[6]);
        toDegrees(rows, out[6]);
    }

    private void velocity(int rows, Directions u, double[][] in, double[][] out) {
        Rotation m = frame.rotation;
        SolarVelocity sun = frame.requireVelocity();
        double uKms = sun.uKms();
        double vKms = sun.vKms();
        double wKms = sun.wKms();
        double[] distanceKpc = in[2];
        double[] pmra = in[3];
        double[] pmdec = in[4];
        double[] radialKms = in[5];
        for (int i = 0; i < rows; i++) {
            double east = KMS_PER_MASYR_KPC * pmra[i] * distanceKpc[i];
            double north = KMS_PER_MASYR_KPC * pmdec[i] * distanceKpc[i];
            double inPlane = radialKms[i] * u.cosDec[i] - north * u.sinDec[i];
            double px = inPlane * u.cosRa[i] - east * u.sinRa[i];
            double py = inPlane * u.sinRa[i] + east * u.cosRa[i];
            double pz = radialKms[i] * u.sinDec[i] + north * u.cosDec[i];
            out[7][i] = m.xx() * px + m.xy() * py + m.xz() * pz + uKms;
            out[8][i] = m.yx() * px + m.yy() * py + m.yz() * pz + vKms;
            out[9][i] = m.zx() * px + m.zy() * py + m.zz() * pz + wKms;
        }
        double[] x = out[2];
        double[] y = out[3];
        double[] r = out[5];
        double[] vx = out[7];
        double[] vy = out[8];
        for (int i = 0; i < rows; i++) {
            out[10][i] = (x[i] * vx[i] + y[i] * vy[i]) / r[i];
            out[11][i] = -(x[i] * vy[i] - y[i] * vx[i]) / r[i];
            out[12][i] = out[9][i];
        }
    }

    /** What a star lacks; the numbers that cannot be known become missing. */
    private StarStatus judge(int i, double[][] in, double[][] out) {
        boolean moves = motions == Motions.KNOWN;
        StarStatus verdict = StarMeasurement.judge(
                in[0][i], in[1][i], in[2][i], moves ? in[3][i] : 0, moves ? in[4][i] : 0, moves ? in[5][i] : 0);
        switch (verdict) {
            case NO_POSITION -> missing(i, out, 0);
            case NO_DISTANCE -> missing(i, out, 2);
            case NO_VELOCITY -> missing(i, out, 7);
            case OK,
                    NO_PARALLAX,
                    NO_ZERO_POINT,
                    PARALLAX_NOT_POSITIVE,
                    NO_PHOTOMETRY,
                    NO_ERRORS,
                    BAD_CORRELATIONS,
                    UNBOUND,
                    NOT_CONVERGED,
                    NOT_INTEGRATED,
                    SELECTION_UNKNOWN,
                    NOT_COVERED,
                    NEVER_SELECTED,
                    NO_OBSERVABLE,
                    OUTSIDE_GRID,
                    EDGE,
                    NO_LABEL,
                    OUTSIDE_TRAINING,
                    OUTSIDE_MAP,
                    BEFORE_FIRST,
                    BEYOND_LAST,
                    NOT_RELIABLE -> {}
        }
        return verdict;
    }

    private static void toDegrees(int rows, double[] angles) {
        for (int i = 0; i < rows; i++) {
            angles[i] *= DEGREES;
        }
    }

    private static void missing(int i, double[][] out, int from) {
        for (int k = from; k < out.length; k++) {
            out[k][i] = Double.NaN;
        }
    }
}
