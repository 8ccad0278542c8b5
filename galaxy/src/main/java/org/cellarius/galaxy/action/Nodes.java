package org.cellarius.galaxy.action;

import org.cellarius.galaxy.potential.ForceField;

/** The nodes of the integrals of a block of stars: places, weights and, once evaluated, &Phi;. */
final class Nodes {

    static final int MOST_PER_STAR = 64;

    private static final int CAPACITY = StaeckelStars.CAPACITY * MOST_PER_STAR;

    final double[] coordinate = new double[CAPACITY];
    final double[] weight = new double[CAPACITY];
    final double[] radius = new double[CAPACITY];
    final double[] height = new double[CAPACITY];
    final double[] phi = new double[CAPACITY];
    /** Where the nodes of each star end; those of the next begin there. */
    final int[] end = new int[StaeckelStars.CAPACITY];

    private int count;

    void clear() {
        count = 0;
    }

    /** A node; radius and height are given by their squares, of which whole columns take the roots. */
    void add(double atCoordinate, double withWeight, double radiusKpc2, double heightKpc2) {
        coordinate[count] = atCoordinate;
        weight[count] = withWeight;
        radius[count] = radiusKpc2;
        height[count] = heightKpc2;
        count++;
    }

    void endOf(int star) {
        end[star] = count;
    }

    int beginOf(int star) {
        return star == 0 ? 0 : end[star - 1];
    }

    void evaluate(ForceField field) {
        roots(count, radius);
        roots(count, height);
        field.potentials(count, radius, height, phi);
    }

    private static void roots(int n, double[] squares) {
        for (int k = 0; k < n; k++) {
            squares[k] = Math.sqrt(squares[k]);
        }
    }
}
