package org.cellarius.galaxy.potential;

/**
 * Weights for integrals of exp(&minus;&lambda;(1&minus;t)) g(t) over one interval 0 &le; t &le; 1 of a uniform grid: g is the
 * polynomial of degree five through six neighbouring values, at t = &minus;2 &hellip; 3; the exponential is integrated as it is,
 * so that steep multipoles cost no accuracy.
 */
final class RadialKernel {

    static final int FIRST = -2;
    static final int TAPS = 6;

    private static final GaussLegendre RULE = GaussLegendre.onUnitInterval(12);

    private RadialKernel() {}

    /** The weight of the value at t = FIRST + j, for each j. */
    static double[] weights(double lambda) {
        double[] weights = new double[TAPS];
        // Split where the exponential falls steeply: 12 nodes on pieces of at most 2 e-folds are exact to 1e-16.
        int pieces = Math.max(1, (int) Math.ceil(lambda / 2));
        for (int piece = 0; piece < pieces; piece++) {
            for (int i = 0; i < RULE.nodes().length; i++) {
                double t = (piece + RULE.nodes()[i]) / pieces;
                double w = RULE.weights()[i] / pieces * Math.exp(-lambda * (1 - t));
                for (int j = 0; j < TAPS; j++) {
                    weights[j] += w * lagrange(j, t);
                }
            }
        }
        return weights;
    }

    private static double lagrange(int j, double t) {
        double product = 1;
        for (int m = 0; m < TAPS; m++) {
            if (m != j) {
                product *= (t - (FIRST + m)) / (j - m);
            }
        }
        return product;
    }
}
