package org.cellarius.galaxy.orbit;

import java.util.Arrays;
import org.cellarius.galaxy.potential.ForceField;

/**
 * Follows many orbits at once, one star a lane, each with steps of its own length.
 *
 * <p>A star that is done makes room for the next, so that all lanes stay busy. The length of a step follows from the error of
 * the step before; a step far worse than wanted is taken back. No trajectory is kept: extrema are found within the
 * steps.
 */
final class OrbitIntegrator {

    private static final int LANES = 128;
    private static final double SAFETY = 0.9;
    private static final double SHORTEST = 0.3;
    private static final double LONGEST = 2.0;
    /** Beyond this multiple of the tolerance a step is taken back. */
    private static final double TAKEN_BACK = 30;

    private static final int MOST_STEPS = 400_000;
    /** Nearer to the plane than this fraction of a step counts as having landed. */
    private static final double TOO_NEAR = 0.03;
    /** So much longer than wanted a step may be to reach the plane. */
    private static final double STRETCH = 1.05;
    /** Every so many rounds, less one, hopeless orbits are looked for. */
    private static final long LOOK = 1023;

    private static final double LATE = 0.75;
    /** A star at rest where no force acts stays there. */
    private static final double SLOWEST_KMS = 1e-6;
    /** Floor of the velocity scales, of the whole speed. */
    private static final double FLOOR = 0.02;

    private final ForceField field;
    private final Motion motion;
    private final OrbitSettings settings;
    private final double span;
    private final double whole;
    private final int planar;
    private final int vertical;

    private double[][] q;
    private double[][] v;
    private double[][] newQ;
    private double[][] newV;
    /** Accelerations by coordinate and stage. */
    private final double[][][] a;

    private final double[][] stage;
    private final double[][] stageA;
    private final double[] sum = new double[LANES];
    private final double[] more = new double[LANES];
    private final double[] radius = new double[LANES];
    private final double[] force = new double[LANES];
    private final double[][] scale;
    private final double[] lz2 = new double[LANES];
    private final double[] h = new double[LANES];
    private final double[] next = new double[LANES];
    private final double[] error = new double[LANES];
    private final double[] t = new double[LANES];
    private double[] outward = new double[LANES];
    private double[] outward3d = new double[LANES];
    private double[] newOutward = new double[LANES];
    private double[] newOutward3d = new double[LANES];
    private final int[] star = new int[LANES];
    private final long[] begun = new long[LANES];
    private final double[] due = new double[LANES];
    private final double[] doubtful = new double[LANES];
    private double[] square = new double[LANES];
    private double[] square3d = new double[LANES];
    private double[] newSquare = new double[LANES];
    private double[] newSquare3d = new double[LANES];
    private double[] root = new double[LANES];
    private double[] newRoot = new double[LANES];
    private final double[] radiusIntegral = new double[LANES];
    private long round;
    private final Extrema extrema = new Extrema(LANES);

    OrbitIntegrator(ForceField field, Motion motion, OrbitSettings settings) {
        this.field = field;
        this.motion = motion;
        this.settings = settings;
        this.span = Math.abs(settings.span().internal());
        this.whole = span * (1 - 1e-12);
        int dimensions = motion.dimensions();
        this.planar = dimensions - 1;
        this.vertical = dimensions - 1;
        this.q = new double[dimensions][LANES];
        this.v = new double[dimensions][LANES];
        this.newQ = new double[dimensions][LANES];
        this.newV = new double[dimensions][LANES];
        this.stage = new double[dimensions][LANES];
        this.scale = new double[dimensions][LANES];
        this.stageA = new double[dimensions][];
        this.a = new double[dimensions][Nystrom8.STAGES][LANES];
    }

