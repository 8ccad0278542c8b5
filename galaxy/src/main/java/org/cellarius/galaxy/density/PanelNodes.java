package org.cellarius.galaxy.density;

/**
 * Stars moved onto fixed nodes: within a panel [from, from + width] a smooth function is the polynomial through its values at Chebyshev's nodes, so that a sum of it over stars is a sum over
 * the nodes with the stars' shares as weights.
 */
record PanelNodes(double from, double width, int count) {

    /** The node's place. */
    double at(int k) {
        return from + 0.5 * width * (1 - chebyshev(k));
    }

    private double chebyshev(int k) {
        return Math.cos(Math.PI * (k + 0.5) / count);
    }

    /** The share of each node in a place: Lagrange's polynomials by the barycentric formula. */
    double[] shares(double place) {
        double[] share = new double[count];
        double sum = 0;
        for (int k = 0; k < count; k++) {
            double away = place - at(k);
            if (away == 0) {
                double[] one = new double[count];
                one[k] = 1;
                return one;
            }
            share[k] = (k % 2 == 0 ? 1 : -1) * Math.sin(Math.PI * (k + 0.5) / count) / away;
            sum += share[k];
        }
        for (int k = 0; k < count; k++) {
            share[k] /= sum;
        }
        return share;
    }
}
