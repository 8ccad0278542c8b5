package org.cellarius.galaxy.frame;

import java.util.Arrays;
import org.cellarius.galaxy.kernel.DrawMath;
import org.cellarius.galaxy.random.NormalBlocks;

/**
 * Draws of one star, a block at a time: normals, measurements, motion along the local axes, Galactocentric state.
 *
 * <p>With (&xi;, &eta;) the displacement on the tangent plane, the local state is (d&xi;, d&eta;, d; &kappa;d pmra + v_r
 * &xi;, &kappa;d pmdec + v_r &eta;, v_r &minus; &kappa;d (pmra &xi; + pmdec &eta;)); the Galactocentric one is its rotation,
 * fixed for a star, plus the Sun's place and motion. Plain loops over arrays, which C2 turns into vector instructions.
 */
final class DrawBlock {

    /** Draws per block: its arrays stay in the first levels of cache. */
    static final int LONGEST = 256;

    /** No normal is larger: a radius from 52 bits ends at &radic;(2 ln 2^53) = 8.57. */
    private static final double LARGEST_NORMAL = 8.6;

    private final NormalBlocks normals;
    private final ErrorColumns columns;
    private final double sunX;
    private final double sunZ;
    private final double sunU;
    private final double sunV;
    private final double sunW;

    /** Normals of distance, pmra, pmdec, ra, dec, radial velocity. */
    private final double[][] z = arrays(6);

    private final double[] side = array();
    private final double[][] one = arrays(6);
    private final double[] sideOfOne = array();
    private final double[] pmra = array();
    private final double[] pmdec = array();
    private final double[] xi = array();
    private final double[] eta = array();

    /** Along east, north and outwards: place (kpc), motion (km/s). */
    final double[][] local = arrays(6);

    /** x y z (kpc), vx vy vz (km/s). */
    final double[][] state = arrays(6);

    DrawBlock(GalactocentricFrame frame, ErrorColumns columns, NormalBlocks normals) {
        SolarVelocity sun = frame.requireVelocity();
        this.columns = columns;
        this.normals = normals;
        this.sunX = frame.shiftX;
        this.sunZ = frame.shiftZ;
        this.sunU = sun.uKms();
        this.sunV = sun.vKms();
        this.sunW = sun.wKms();
    }

    boolean movesOnSky() {
        return columns.sky() == ErrorColumns.Sky.WITH_ERRORS;
    }

    /** The measurement itself, as a block of one draw: what the draws deviate from. */
    void nominal(DrawnStar star) {
        for (double[] column : z) {
            column[0] = 0;
        }
        side[0] = 0.5;
        distances(1, star, z[0], side, local[2]);
        transform(1, star);
    }

    /** Draws {@code from}, {@code from + 1}, &hellip; of a star. */
    void draw(int n, DrawnStar star, long from) {
        generate(n, star, from, 0, z, side);
        distances(n, star, z[0], side, local[2]);
        if (!(star.distanceKpc() > LARGEST_NORMAL * star.errors().distanceLoKpc())) {
            redraw(n, star, from);
        }
        transform(n, star);
    }

    private void generate(int n, DrawnStar star, long from, int attempt, double[][] to, double[] toSide) {
        normals.pair(n, star.number(), from, 0, attempt, to[0], to[5]);
        normals.pair(n, star.number(), from, 1, attempt, to[1], to[2]);
        if (movesOnSky()) {
            normals.pair(n, star.number(), from, 2, attempt, to[3], to[4]);
        }
        if (columns.distance() == DistanceErrorModel.FECHNER) {
            normals.uniform(n, star.number(), from, attempt, toSide);
        }
    }

    /** Distances, kpc. */
    private void distances(int n, DrawnStar star, double[] normal, double[] uniform, double[] distanceKpc) {
        double d = star.distanceKpc();
        double lo = star.errors().distanceLoKpc();
        double hi = star.errors().distanceHiKpc();
        switch (columns.distance()) {
            // A normal's sign is the side of a two-piece Gaussian; with equal widths it is the normal distribution.
            case NORMAL, TWO_PIECE -> {
                for (int i = 0; i < n; i++) {
                    distanceKpc[i] = d + (lo * Math.min(normal[i], 0) + hi * Math.max(normal[i], 0));
                }
            }
            case FECHNER -> {
                double lower = lo + hi == 0 ? 0.5 : lo / (lo + hi);
                for (int i = 0; i < n; i++) {
                    distanceKpc[i] = d + Math.abs(normal[i]) * (uniform[i] < lower ? -lo : hi);
                }
            }
        }
    }

    /** Replaces whole draws whose distance is not positive by their next attempts. */
    private void redraw(int n, DrawnStar star, long from) {
        double[] d = local[2];
        for (int i = 0; i < n; i++) {
            for (int attempt = 1; d[i] <= 0; attempt++) {
                generate(1, star, from + i, attempt, one, sideOfOne);
                for (int k = 0; k < z.length; k++) {
                    z[k][i] = one[k][0];
                }
                distances(1, star, one[0], sideOfOne, one[0]);
                d[i] = one[0][0];
            }
        }
    }