    /** Follows the listed stars and writes what is found. */
    void follow(OrbitStarts starts, int[] members, int count, OrbitSummaries out) {
        int queued = 0;
        int busy = 0;
        while (busy < LANES && queued < count) {
            load(busy++, starts, members[queued++]);
        }
        while (busy > 0) {
            step(busy);
            commit(busy);
            for (int lane = 0; lane < busy; lane++) {
                if (!(t[lane] >= due[lane]) && (round & LOOK) != 0) {
                    continue;
                }
                if (!isDone(lane)) {
                    continue;
                }
                finish(lane, out);
                if (queued < count) {
                    load(lane, starts, members[queued++]);
                } else {
                    // The last lane, whose turn is still to come, takes its place.
                    busy--;
                    if (lane < busy) {
                        move(busy, lane);
                        lane--;
                    }
                }
            }
        }
    }

    /** Whether a lane's star is at the end of its span, or hopeless; notes what is known in time for the last quarter. */
    private boolean isDone(int lane) {
        if (t[lane] >= due[lane] && !extrema.isLate(lane)) {
            extrema.remember(lane);
            due[lane] = whole;
        }
        return t[lane] >= whole || round - begun[lane] >= MOST_STEPS || !(h[lane] >= 1e-13 * span);
    }

    private void load(int lane, OrbitStarts starts, int i) {
        double sign = settings.span().gyr() < 0 ? -1 : 1;
        star[lane] = i;
        begun[lane] = round;
        t[lane] = 0;
        due[lane] = LATE * span;
        radiusIntegral[lane] = 0;
        double r = starts.radius()[i];
        double turning = starts.vPhi()[i];
        lz2[lane] = r * turning * r * turning;
        q[0][lane] = r;
        v[0][lane] = sign * starts.vr()[i];
        if (motion == Motion.CARTESIAN) {
            q[1][lane] = 0;
            v[1][lane] = sign * turning;
        }
        q[vertical][lane] = starts.z()[i];
        v[vertical][lane] = sign * starts.vz()[i];
        double speed = Math.sqrt(starts.vr()[i] * starts.vr()[i] + starts.vz()[i] * starts.vz()[i] + turning * turning);
        double[][] one = new double[motion.dimensions()][1];
        double[][] acceleration = new double[motion.dimensions()][1];
        double pull = 0;
        for (int d = 0; d < one.length; d++) {
            one[d][0] = q[d][lane];
            scale[d][lane] = FLOOR * speed + SLOWEST_KMS;
        }
        motion.accelerations(field, 1, one, new double[] {lz2[lane]}, acceleration, new double[1], new double[1]);
        for (int d = 0; d < one.length; d++) {
            a[d][0][lane] = acceleration[d][0];
            pull += acceleration[d][0] * acceleration[d][0];
        }
        double distance = Math.sqrt(r * r + starts.z()[i] * starts.z()[i]);
        double crossing = 0.1 * Math.min(distance / speed, Math.sqrt(distance / Math.sqrt(pull)));
        h[lane] = crossing > 0 && crossing < span ? crossing : span / 1000;
        outward[lane] = planarDot(q, v, lane);
        outward3d[lane] = outward[lane] + q[vertical][lane] * v[vertical][lane];
        root[lane] = Math.sqrt(square(q, lane));
        square[lane] = square(q, lane);
        square3d[lane] = square[lane] + q[vertical][lane] * q[vertical][lane];
        extrema.begin(lane, square[lane], q[vertical][lane]);
    }

    private void move(int from, int to) {
        for (int d = 0; d < motion.dimensions(); d++) {
            for (double[][] columns : new double[][][] {q, v, scale}) {
                columns[d][to] = columns[d][from];
            }
            a[d][0][to] = a[d][0][from];
        }
        for (double[] column :
                new double[][] {lz2, h, t, due, outward, outward3d, square, square3d, root, radiusIntegral}) {
            column[to] = column[from];
        }
        star[to] = star[from];
        begun[to] = begun[from];
        extrema.move(from, to);
    }

