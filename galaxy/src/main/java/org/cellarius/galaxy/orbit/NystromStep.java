package org.cellarius.galaxy.orbit;

import java.util.Arrays;
import org.cellarius.galaxy.potential.ForceField;

/**
 * The states of many stars, one a lane, and a step of each, with a length of its own. A step is an attempt: its end is the new state,
 * which becomes the present one by {@link #accept}. Not thread-safe.
 */
final class NystromStep {

    private static final int LAST = Nystrom8.STAGES - 1;
    private static final double SAFETY = 0.9;
    private static final double SHORTEST = 0.3;
    private static final double LONGEST = 2.0;
    /** A star at rest where no force acts stays there. */
    private static final double SLOWEST_KMS = 1e-6;
    /** Floor of the velocity scales, of the whole speed. */
    private static final double FLOOR = 0.02;

    private final ForceField field;
    private final Motion motion;

    /** Positions, kpc, and velocities, km/s, by coordinate; the last one is z. */
    double[][] q;

    double[][] v;
    double[][] newQ;
    double[][] newV;
    /** Accelerations by coordinate and stage: the first at the present state, the last at the new one. */
    final double[][][] a;
    /** Length of each lane's step, kpc/(km/s). */
    final double[] h;
    /** Squares of the angular momenta about the axis. */
    final double[] lz2;
    /** Error of the last step of each lane, of the amplitude of the velocity. */
    final double[] error;

    private final double[][] stage;
    private final double[][] stageA;
    private final double[] sum;
    private final double[] more;
    private final double[] radius;
    private final double[] force;
    private final double[][] scale;

    NystromStep(ForceField field, Motion motion, int lanes) {
        this.field = field;
        this.motion = motion;
        int dimensions = motion.dimensions();
        q = new double[dimensions][lanes];
        v = new double[dimensions][lanes];
        newQ = new double[dimensions][lanes];
        newV = new double[dimensions][lanes];
        a = new double[dimensions][Nystrom8.STAGES][lanes];
        h = new double[lanes];
        lz2 = new double[lanes];
        error = new double[lanes];
        stage = new double[dimensions][lanes];
        stageA = new double[dimensions][];
        sum = new double[lanes];
        more = new double[lanes];
        radius = new double[lanes];
        force = new double[lanes];
        scale = new double[dimensions][lanes];
    }

    /** Puts a star into a lane, and a first length of its step. */
    void load(int lane, OrbitStarts starts, int i, OrbitSpan span) {
        double sign = span.gyr() < 0 ? -1 : 1;
        double r = starts.radius()[i];
        double z = starts.z()[i];
        double turning = starts.vPhi()[i];
        int vertical = motion.dimensions() - 1;
        lz2[lane] = r * turning * r * turning;
        q[0][lane] = r;
        v[0][lane] = sign * starts.vr()[i];
        if (motion == Motion.CARTESIAN) {
            q[1][lane] = 0;
            v[1][lane] = sign * turning;
        }
        q[vertical][lane] = z;
        v[vertical][lane] = sign * starts.vz()[i];
        double speed = Math.sqrt(starts.vr()[i] * starts.vr()[i] + starts.vz()[i] * starts.vz()[i] + turning * turning);
        double[][] one = new double[motion.dimensions()][1];
        double[][] acceleration = new double[motion.dimensions()][1];
        double pull = 0;
        for (int d = 0; d < one.length; d++) {
            one[d][0] = q[d][lane];
            scale[d][lane] = Math.max(FLOOR * speed + SLOWEST_KMS, Math.abs(v[d][lane]));
        }
        motion.accelerations(field, 1, one, new double[] {lz2[lane]}, acceleration, new double[1], new double[1]);
        for (int d = 0; d < one.length; d++) {
            a[d][0][lane] = acceleration[d][0];
            pull += acceleration[d][0] * acceleration[d][0];
        }
        double distance = Math.sqrt(r * r + z * z);
        double crossing = 0.1 * Math.min(distance / speed, Math.sqrt(distance / Math.sqrt(pull)));
        double whole = Math.abs(span.internal());
        h[lane] = crossing > 0 && crossing < whole ? crossing : whole / 1000;
    }

