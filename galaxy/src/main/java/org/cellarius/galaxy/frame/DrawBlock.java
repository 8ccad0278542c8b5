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

    private final MeasurementDraws measured;
    private final double sunX;
    private final double sunZ;
    private final double sunU;
    private final double sunV;
    private final double sunW;

    /** Along east, north and outwards: place (kpc), motion (km/s). */
    final double[][] local = arrays(6);

    /** x y z (kpc), vx vy vz (km/s). */
    final double[][] state = arrays(6);

    DrawBlock(GalactocentricFrame frame, ErrorColumns columns, NormalBlocks normals) {
        SolarVelocity sun = frame.requireVelocity();
        this.measured = new MeasurementDraws(columns, normals);
        this.sunX = frame.shiftX;
        this.sunZ = frame.shiftZ;
        this.sunU = sun.uKms();
        this.sunV = sun.vKms();
        this.sunW = sun.wKms();
    }

    boolean movesOnSky() {
        return measured.movesOnSky();
    }

    /** The measurement itself, as a block of one draw: what the draws deviate from. */
    void nominal(DrawnStar star) {
        measured.nominal(star);
        transform(1, star.axes());
    }

    /** Draws {@code from}, {@code from + 1}, &hellip; of a star. */
    void draw(int n, DrawnStar star, long from) {
        measured.draw(n, star, from);
        transform(n, star.axes());
    }

    private void transform(int n, LocalAxes axes) {
        motions(n);
        System.arraycopy(measured.distance, 0, local[2], 0, n);
        System.arraycopy(measured.radialVelocity, 0, local[5], 0, n);
        if (movesOnSky()) {
            displace(n, measured.xi, measured.eta);
        }
        places(n, axes);
        velocities(n, axes);
    }

    private void motions(int n) {
        double[] d = measured.distance;
        double[] pmra = measured.pmra;
        double[] pmdec = measured.pmdec;
        double[] east = local[3];
        double[] north = local[4];
        double kappa = PhaseSpaceKernel.KMS_PER_MASYR_KPC;
        for (int i = 0; i < n; i++) {
            east[i] = kappa * d[i] * pmra[i];
            north[i] = kappa * d[i] * pmdec[i];
        }
    }

    private void displace(int n, double[] xi, double[] eta) {
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
