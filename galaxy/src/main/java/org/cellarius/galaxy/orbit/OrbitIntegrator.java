package org.cellarius.galaxy.orbit;

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
    private static final int LAST = Nystrom8.STAGES - 1;
    /** Beyond this multiple of the tolerance a step is taken back: seldom, for the next one is shortened anyway. Found by trial. */
    private static final double TAKEN_BACK = 30;

    private static final int MOST_STEPS = 400_000;
    /** Every so many rounds, less one, hopeless orbits are looked for. */
    private static final long LOOK = 1023;

    private static final double LATE = 0.75;
    private final ForceField field;
    private final Motion motion;
    private final OrbitSettings settings;
    private final double span;
    private final double whole;
    /** How many coordinates lie in the plane, and the place of z, which follows them: the same number. */
    private final int planar;

    private final int vertical;

    private final NystromStep step;
    private final PlaneLanding landing = new PlaneLanding(LANES);
    private final double[] next = new double[LANES];
    private final double[] t = new double[LANES];
    private double[] outward = new double[LANES];
    private double[] outward3d = new double[LANES];
    private double[] newOutward = new double[LANES];
    private double[] newOutward3d = new double[LANES];
    private final int[] star = new int[LANES];
    private final long[] begun = new long[LANES];
    private final double[] due = new double[LANES];
    /** What an orbit that ended early could still have changed; NaN for the others. */
    private final double[] leftOver = new double[LANES];

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
    private final PhaseCoverage coverage = new PhaseCoverage(LANES);
    private final boolean endsEarly;

    OrbitIntegrator(ForceField field, Motion motion, OrbitSettings settings) {
        this.field = field;
        this.motion = motion;
        this.settings = settings;
        this.span = Math.abs(settings.span().internal());
        this.whole = span * (1 - 1e-12);
        this.planar = motion.dimensions() - 1;
        this.vertical = motion.dimensions() - 1;
        this.step = new NystromStep(field, motion, LANES);
        this.endsEarly = settings.ending() == OrbitEnding.CONVERGED;
    }

    /** Follows the listed stars and writes what is found. */
    void follow(OrbitStarts starts, int[] members, int count, OrbitSummaries out) {
        int queued = 0;
        int busy = 0;
        while (busy < LANES && queued < count) {
            load(busy++, starts, members[queued++]);
        }
        while (busy > 0) {
            step.attempt(busy);
            observe(busy);
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
        if (isConverged(lane)) {
            return true;
        }
        if (t[lane] >= due[lane] && !extrema.isLate(lane)) {
            extrema.remember(lane);
            due[lane] = whole;
        }
        return t[lane] >= whole || round - begun[lane] >= MOST_STEPS || !(step.h[lane] >= 1e-13 * span);
    }

    private void load(int lane, OrbitStarts starts, int i) {
        star[lane] = i;
        begun[lane] = round;
        t[lane] = 0;
        due[lane] = LATE * span;
        radiusIntegral[lane] = 0;
        step.load(lane, starts, i, settings.span());
        double[][] q = step.q;
        double[][] v = step.v;
        outward[lane] = planarDot(q, v, lane);
        outward3d[lane] = outward[lane] + q[vertical][lane] * v[vertical][lane];
        root[lane] = Math.sqrt(square(q, lane));
        square[lane] = square(q, lane);
        square3d[lane] = square[lane] + q[vertical][lane] * q[vertical][lane];
        extrema.begin(lane, square[lane], q[vertical][lane]);
        coverage.begin(lane);
        leftOver[lane] = Double.NaN;
    }

    private void move(int from, int to) {
        step.move(from, to);
        for (double[] column :
                new double[][] {t, due, outward, outward3d, square, square3d, root, radiusIntegral, leftOver}) {
            column[to] = column[from];
        }
        star[to] = star[from];
        begun[to] = begun[from];
        extrema.move(from, to);
        coverage.move(from, to);
    }

    /** Radii and their derivatives at the new states. */
    private void observe(int n) {
        double[][] newQ = step.newQ;
        double[][] newV = step.newV;
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
        double[] h = step.h;
        double[][] q = step.q;
        double[][] v = step.v;
        double[][] newQ = step.newQ;
        double[][] newV = step.newV;
        step.lengths(n, settings.tolerance(), next);
        extrema.vertical(n, q[vertical], v[vertical], newQ[vertical], newV[vertical], h, doubtful);
        extrema.radial(n, square, outward, newSquare, newOutward, h, doubtful);
        extrema.spherical(n, square3d, outward3d, newSquare3d, newOutward3d, h, doubtful);
        if (settings.everyMaximum() || endsEarly) {
            signs(n, v[vertical], newV[vertical], doubtful);
        }
        if (endsEarly) {
            signs(n, outward, newOutward, doubtful);
        }
        limit(n, step.error, TAKEN_BACK * settings.tolerance(), doubtful);
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
            landing.shorten(n, newQ[vertical], newV[vertical], step.a[vertical], h, next);
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
        swap(n);
    }

    private boolean isTakenBack(int lane) {
        return !(step.error[lane] <= TAKEN_BACK * settings.tolerance());
    }

    /** The new state becomes the old one again, reached in no time; the next attempt is shorter. */
    private void takeBack(int lane) {
        step.takeBack(lane);
        newOutward[lane] = outward[lane];
        newOutward3d[lane] = outward3d[lane];
        newSquare[lane] = square[lane];
        newSquare3d[lane] = square3d[lane];
        newRoot[lane] = root[lane];
        next[lane] = Double.isNaN(step.error[lane]) ? 0.1 * step.h[lane] : next[lane];
        step.h[lane] = 0;
    }

    private void swap(int n) {
        step.accept(n);
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

    /** Finds the extrema within the last step of a lane. */
    private void turn(int lane) {
        double[][] q = step.q;
        double[][] v = step.v;
        double[][] newQ = step.newQ;
        double[][] newV = step.newV;
        double h = step.h[lane];
        double z0 = q[vertical][lane];
        double z1 = newQ[vertical][lane];
        double w0 = v[vertical][lane];
        double w1 = newV[vertical][lane];
        double az0 = step.a[vertical][0][lane];
        double az1 = step.a[vertical][LAST][lane];
        if (turns(w0, w1)) {
            double place = TurningPoint.place(z0, w0, az0, z1, w1, az1, h);
            double top = Math.abs(TurningPoint.at(place, z0, w0, az0, z1, w1, az1, h));
            extrema.maximum(lane, top);
            if (endsEarly) {
                coverage.top(lane, top, Math.sqrt(squareWithin(place, planar, lane)), t[lane]);
            }
        }
        double u0 = outward[lane];
        double u1 = newOutward[lane];
        // Second derivatives of R^2 and r^2
        double s0 = 2 * (square(v, lane) + planarAcceleration(q, 0, lane));
        double s1 = 2 * (square(newV, lane) + planarAcceleration(newQ, LAST, lane));
        if (turns(u0, u1)) {
            double place = TurningPoint.place(square[lane], 2 * u0, s0, newSquare[lane], 2 * u1, s1, h);
            double square2 = squareWithin(place, planar, lane);
            extrema.radius2(lane, square2);
            if (endsEarly) {
                double height = TurningPoint.at(place, z0, w0, az0, z1, w1, az1, h);
                coverage.radialTurn(lane, Math.sqrt(square2), height, u0 > 0, t[lane]);
                endEarly(lane);
            }
        }
        double o0 = outward3d[lane];
        double o1 = newOutward3d[lane];
        if (turns(o0, o1)) {
            s0 += 2 * (w0 * w0 + z0 * az0);
            s1 += 2 * (w1 * w1 + z1 * az1);
            double place = TurningPoint.place(square3d[lane], 2 * o0, s0, newSquare3d[lane], 2 * o1, s1, h);
            extrema.sphericalRadius2(lane, squareWithin(place, motion.dimensions(), lane));
        }
    }

    /** The orbit is over when what the rest of the span could change is little enough. */
    private void endEarly(int lane) {
        double bound = coverage.bound(lane, t[lane]);
        if (bound <= PhaseCoverage.LIMIT) {
            leftOver[lane] = bound;
            due[lane] = 0;
        }
    }

    /** The square of the first coordinates at a place in the last step: from each of them, which keeps small radii exact. */
    private double squareWithin(double place, int coordinates, int lane) {
        double square2 = 0;
        for (int d = 0; d < coordinates; d++) {
            double x = TurningPoint.at(
                    place,
                    step.q[d][lane],
                    step.v[d][lane],
                    step.a[d][0][lane],
                    step.newQ[d][lane],
                    step.newV[d][lane],
                    step.a[d][LAST][lane],
                    step.h[lane]);
            square2 += x * x;
        }
        return square2;
    }

    private static boolean turns(double d0, double d1) {
        return d0 * d1 <= 0 && d0 != d1;
    }

    private double planarAcceleration(double[][] at, int s, int lane) {
        double dot = at[0][lane] * step.a[0][s][lane];
        return planar == 1 ? dot : dot + at[1][lane] * step.a[1][s][lane];
    }

    private void finish(int lane, OrbitSummaries out) {
        int i = star[lane];
        double z = step.q[vertical][lane];
        double w = step.v[vertical][lane];
        out.steps[i] = (int) (round - begun[lane]);
        extrema.end(lane, square[lane], z, i, out);
        if (isConverged(lane)) {
            out.lateChange[i] = leftOver[lane];
        }
        out.followedGyr[i] = t[lane] * OrbitSpan.GYR_PER_KPC_PER_KMS;
        out.meanRadius[i] = radiusIntegral[lane] / t[lane];
        out.ends[i] = t[lane] >= whole || isConverged(lane)
                ? OrbitEnd.COMPLETE
                : round - begun[lane] >= MOST_STEPS ? OrbitEnd.TOO_MANY_STEPS : OrbitEnd.LOST;
        // The kinetic energy in the plane of a meridional orbit leaves out the turning.
        double kinetic = 0.5 * (square(step.v, lane) + w * w);
        double r2 = square(step.q, lane);
        double lz2 = step.lz2[lane];
        double turning = motion == Motion.MERIDIONAL && lz2 > 0 ? 0.5 * lz2 / r2 : 0;
        double[] phi = new double[1];
        field.potentials(1, new double[] {Math.sqrt(r2)}, new double[] {z}, phi);
        out.lastEnergy[i] = phi[0] + kinetic + turning;
    }

    private boolean isConverged(int lane) {
        return !Double.isNaN(leftOver[lane]);
    }
}
