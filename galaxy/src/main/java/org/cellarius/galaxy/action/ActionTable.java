package org.cellarius.galaxy.action;

import static org.cellarius.galaxy.action.IntegralPlace.ENERGIES;
import static org.cellarius.galaxy.action.IntegralPlace.MOMENTA;

import java.util.Arrays;
import org.cellarius.galaxy.potential.ForceField;

/**
 * Boxes and actions from tables. p_v&sup2; in the plane, K, and p_u&sup2; at the shell orbit's &sigma;, M, are what the star's own
 * spheroid and hyperboloid give for the third integral; both are parts of K_max = (R_sh&sup2;+&Delta;&sup2;)(v_R&sup2;+v_z&sup2;) of the shell
 * orbit in the plane. The vertical quantities are functions of (E, L_z, K) and of the spheroid, the radial ones of (E, L_z, M) and of the
 * hyperboloid: cubic in the first three, quadratic in the fourth. So the tables follow the direct form also where that depends on
 * the star's place on its orbit.
 */
final class ActionTable {

    static final int PARTS = 16;
    /** Smallest root of K/K_max and M/K_max on the grid. */
    private static final double SMALLEST = 0.03;

    private static final int VERTICAL = 7;
    private static final int RADIAL = 9;

    private final ForceField field;
    private final ShellTable shells;
    private final double[] whole = new double[ENERGIES * MOMENTA];
    private final float[] vertical = new float[ENERGIES * MOMENTA * PARTS * VERTICAL];
    private final float[] radial = new float[ENERGIES * MOMENTA * PARTS * RADIAL];

    ActionTable(ForceField field, ShellTable shells) {
        this.field = field;
        this.shells = shells;
        new ActionTableMaker(field, shells).fill(whole, vertical, radial);
    }

    /** The root of K/K_max or M/K_max of a layer. */
    static double rootOfPart(int layer) {
        return SMALLEST + (1 - SMALLEST) * layer / (PARTS - 1);
    }

    /**
     * Boxes and actions of n stars with energies.
     *
     * @param scratch to be used by one thread only
     * @param done whether each star was within the tables
     */
    void fill(int n, StaeckelStars stars, Scratch scratch, boolean[] done) {
        for (int i = 0; i < n; i++) {
            IntegralPlace place = scratch.places[i];
            place.set(shells.scale, stars.energy[i], stars.lz2[i]);
            stars.delta2[i] = Math.max(place.read(shells.square), 0);
        }
        stars.toSpheroidal(n);
        for (int i = 0; i < n; i++) {
            double shell = scratch.places[i].read(shells.radius);
            scratch.shell2[i] = shell * shell;
            scratch.rho[i] = Math.sqrt(stars.sigma[i]);
            scratch.radius[i] = shell * Math.sqrt(1 - stars.q[i]);
            scratch.height[i] = Math.sqrt((shell * shell + stars.delta2[i]) * stars.q[i]);
        }
        field.potentials(n, scratch.rho, scratch.zero, scratch.inPlane);
        field.potentials(n, scratch.radius, scratch.height, scratch.onHyperboloid);
        for (int i = 0; i < n; i++) {
            done[i] = scratch.places[i].inside && star(i, stars, scratch);
        }
    }

