package org.cellarius.galaxy.potential;

/**
 * Interpolation by a uniform cubic spline on cells 0 &hellip; N: through its values at the N+1 nodes, with given derivatives at both
 * ends: N+3 conditions for N+3 coefficients of B-splines six times as large as usual (de Boor 1978, A Practical Guide to Splines).
 */
final class SplineConditions {

    private SplineConditions() {}

    /**
     * Replaces the conditions by the coefficients: the derivative (per cell) at the start, the values at the nodes, the derivative
     * at the end.
     */
    static void solve(double[] x) {
        int n = x.length - 2;
        // At a node 1, 4, 1 times three neighbours; the derivatives there are -3, 0, 3 times them. The outer two are
        // eliminated.
        double first = x[0];
        double last = x[n + 1];
        x[1] += first / 3;
        x[n] -= last / 3;
        double[] above = new double[n + 1];
        double pivot = 4;
        above[1] = 2 / pivot;
        x[1] /= pivot;
        for (int i = 2; i <= n; i++) {
            double below = i == n ? 2 : 1;
            pivot = 4 - below * above[i - 1];
            above[i] = 1 / pivot;
            x[i] = (x[i] - below * x[i - 1]) / pivot;
        }
        for (int i = n - 1; i >= 1; i--) {
            x[i] -= above[i] * x[i + 1];
        }
        x[0] = x[2] - first / 3;
        x[n + 1] = x[n - 1] + last / 3;
    }
}
