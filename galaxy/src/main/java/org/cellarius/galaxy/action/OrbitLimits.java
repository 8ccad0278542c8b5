package org.cellarius.galaxy.action;

import org.cellarius.galaxy.potential.ForceField;

/** Finds the box of each star of a block: inner and outer &sigma;, greatest q. */
final class OrbitLimits {

    /** Inner limits are sought no nearer than this part of the star's &sigma; at first. */
    private static final double NEAR = 0.02;

    private final StaeckelStars stars;
    private final RadialEquation radial;
    private final VerticalEquation vertical;
    private final TurningPoints turning = new TurningPoints();
    private final int[] all = new int[StaeckelStars.CAPACITY];
    private final double[] end = new double[StaeckelStars.CAPACITY];
    private final double[] value = new double[StaeckelStars.CAPACITY];
    private final double[] slope = new double[StaeckelStars.CAPACITY];
    private final double[] atEnd = new double[StaeckelStars.CAPACITY];
    private final double[] unused = new double[StaeckelStars.CAPACITY];

    OrbitLimits(ForceField field, StaeckelStars stars) {
        this.stars = stars;
        radial = new RadialEquation(field, stars);
        vertical = new VerticalEquation(field, stars);
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
    }

    void find(int n) {
        radial.evaluate(n, all, stars.sigma, value, slope);
        innermost(n);
        turning.clear();
        for (int i = 0; i < n; i++) {
            if (atEnd[i] >= 0 || stars.sigma[i] == 0) {
                stars.inner[i] = 0;
            } else {
                turning.add(i, start(i, -1), stars.sigma[i], 0);
            }
        }
        turning.solve(radial, stars.inner);
        for (int i = 0; i < n; i++) {
            double from = stars.sigma[i] > 0 ? start(i, 1) : 1e-6;
            turning.add(i, from, stars.sigma[i], Double.POSITIVE_INFINITY);
        }
        turning.solve(radial, stars.outer);
        latitude(n);
        for (int i = 0; i < n; i++) {
            stars.inner[i] = Math.min(stars.inner[i], stars.sigma[i]);
            stars.outer[i] = Math.max(stars.outer[i], stars.sigma[i]);
        }
    }

    /** p_u&sup2; on the axis: without angular momentum an orbit may pass it. */
    private void innermost(int n) {
        boolean any = false;
        for (int i = 0; i < n; i++) {
            any |= stars.lz2[i] == 0;
            end[i] = 0;
            atEnd[i] = -1;
        }
        if (!any) {
            return;
        }
        radial.evaluate(n, all, end, atEnd, unused);
        for (int i = 0; i < n; i++) {
            atEnd[i] = stars.lz2[i] == 0 ? atEnd[i] : -1;
        }
    }

    /** The limit on one side if p_u&sup2; were a parabola with the curvature that it has where the rotation curve is flat. */
    private double start(int i, int side) {
        double s = stars.sigma[i];
        double f = Math.max(value[i], 0);
        double barrier = stars.lz2[i] > 0 ? stars.delta2[i] * stars.lz2[i] / (s * s) : 0;
        // slope = 2(E - Phi) - 2 s Phi' + barrier, and 2 s (E - Phi) is about f + 2 I_3
        double pull = 2 * (stars.energy[i] - stars.phi[i]) - slope[i] + barrier;
        double bend = (Math.max(pull, 0) + 2 * barrier) / s;
        double guess = s + (slope[i] + side * Math.sqrt(slope[i] * slope[i] + 2 * f * bend)) / bend;
        if (!(guess > NEAR * s)) {
            guess = NEAR * s;
        }
        return guess < 1e3 * s ? guess : 4 * s;
    }

    private void latitude(int n) {
        vertical.evaluate(n, all, stars.q, value, slope);
        for (int i = 0; i < n; i++) {
            end[i] = 1;
            atEnd[i] = -1;
        }
        polar(n);
        turning.clear();
        for (int i = 0; i < n; i++) {
            if (stars.pv2[i] == 0 && stars.q[i] == 0) {
                stars.greatestQ[i] = 0;
            } else if (atEnd[i] >= 0) {
                stars.greatestQ[i] = 1;
            } else {
                double guess = stars.q[i] - value[i] / slope[i];
                boolean useful = slope[i] < 0 && guess < 1;
                turning.add(i, useful ? Math.max(guess, stars.q[i]) : 0.5 * (1 + stars.q[i]), stars.q[i], 1);
            }
        }
        turning.solve(vertical, stars.greatestQ);
        for (int i = 0; i < n; i++) {
            stars.greatestQ[i] = Math.max(stars.q[i], Math.min(stars.greatestQ[i], 1));
        }
    }

    private void polar(int n) {
        boolean any = false;
        for (int i = 0; i < n; i++) {
            any |= stars.lz2[i] == 0;
        }
        if (any) {
            vertical.evaluate(n, all, end, atEnd, unused);
            for (int i = 0; i < n; i++) {
                atEnd[i] = stars.lz2[i] == 0 ? atEnd[i] : -1;
            }
        }
    }
}