    private boolean star(int i, StaeckelStars stars, Scratch scratch) {
        double d2 = stars.delta2[i];
        double shell2 = scratch.shell2[i];
        double lz2 = stars.lz2[i];
        double k = stars.cv[i] - 2 * (stars.sigma[i] + d2) * scratch.inPlane[i] - lz2;
        double span = shell2 + d2 * (1 - stars.q[i]);
        double m = stars.cu[i] + 2 * (stars.energy[i] * shell2 - span * scratch.onHyperboloid[i]) - d2 * lz2 / shell2;
        IntegralPlace place = scratch.places[i];
        double all = place.read(whole);
        double up = Math.max(k / all, 0);
        double out = Math.max(m / all, 0);
        if (up > 1.05 || out > 1.05) {
            return false;
        }
        double[] v = scratch.vertical;
        double[] r = scratch.radial;
        read(scratch, place, Math.sqrt(up), vertical, v);
        read(scratch, place, Math.sqrt(out), radial, r);
        double circle = scratch.rho[i];
        double s = r[6] > r[3] ? within((circle - r[3]) / (r[6] - r[3])) : 0.5;
        double top = up * v[6];
        double t = top > 0 ? within(Math.sqrt(stars.q[i] / top)) : 0;
        stars.jz[i] = up * quadratic(s, v, 0);
        stars.greatestQ[i] = Math.max(stars.q[i], Math.min(up * quadratic(s, v, 3), 1));
        stars.jr[i] = out * quadratic(t, r, 0);
        double inner = Math.max(0, quadratic(t, r, 3));
        double outer = quadratic(t, r, 6);
        stars.inner[i] = Math.min(inner * inner, stars.sigma[i]);
        stars.outer[i] = Math.max(outer * outer, stars.sigma[i]);
        return stars.jr[i] >= 0 && stars.jz[i] >= 0;
    }

    private static double within(double x) {
        return Math.max(-0.1, Math.min(x, 1.1));
    }

    /** The parabola through three values at 0, 1/2 and 1. */
    private static double quadratic(double x, double[] values, int at) {
        double a = values[at];
        double b = values[at + 1];
        double c = values[at + 2];
        return a + x * (4 * b - 3 * a - c + 2 * x * (a + c - 2 * b));
    }

    /** The four layers are summed side by side: long rows suit the compiler's vectors. */
    private static void read(Scratch scratch, IntegralPlace place, double root, float[] table, double[] values) {
        CubicWeights part = scratch.part;
        part.set((root - SMALLEST) * (PARTS - 1) / (1 - SMALLEST), PARTS);
        int width = values.length;
        int length = 4 * width;
        double[] layers = scratch.layers;
        Arrays.fill(layers, 0);
        for (int e = 0; e < 4; e++) {
            int row = (place.energy.first + e) * MOMENTA + place.momentum.first;
            for (int m = 0; m < 4; m++) {
                double weight = place.energy.weight[e] * place.momentum.weight[m];
                add(weight, table, ((row + m) * PARTS + part.first) * width, layers, length);
            }
        }
        for (int c = 0; c < width; c++) {
            values[c] = part.weight[0] * layers[c]
                    + part.weight[1] * layers[width + c]
                    + part.weight[2] * layers[2 * width + c]
                    + part.weight[3] * layers[3 * width + c];
        }
    }

    private static void add(double weight, float[] table, int at, double[] sum, int length) {
        for (int c = 0; c < length; c++) {
            sum[c] += weight * table[at + c];
        }
    }

    /** What one block after the other needs on its way. */
    static final class Scratch {

        private final IntegralPlace[] places = new IntegralPlace[StaeckelStars.CAPACITY];
        private final double[] shell2 = new double[StaeckelStars.CAPACITY];
        private final double[] rho = new double[StaeckelStars.CAPACITY];
        private final double[] radius = new double[StaeckelStars.CAPACITY];
        private final double[] height = new double[StaeckelStars.CAPACITY];
        private final double[] zero = new double[StaeckelStars.CAPACITY];
        private final double[] inPlane = new double[StaeckelStars.CAPACITY];
        private final double[] onHyperboloid = new double[StaeckelStars.CAPACITY];
        private final double[] layers = new double[4 * RADIAL];
        private final CubicWeights part = new CubicWeights();
        private final double[] vertical = new double[VERTICAL];
        private final double[] radial = new double[RADIAL];

        Scratch() {
            for (int i = 0; i < places.length; i++) {
                places[i] = new IntegralPlace();
            }
        }
    }
}
