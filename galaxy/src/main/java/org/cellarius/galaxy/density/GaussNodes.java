package org.cellarius.galaxy.density;

/** Gauss and Legendre's rule with four nodes on pieces of an interval. */
final class GaussNodes {

    private static final double[] AT = {
        -Math.sqrt(3.0 / 7 + 2.0 / 7 * Math.sqrt(1.2)),
        -Math.sqrt(3.0 / 7 - 2.0 / 7 * Math.sqrt(1.2)),
        Math.sqrt(3.0 / 7 - 2.0 / 7 * Math.sqrt(1.2)),
        Math.sqrt(3.0 / 7 + 2.0 / 7 * Math.sqrt(1.2))
    };

    private static final double[] WEIGHT = {
        (18 - Math.sqrt(30)) / 36, (18 + Math.sqrt(30)) / 36, (18 + Math.sqrt(30)) / 36, (18 - Math.sqrt(30)) / 36
    };

    private GaussNodes() {}

    /** Receives a node. */
    @FunctionalInterface
    interface Node {
        void at(double x, double weight);
    }

    /** The nodes of so many equal pieces of [from, to]. */
    static void over(double from, double to, int pieces, Node node) {
        double half = 0.5 * (to - from) / pieces;
        for (int p = 0; p < pieces; p++) {
            double middle = from + (2 * p + 1) * half;
            for (int k = 0; k < AT.length; k++) {
                node.at(middle + half * AT[k], half * WEIGHT[k]);
            }
        }
    }
}