    /** One step of the first n lanes. The new state is in newQ, newV and the last stage of a. */
    private void step(int n) {
        int last = Nystrom8.STAGES - 1;
        for (int s = 1; s <= last; s++) {
            double[][] to = s == last ? newQ : stage;
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
            widen(n, newV[d], scale[d]);
            worsen(n, h, sum, more, scale[d], error);
        }
        lengths(n, error, h, settings.tolerance(), next);
        if (planar == 1) {
            dot1(n, newQ[0], newV[0], newOutward);
            dot1(n, newQ[0], newQ[0], newSquare);
        } else {
            dot2(n, newQ[0], newV[0], newQ[1], newV[1], newOutward);
            dot2(n, newQ[0], newQ[0], newQ[1], newQ[1], newSquare);
        }
        add(n, newOutward, newQ[vertical], newV[vertical], newOutward3d);
        add(n, newSquare, newQ[vertical], newQ[vertical], newSquare3d);
        round++;
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

    /** The next steps: the eighth root, a little cautious for an error of seventh order, needs no logarithm. */
    private static void lengths(int n, double[] error, double[] h, double tolerance, double[] next) {
        for (int i = 0; i < n; i++) {
            double factor = SAFETY * Math.sqrt(Math.sqrt(Math.sqrt(tolerance / error[i])));
            next[i] = h[i] * Math.max(SHORTEST, Math.min(LONGEST, factor));
        }
    }

    private static void dot1(int n, double[] x, double[] vx, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = x[i] * vx[i];
        }
    }

