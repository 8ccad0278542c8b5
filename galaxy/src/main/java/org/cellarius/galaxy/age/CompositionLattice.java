package org.cellarius.galaxy.age;

import java.util.Arrays;

/**
 * Compositions at which a star's likelihood is summed along one axis of a grid: points in the middle of equal steps, clipped to the axis.
 *
 * <p>A smooth integrand that falls off on both sides is summed far better than the step suggests: a Gaussian of width &sigma; to 2 exp(&minus;2&pi;&sup2;&sigma;&sup2;/h&sup2;).
 */
final class CompositionLattice {

    private static final int MOST = 400;

    /** [Fe/H] or [&alpha;/Fe], dex. */
    final double[] at;
    /** Share of the prior, flat over the axis; all of it where the axis has one value. */
    final double[] weight;
    /** Squared distance from what is measured, in errors; 0 where it is not. */
    final double[] square;
    /** Interval of the axis. */
    final int[] interval;
    /** Place within the interval, from 0 to 1. */
    final double[] share;

    final int size;

    private CompositionLattice(double[] axis, double[] at, double[] weight, double[] square) {
        this.at = at;
        this.weight = weight;
        this.square = square;
        size = at.length;
        interval = new int[size];
        share = new double[size];
        for (int n = 0; n < size; n++) {
            int i = 0;
            while (i < axis.length - 2 && axis[i + 1] <= at[n]) {
                i++;
            }
            interval[n] = i;
            share[n] = axis.length == 1 ? 0 : (at[n] - axis[i]) / (axis[i + 1] - axis[i]);
        }
    }

    /**
     * Points about what is measured.
     *
     * @param width how narrow the integrand may be: the step
     * @param reach squared distance, in errors, to which they go
     */
    static CompositionLattice about(double[] axis, double value, double error, double width, double reach) {
        if (axis.length == 1) {
            double away = (axis[0] - value) / error;
            return new CompositionLattice(axis, axis.clone(), new double[] {1}, new double[] {away * away});
        }
        double from = Math.max(axis[0], value - error * Math.sqrt(reach));
        double to = Math.min(axis[axis.length - 1], value + error * Math.sqrt(reach));
        if (!(from < to)) {
            // All of the axis is further off than the reach: its end stands for it.
            double end = value < axis[0] ? axis[0] : axis[axis.length - 1];
            double away = (end - value) / error;
            return new CompositionLattice(axis, new double[] {end}, new double[] {1}, new double[] {away * away});
        }
        double step = Math.max(width, (to - from) / MOST);
        int first = (int) Math.floor((from - value) / step + 0.5);
        int last = (int) Math.ceil((to - value) / step - 0.5);
        double[] at = new double[last - first + 1];
        double[] weight = new double[at.length];
        double[] square = new double[at.length];
        for (int n = 0; n < at.length; n++) {
            double low = Math.max(from, value + (first + n - 0.5) * step);
            double high = Math.min(to, value + (first + n + 0.5) * step);
            at[n] = 0.5 * (low + high);
            weight[n] = Math.max(high - low, 0) / (axis[axis.length - 1] - axis[0]);
            double away = (at[n] - value) / error;
            square[n] = away * away;
        }
        return new CompositionLattice(axis, at, weight, square);
    }

    /** Points over the whole axis, where nothing is measured. */
    static CompositionLattice over(double[] axis, double width) {
        if (axis.length == 1) {
            return new CompositionLattice(axis, axis.clone(), new double[] {1}, new double[1]);
        }
        double span = axis[axis.length - 1] - axis[0];
        int n = (int) Math.min(Math.max(Math.ceil(span / width), 2.0 * (axis.length - 1)), MOST);
        double[] at = new double[n];
        for (int i = 0; i < n; i++) {
            at[i] = axis[0] + span * (i + 0.5) / n;
        }
        double[] weight = new double[n];
        Arrays.fill(weight, 1.0 / n);
        return new CompositionLattice(axis, at, weight, new double[n]);
    }
}
