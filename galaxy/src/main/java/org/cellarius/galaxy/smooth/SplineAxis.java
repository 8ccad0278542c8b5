package org.cellarius.galaxy.smooth;

/**
 * Cubic B-splines on equal intervals of one coordinate, with a penalty on the differences of their coefficients (P-splines: Eilers and Marx 1996, 1996StaSc..11...89E, eqs. 4 and 8).
 *
 * @param from lower end, in the unit of the coordinate
 * @param to upper end, likewise; of a periodic coordinate the same place as {@code from}
 * @param intervals equal intervals between the knots, 1 at least, 4 of a periodic coordinate
 * @param periodic whether the function joins smoothly at both ends
 * @param differences order q of the penalized differences, 1 to 3: polynomials of degree q &minus; 1 are free of penalty, of a periodic coordinate constants only
 */
public record SplineAxis(double from, double to, int intervals, boolean periodic, int differences) {

    /** B-splines that differ from zero at a place. */
    static final int LOCAL = 4;

    /** Intervals that a periodic coordinate needs: its four local splines are different ones. */
    private static final int FEWEST_PERIODIC = 4;

    private static final int MOST = 200;

    public SplineAxis {
        if (!(to > from) || !Double.isFinite(to - from)) {
            throw new IllegalArgumentException("the range from " + from + " to " + to + " does not rise");
        }
        if (intervals < (periodic ? FEWEST_PERIODIC : 1) || intervals > MOST) {
            throw new IllegalArgumentException(intervals + " intervals of a smooth map: from "
                    + (periodic ? FEWEST_PERIODIC : 1) + " to " + MOST + " are possible"
                    + (periodic ? " along a periodic coordinate" : ""));
        }
        if (differences < 1 || differences > 3) {
            throw new IllegalArgumentException("differences of order " + differences + ": 1, 2 or 3 can be penalized");
        }
    }

    /** How many coefficients it has. */
    public int coefficients() {
        return periodic ? intervals : intervals + LOCAL - 1;
    }

    /** Polynomials along this coordinate that the penalty leaves free. */
    int freeOfPenalty() {
        return periodic ? 1 : Math.min(differences, coefficients());
    }

    /** The interval of a place, from 0; &minus;1 outside the range, and for NaN. A periodic coordinate is carried into its range. */
    public int interval(double x) {
        double t = along(x);
        if (!(t >= 0 && t <= intervals)) {
            return -1;
        }
        return Math.min(intervals - 1, (int) t);
    }

    /** Intervals from the lower end. */
    private double along(double x) {
        double t = (x - from) * intervals / (to - from);
        return periodic ? t - intervals * Math.floor(t / intervals) : t;
    }

    /**
     * The four splines that differ from zero at a place; their sum is 1.
     *
     * @param interval that of the place
     * @param into receives them, from {@code at} on
     */
    void weights(double x, int interval, double[] into, int at) {
        double t = along(x) - interval;
        double u = 1 - t;
        into[at] = u * u * u / 6;
        into[at + 1] = (4 - 6 * t * t + 3 * t * t * t) / 6;
        into[at + 2] = (4 - 6 * u * u + 3 * u * u * u) / 6;
        into[at + 3] = t * t * t / 6;
    }

    /** The number of the k-th of the splines that differ from zero in an interval. */
    int coefficient(int interval, int k) {
        int number = interval + k;
        return periodic && number >= intervals ? number - intervals : number;
    }

    /** D&#7488;D, D being the differences: c&#7488;D&#7488;D c is the roughness of coefficients c. */
    double[][] penalty() {
        int n = coefficients();
        double[] stencil = {1};
        for (int q = 0; q < differences; q++) {
            double[] next = new double[stencil.length + 1];
            for (int k = 0; k < stencil.length; k++) {
                next[k] -= stencil[k];
                next[k + 1] += stencil[k];
            }
            stencil = next;
        }
        double[][] p = new double[n][n];
        int rows = periodic ? n : Math.max(0, n - differences);
        for (int row = 0; row < rows; row++) {
            for (int a = 0; a < stencil.length; a++) {
                for (int b = 0; b < stencil.length; b++) {
                    p[(row + a) % n][(row + b) % n] += stencil[a] * stencil[b];
                }
            }
        }
        return p;
    }

    /** The eigenvalues of the penalty, rising; those of what it leaves free are exactly 0. */
    double[] roughness() {
        double[] values = SymmetricEigenvalues.rising(penalty());
        java.util.Arrays.fill(values, 0, freeOfPenalty(), 0);
        return values;
    }
}
