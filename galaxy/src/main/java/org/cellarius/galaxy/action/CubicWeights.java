package org.cellarius.galaxy.action;

/** Lagrange's cubic through four neighbouring nodes of a uniform grid: the first of them and their weights. */
final class CubicWeights {

    final double[] weight = new double[4];
    int first;

    /** At the place x on nodes 0 to count - 1; beyond them, and in the outermost cells, the outermost four are used. */
    void set(double x, int count) {
        first = Math.max(0, Math.min((int) x - 1, count - 4));
        double t = x - first;
        double a = t - 1;
        double b = t - 2;
        double c = t - 3;
        weight[0] = -a * b * c / 6;
        weight[1] = t * b * c / 2;
        weight[2] = -t * a * c / 2;
        weight[3] = t * a * b / 6;
    }
}
