package org.cellarius.galaxy.potential;

/** Nodes and weights of Gauss and Legendre's quadrature on [0, 1], by Newton's method on P_n. */
public record GaussLegendre(double[] nodes, double[] weights) {

    /** The rule with n nodes. */
    public static GaussLegendre onUnitInterval(int n) {
        double[] nodes = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            double x = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
            double slope = 1;
            for (int step = 0; step < 4; step++) {
                double p = 1;
                double before = 0;
                for (int k = 0; k < n; k++) {
                    double next = ((2 * k + 1) * x * p - k * before) / (k + 1);
                    before = p;
                    p = next;
                }
                slope = n * (x * p - before) / (x * x - 1);
                x -= p / slope;
            }
            nodes[i] = 0.5 * (1 + x);
            weights[i] = 1 / ((1 - x * x) * slope * slope);
        }
        return new GaussLegendre(nodes, weights);
    }
}
