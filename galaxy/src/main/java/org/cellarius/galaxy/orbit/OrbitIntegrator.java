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
    private static final double LATE = 0.75;
    /** Floor of the velocity scales, of the whole speed. */
    private static final double FLOOR = 0.02;

    private final ForceField field;
    private final Motion motion;
    private final OrbitSettings settings;
    private final double span;
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
    private final int[] steps = new int[LANES];
    private final Extrema[] extrema = new Extrema[LANES];

    OrbitIntegrator(ForceField field, Motion motion, OrbitSettings settings) {
        this.field = field;
        this.motion = motion;
        this.settings = settings;
        this.span = Math.abs(settings.span().internal());
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
        Arrays.setAll(extrema, k -> new Extrema());
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
            for (int lane = 0; lane < busy; lane++) {
                if (!advance(lane)) {
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

    private void load(int lane, OrbitStarts starts, int i) {
        double sign = settings.span().gyr() < 0 ? -1 : 1;
        star[lane] = i;
        steps[lane] = 0;
        t[lane] = 0;
        lz2[lane] = starts.lz()[i] * starts.lz()[i];
        double r = starts.radius()[i];
        q[0][lane] = r;
        v[0][lane] = sign * starts.vr()[i];
        double turning = r > 0 ? starts.lz()[i] / r : 0;
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
            scale[d][lane] = FLOOR * speed;
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
        extrema[lane].begin(square(q, lane), q[vertical][lane]);
    }

    private void move(int from, int to) {
        for (int d = 0; d < motion.dimensions(); d++) {
            for (double[][] columns : new double[][][] {q, v, newQ, newV, scale}) {
                columns[d][to] = columns[d][from];
            }
            a[d][0][to] = a[d][0][from];
            a[d][Nystrom8.STAGES - 1][to] = a[d][Nystrom8.STAGES - 1][from];
        }
        for (double[] column : new double[][] {lz2, h, next, error, t, outward, outward3d, newOutward, newOutward3d}) {
            column[to] = column[from];
        }
        star[to] = star[from];
        steps[to] = steps[from];
        Extrema free = extrema[to];
        extrema[to] = extrema[from];
        extrema[from] = free;
    }

    /** One step of the first n lanes. The new state is in newQ, newV and the last stage of a. */
    private void step(int n) {
        int last = Nystrom8.STAGES - 1;
        for (int s = 1; s <= last; s++) {
            double[][] to = s == last ? newQ : stage;
            for (int d = 0; d < motion.dimensions(); d++) {
                LinearCombination.of(n, Nystrom8.A[s], a[d], sum);
                drift(n, q[d], v[d], h, Nystrom8.C[s], sum, to[d]);
                stageA[d] = a[d][s];
            }
            motion.accelerations(field, n, to, lz2, stageA, radius, force);
        }
        Arrays.fill(error, 0, n, 0);
        for (int d = 0; d < motion.dimensions(); d++) {
            LinearCombination.of(n, Nystrom8.V, a[d], sum);
            kick(n, v[d], h, sum, newV[d]);
            LinearCombination.of(n, Nystrom8.EV, a[d], sum);
            LinearCombination.of(n, Nystrom8.EQ, a[d], more);
            widen(n, newV[d], scale[d]);
            worsen(n, h, sum, more, scale[d], error);
        }
        lengths(n, error, h, settings.tolerance(), next);
        if (settings.plane() == OrbitSettings.PlaneCrossing.LAND) {
            double[][] z = a[vertical];
            land(n, newQ[vertical], newV[vertical], z[last], z[6], z[5], h, next);
        }
        if (planar == 1) {
            dot1(n, newQ[0], newV[0], newOutward);
        } else {
            dot2(n, newQ[0], newV[0], newQ[1], newV[1], newOutward);
        }
        add(n, newOutward, newQ[vertical], newV[vertical], newOutward3d);
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

    /** Shortens the next step to end at z = 0 where it would pass over it, or to half way there. */
    private static void land(
            int n, double[] z, double[] w, double[] a10, double[] a09, double[] a07, double[] h, double[] next) {
        for (int i = 0; i < n; i++) {
            double late = (a10[i] - a09[i]) * 10;
            double early = (a09[i] - a07[i]) * 5;
            double jerk = (late + (late - early) * (1 / 3.0)) / h[i];
            double time = -z[i] / w[i];
            for (int k = 0; k < 2; k++) {
                double f = z[i] + time * (w[i] + time * (0.5 * a10[i] + time * jerk * (1 / 6.0)));
                double g = w[i] + time * (a10[i] + time * 0.5 * jerk);
                time -= f / g;
            }
            double wanted = next[i];
            if (time > 0.03 * wanted && time < 2 * wanted) {
                next[i] = time <= 1.05 * wanted ? time : 0.5 * time;
            }
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

    /** Takes over the new state of a lane, or not; tells whether its star is done. */
    private boolean advance(int lane) {
        int last = Nystrom8.STAGES - 1;
        steps[lane]++;
        if (!(error[lane] <= TAKEN_BACK * settings.tolerance())) {
            if (Double.isNaN(error[lane])) {
                h[lane] *= 0.1;
            } else {
                h[lane] = next[lane];
            }
            return steps[lane] >= MOST_STEPS || h[lane] < 1e-12 * span;
        }
        Extrema e = extrema[lane];
        double step = h[lane];
        double oldW = v[vertical][lane];
        double newW = newV[vertical][lane];
        if (oldW * newW <= 0 && oldW != newW) {
            e.vertical(
                    q[vertical][lane],
                    oldW,
                    a[vertical][0][lane],
                    newQ[vertical][lane],
                    newW,
                    a[vertical][last][lane],
                    step,
                    settings.everyMaximum());
        }
        double u0 = outward[lane];
        double u1 = newOutward[lane];
        double r0 = square(q, lane);
        double r1 = square(newQ, lane);
        if (u0 * u1 <= 0 && u0 != u1 && e.mayBeRadial(r0, u0, r1, u1, step)) {
            double s0 = 2 * (square(v, lane) + planarAcceleration(q, 0, lane));
            double s1 = 2 * (square(newV, lane) + planarAcceleration(newQ, last, lane));
            e.radial(TurningPoint.value(r0, 2 * u0, s0, r1, 2 * u1, s1, step), u0);
        }
        double w0 = outward3d[lane];
        double w1 = newOutward3d[lane];
        if (w0 * w1 <= 0 && w0 != w1) {
            double z0 = q[vertical][lane];
            double z1 = newQ[vertical][lane];
            double f0 = r0 + z0 * z0;
            double f1 = r1 + z1 * z1;
            if (e.mayBeSpherical(f0, w0, f1, w1, step)) {
                double s0 = 2
                        * (square(v, lane)
                                + planarAcceleration(q, 0, lane)
                                + oldW * oldW
                                + z0 * a[vertical][0][lane]);
                double s1 = 2
                        * (square(newV, lane)
                                + planarAcceleration(newQ, last, lane)
                                + newW * newW
                                + z1 * a[vertical][last][lane]);
                e.spherical(TurningPoint.value(f0, 2 * w0, s0, f1, 2 * w1, s1, step), w0);
            }
        }
        e.pass(r0, u0, r1, u1, step);
        for (int d = 0; d < motion.dimensions(); d++) {
            q[d][lane] = newQ[d][lane];
            v[d][lane] = newV[d][lane];
            a[d][0][lane] = a[d][last][lane];
        }
        outward[lane] = u1;
        outward3d[lane] = w1;
        double now = t[lane] + step;
        t[lane] = now;
        if (now >= LATE * span && !e.late()) {
            e.remember();
        }
        double left = span - now;
        h[lane] = Math.min(next[lane], left);
        return left <= 1e-12 * span || steps[lane] >= MOST_STEPS;
    }

    private double planarAcceleration(double[][] at, int s, int lane) {
        double dot = at[0][lane] * a[0][s][lane];
        return planar == 1 ? dot : dot + at[1][lane] * a[1][s][lane];
    }

    private void finish(int lane, OrbitSummaries out) {
        int i = star[lane];
        double left = span - t[lane];
        out.steps[i] = steps[lane];
        extrema[lane].end(square(q, lane), q[vertical][lane]);
        extrema[lane].write(i, t[lane], out);
        out.ends[i] = left <= 1e-12 * span
                ? OrbitEnd.COMPLETE
                : steps[lane] >= MOST_STEPS ? OrbitEnd.TOO_MANY_STEPS : OrbitEnd.LOST;
        // The kinetic energy in the plane of a meridional orbit leaves out the turning.
        double kinetic = 0.5 * (square(v, lane) + v[vertical][lane] * v[vertical][lane]);
        double r2 = square(q, lane);
        double turning = motion == Motion.MERIDIONAL && lz2[lane] > 0 ? 0.5 * lz2[lane] / r2 : 0;
        double[] phi = new double[1];
        field.potentials(1, new double[] {Math.sqrt(r2)}, new double[] {q[vertical][lane]}, phi);
        out.lastEnergy[i] = phi[0] + kinetic + turning;
    }
}