    private static void dot2(int n, double[] x, double[] vx, double[] y, double[] vy, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = x[i] * vx[i] + y[i] * vy[i];
        }
    }

    private static void add(int n, double[] sum, double[] z, double[] w, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = sum[i] + z[i] * w[i];
        }
    }

    private double planarDot(double[][] x, double[][] y, int lane) {
        double dot = x[0][lane] * y[0][lane];
        return planar == 1 ? dot : dot + x[1][lane] * y[1][lane];
    }

    private double square(double[][] x, int lane) {
        return planarDot(x, x, lane);
    }

    /** Makes the new states the present ones, after a look at those steps in which something happened. */
    private void commit(int n) {
        extrema.vertical(n, q[vertical], v[vertical], newQ[vertical], newV[vertical], h, doubtful);
        extrema.radial(n, square, outward, newSquare, newOutward, h, doubtful);
        extrema.spherical(n, square3d, outward3d, newSquare3d, newOutward3d, h, doubtful);
        if (settings.everyMaximum()) {
            signs(n, v[vertical], newV[vertical], doubtful);
        }
        limit(n, error, TAKEN_BACK * settings.tolerance(), doubtful);
        boolean anyTakenBack = false;
        for (int lane = 0; lane < n; lane++) {
            if (!(doubtful[lane] > 0)) {
                if (isTakenBack(lane)) {
                    anyTakenBack = true;
                } else {
                    turn(lane);
                }
            }
        }
        if (settings.plane() == OrbitSettings.PlaneCrossing.LAND) {
            land(n);
        }
        roots(n, newSquare, newRoot);
        if (anyTakenBack) {
            for (int lane = 0; lane < n; lane++) {
                if (isTakenBack(lane)) {
                    takeBack(lane);
                }
            }
        }
        integrate(n, root, outward, newRoot, newOutward, h, radiusIntegral);
        pass(n, span, h, next, t);
        swap();
    }

    private boolean isTakenBack(int lane) {
        return !(error[lane] <= TAKEN_BACK * settings.tolerance());
    }

    /** The new state becomes the old one again, reached in no time; the next attempt is shorter. */
    private void takeBack(int lane) {
        int last = Nystrom8.STAGES - 1;
        for (int d = 0; d < motion.dimensions(); d++) {
            newQ[d][lane] = q[d][lane];
            newV[d][lane] = v[d][lane];
            a[d][last][lane] = a[d][0][lane];
        }
        newOutward[lane] = outward[lane];
        newOutward3d[lane] = outward3d[lane];
        newSquare[lane] = square[lane];
        newSquare3d[lane] = square3d[lane];
        newRoot[lane] = root[lane];
        next[lane] = Double.isNaN(error[lane]) ? 0.1 * h[lane] : next[lane];
        h[lane] = 0;
    }

    private void swap() {
        double[][] oldQ = q;
        q = newQ;
        newQ = oldQ;
        double[][] oldV = v;
        v = newV;
        newV = oldV;
        int last = Nystrom8.STAGES - 1;
        for (double[][] stages : a) {
            double[] first = stages[0];
            stages[0] = stages[last];
            stages[last] = first;
        }
        double[] old = outward;
        outward = newOutward;
        newOutward = old;
        old = outward3d;
        outward3d = newOutward3d;
        newOutward3d = old;
        old = square;
        square = newSquare;
        newSquare = old;
        old = square3d;
        square3d = newSquare3d;
        newSquare3d = old;
        old = root;
        root = newRoot;
        newRoot = old;
    }

    private static void signs(int n, double[] w0, double[] w1, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.min(out[i], w0[i] * w1[i]);
        }
    }

    private static void limit(int n, double[] error, double limit, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.min(out[i], limit - error[i]);
        }
    }

    private static void roots(int n, double[] squares, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.sqrt(squares[i]);
        }
    }

    /** Adds &int; R dt of a step, by the cubic through values and derivatives. */
    private static void integrate(
            int n, double[] r0, double[] u0, double[] r1, double[] u1, double[] h, double[] integral) {
        for (int i = 0; i < n; i++) {
            double bend = u0[i] / Math.max(r0[i], 1e-12) - u1[i] / Math.max(r1[i], 1e-12);
            integral[i] += h[i] * (0.5 * (r0[i] + r1[i]) + bend * h[i] * (1 / 12.0));
        }
    }

    private static void pass(int n, double span, double[] h, double[] next, double[] t) {
        for (int i = 0; i < n; i++) {
            double now = t[i] + h[i];
            t[i] = now;
            h[i] = Math.min(next[i], span - now);
        }
    }

    /** Shortens next steps to end at z = 0 where they would pass over it, or half way there. */
    private void land(int n) {
        double[] z = newQ[vertical];
        double[] w = newV[vertical];
        double[][] az = a[vertical];
        jerks(n, az[8], az[6], az[5], h, sum);
        timesToPlane(n, z, w, az[8], sum, more);
        for (int i = 0; i < n; i++) {
            double time = more[i];
            double wanted = next[i];
            if (time < 2 * wanted && time > TOO_NEAR * wanted) {
                next[i] = time <= STRETCH * wanted ? time : 0.5 * time;
            }
        }
    }

    /** d&sup3;z/dt&sup3; at the end of the step, from the accelerations at 0.7, 0.9 and 1 of it. */
    private static void jerks(int n, double[] a10, double[] a09, double[] a07, double[] h, double[] jerk) {
        for (int i = 0; i < n; i++) {
            double late = (a10[i] - a09[i]) * 10;
            double early = (a09[i] - a07[i]) * 5;
            jerk[i] = (late + (late - early) * (1 / 3.0)) / h[i];
        }
    }

    /** Times to z = 0, by two steps of Newton's method on the cubic from &minus;z/w; negative where the star goes away from it. */
    private static void timesToPlane(
            int n, double[] z, double[] w, double[] acceleration, double[] jerk, double[] out) {
        for (int i = 0; i < n; i++) {
            double first = -z[i] / w[i];
            double second = first - newton(first, z[i], w[i], acceleration[i], jerk[i]);
            double third = second - newton(second, z[i], w[i], acceleration[i], jerk[i]);
            out[i] = Math.min(third, first * 1e9);
        }
    }

    private static double newton(double time, double z, double w, double acceleration, double jerk) {
        double f = z + time * (w + time * (0.5 * acceleration + time * jerk * (1 / 6.0)));
        return f / (w + time * (acceleration + time * 0.5 * jerk));
    }

    /** Finds the extrema within the last step of a lane. */
    private void turn(int lane) {
        int last = Nystrom8.STAGES - 1;
        double step = h[lane];
        double z0 = q[vertical][lane];
        double z1 = newQ[vertical][lane];
        double w0 = v[vertical][lane];
        double w1 = newV[vertical][lane];
        double az0 = a[vertical][0][lane];
        double az1 = a[vertical][last][lane];
        if (turns(w0, w1)) {
            extrema.maximum(lane, TurningPoint.value(z0, w0, az0, z1, w1, az1, step));
        }
        double u0 = outward[lane];
        double u1 = newOutward[lane];
        // Second derivatives of R^2 and r^2
        double s0 = 2 * (square(v, lane) + planarAcceleration(q, 0, lane));
        double s1 = 2 * (square(newV, lane) + planarAcceleration(newQ, last, lane));
        if (turns(u0, u1)) {
            double place = TurningPoint.place(square[lane], 2 * u0, s0, newSquare[lane], 2 * u1, s1, step);
            extrema.radius2(lane, squareWithin(place, planar, lane));
        }
        double o0 = outward3d[lane];
        double o1 = newOutward3d[lane];
        if (turns(o0, o1)) {
            s0 += 2 * (w0 * w0 + z0 * az0);
            s1 += 2 * (w1 * w1 + z1 * az1);
            double place = TurningPoint.place(square3d[lane], 2 * o0, s0, newSquare3d[lane], 2 * o1, s1, step);
            extrema.sphericalRadius2(lane, squareWithin(place, motion.dimensions(), lane));
        }
    }

    /** The square of the first coordinates at a place in the last step: from each of them, which keeps small radii exact. */
    private double squareWithin(double place, int coordinates, int lane) {
        int last = Nystrom8.STAGES - 1;
        double square2 = 0;
        for (int d = 0; d < coordinates; d++) {
            double x = TurningPoint.at(
                    place,
                    q[d][lane],
                    v[d][lane],
                    a[d][0][lane],
                    newQ[d][lane],
                    newV[d][lane],
                    a[d][last][lane],
                    h[lane]);
            square2 += x * x;
        }
        return square2;
    }

    private static boolean turns(double d0, double d1) {
        return d0 * d1 <= 0 && d0 != d1;
    }

    private double planarAcceleration(double[][] at, int s, int lane) {
        double dot = at[0][lane] * a[0][s][lane];
        return planar == 1 ? dot : dot + at[1][lane] * a[1][s][lane];
    }

    private void finish(int lane, OrbitSummaries out) {
        int i = star[lane];
        out.steps[i] = (int) (round - begun[lane]);
        extrema.end(lane, square[lane], q[vertical][lane], i, out);
        out.meanRadius[i] = radiusIntegral[lane] / t[lane];
        out.ends[i] = t[lane] >= whole
                ? OrbitEnd.COMPLETE
                : round - begun[lane] >= MOST_STEPS ? OrbitEnd.TOO_MANY_STEPS : OrbitEnd.LOST;
        // The kinetic energy in the plane of a meridional orbit leaves out the turning.
        double kinetic = 0.5 * (square(v, lane) + v[vertical][lane] * v[vertical][lane]);
        double r2 = square(q, lane);
        double turning = motion == Motion.MERIDIONAL && lz2[lane] > 0 ? 0.5 * lz2[lane] / r2 : 0;
        double[] phi = new double[1];
        field.potentials(1, new double[] {Math.sqrt(r2)}, new double[] {q[vertical][lane]}, phi);
        out.lastEnergy[i] = phi[0] + kinetic + turning;
    }
}