    /** Moves a star to another lane. */
    void move(int from, int to) {
        for (int d = 0; d < motion.dimensions(); d++) {
            for (double[][] columns : new double[][][] {q, v, scale}) {
                columns[d][to] = columns[d][from];
            }
            a[d][0][to] = a[d][0][from];
        }
        h[to] = h[from];
        lz2[to] = lz2[from];
    }

    /** One step of the first n lanes: the new state is in newQ, newV and the last stage of a. */
    void attempt(int n) {
        for (int s = 1; s <= LAST; s++) {
            double[][] to = s == LAST ? newQ : stage;
            for (int d = 0; d < motion.dimensions(); d++) {
                Nystrom8.STAGE[s].of(n, a[d], sum);
                drift(n, q[d], v[d], h, Nystrom8.C[s], sum, to[d]);
                stageA[d] = a[d][s];
            }
            motion.accelerations(field, n, to, lz2, stageA, radius, force);
        }
        Arrays.fill(error, 0, n, 0);
        for (int d = 0; d < motion.dimensions(); d++) {
            Nystrom8.VELOCITY.of(n, a[d], sum);
            kick(n, v[d], h, sum, newV[d]);
            Nystrom8.VELOCITY_ERROR.of(n, a[d], sum);
            Nystrom8.POSITION_ERROR.of(n, a[d], more);
            worsen(n, h, sum, more, scale[d], error);
        }
    }

    /** The lengths that the next steps should have for an error a little below the tolerance. */
    void lengths(int n, double tolerance, double[] next) {
        lengths(n, error, h, tolerance, next);
    }

    /** The new state of a lane becomes its old one again. */
    void takeBack(int lane) {
        for (int d = 0; d < motion.dimensions(); d++) {
            newQ[d][lane] = q[d][lane];
            newV[d][lane] = v[d][lane];
            a[d][LAST][lane] = a[d][0][lane];
        }
    }

    /**
     * Makes the new states of the first n lanes the present ones. Only now do their velocities count for the scale of errors: a step that fell
     * through the centrifugal wall would else excuse itself by the speed that it came out with.
     */
    void accept(int n) {
        for (int d = 0; d < motion.dimensions(); d++) {
            widen(n, newV[d], scale[d]);
        }
        double[][] oldQ = q;
        q = newQ;
        newQ = oldQ;
        double[][] oldV = v;
        v = newV;
        newV = oldV;
        for (double[][] stages : a) {
            double[] first = stages[0];
            stages[0] = stages[LAST];
            stages[LAST] = first;
        }
    }

    private static void drift(int n, double[] q, double[] v, double[] h, double c, double[] sum, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = q[i] + h[i] * (c * v[i] + h[i] * sum[i]);
        }
    }

    private static void kick(int n, double[] v, double[] h, double[] sum, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = v[i] + h[i] * sum[i];
        }
    }

    private static void widen(int n, double[] v, double[] scale) {
        for (int i = 0; i < n; i++) {
            scale[i] = Math.max(scale[i], Math.abs(v[i]));
        }
    }

    private static void worsen(int n, double[] h, double[] ev, double[] eq, double[] scale, double[] error) {
        for (int i = 0; i < n; i++) {
            error[i] = Math.max(error[i], h[i] * (Math.abs(ev[i]) + Math.abs(eq[i])) / scale[i]);
        }
    }

    /** The eighth root, a little cautious for an error of seventh order, needs no logarithm. */
    private static void lengths(int n, double[] error, double[] h, double tolerance, double[] next) {
        for (int i = 0; i < n; i++) {
            double factor = SAFETY * Math.sqrt(Math.sqrt(Math.sqrt(tolerance / error[i])));
            next[i] = h[i] * Math.max(SHORTEST, Math.min(LONGEST, factor));
        }
    }
}