    private void transform(int n, DrawnStar star) {
        properMotions(n, star);
        motions(n, star);
        if (movesOnSky()) {
            displacements(n, star);
            displace(n);
        }
        places(n, star.axes());
        velocities(n, star.axes());
    }

    private void properMotions(int n, DrawnStar star) {
        double[] zD = z[0];
        double[] zRa = z[1];
        double[] zDec = z[2];
        CorrelationFactor f = star.factor();
        double sRa = star.errors().pmraMasPerYear();
        double ra0 = sRa * f.at(1, 0);
        double ra1 = sRa * f.at(1, 1);
        double mra = star.pmraMasPerYear();
        for (int i = 0; i < n; i++) {
            pmra[i] = mra + (ra0 * zD[i] + ra1 * zRa[i]);
        }
        double sDec = star.errors().pmdecMasPerYear();
        double dec0 = sDec * f.at(2, 0);
        double dec1 = sDec * f.at(2, 1);
        double dec2 = sDec * f.at(2, 2);
        double mdec = star.pmdecMasPerYear();
        for (int i = 0; i < n; i++) {
            pmdec[i] = mdec + (dec0 * zD[i] + dec1 * zRa[i] + dec2 * zDec[i]);
        }
    }

    private void motions(int n, DrawnStar star) {
        double[] d = local[2];
        double[] east = local[3];
        double[] north = local[4];
        double[] out = local[5];
        double[] zOut = z[5];
        double kappa = PhaseSpaceKernel.KMS_PER_MASYR_KPC;
        for (int i = 0; i < n; i++) {
            east[i] = kappa * d[i] * pmra[i];
            north[i] = kappa * d[i] * pmdec[i];
        }
        double outKms = star.radialVelocityKms();
        double sOut = star.errors().radialVelocityKms();
        for (int i = 0; i < n; i++) {
            out[i] = outKms + sOut * zOut[i];
        }
    }

    private void displacements(int n, DrawnStar star) {
        CorrelationFactor f = star.factor();
        for (int k = 3; k < 5; k++) {
            double s = EpochPropagation.RADIANS_PER_MAS
                    * (k == 3 ? star.errors().raMas() : star.errors().decMas());
            double[] to = k == 3 ? xi : eta;
            double l0 = s * f.at(k, 0);
            double l1 = s * f.at(k, 1);
            double l2 = s * f.at(k, 2);
            double l3 = s * f.at(k, 3);
            double l4 = k == 3 ? 0 : s * f.at(k, 4);
            for (int i = 0; i < n; i++) {
                to[i] = l0 * z[0][i] + l1 * z[1][i] + l2 * z[2][i] + l3 * z[3][i] + l4 * z[4][i];
            }
        }
    }

    private void displace(int n) {
        double[] d = local[2];
        double[] east = local[3];
        double[] north = local[4];
        double[] out = local[5];
        for (int i = 0; i < n; i++) {
            local[0][i] = d[i] * xi[i];
            local[1][i] = d[i] * eta[i];
        }
        for (int i = 0; i < n; i++) {
            double e = east[i];
            double nn = north[i];
            double o = out[i];
            east[i] = e + o * xi[i];
            north[i] = nn + o * eta[i];
            out[i] = o - (e * xi[i] + nn * eta[i]);
        }
    }

    private void places(int n, LocalAxes axes) {
        along(n, axes.outward().x(), local[2], sunX, state[0]);
        along(n, axes.outward().y(), local[2], 0, state[1]);
        along(n, axes.outward().z(), local[2], sunZ, state[2]);
        if (movesOnSky()) {
            add(n, axes.east().x(), local[0], axes.north().x(), local[1], state[0]);
            add(n, axes.east().y(), local[0], axes.north().y(), local[1], state[1]);
            add(n, axes.east().z(), local[0], axes.north().z(), local[1], state[2]);
        }
    }

    private void velocities(int n, LocalAxes axes) {
        along(n, axes.outward().x(), local[5], sunU, state[3]);
        along(n, axes.outward().y(), local[5], sunV, state[4]);
        along(n, axes.outward().z(), local[5], sunW, state[5]);
        add(n, axes.east().x(), local[3], axes.north().x(), local[4], state[3]);
        add(n, axes.east().y(), local[3], axes.north().y(), local[4], state[4]);
        add(n, axes.east().z(), local[3], axes.north().z(), local[4], state[5]);
    }

    private static void along(int n, double a, double[] u, double shift, double[] to) {
        for (int i = 0; i < n; i++) {
            to[i] = a * u[i] + shift;
        }
    }

    private static void add(int n, double a, double[] u, double b, double[] v, double[] to) {
        for (int i = 0; i < n; i++) {
            to[i] += a * u[i] + b * v[i];
        }
    }

    static double[][] arrays(int count) {
        double[][] arrays = new double[count][];
        Arrays.setAll(arrays, k -> array());
        return arrays;
    }

    static double[] array() {
        return new double[DrawMath.padded(LONGEST)];
    }
}
