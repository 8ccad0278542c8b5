package org.cellarius.galaxy.learned;

import java.util.function.IntPredicate;

/** The training stars that are like a star, with weights that sum to 1. One instance per thread: it owns scratch. */
final class Neighbours {

    private final ConditionalForest forest;
    private final int least;
    private final double[] weights;
    private final int[] places;
    private int count;

    /**
     * The neighbours by a forest.
     *
     * @param least fewest stars that a tree names
     * @param stars number of training stars
     */
    Neighbours(ConditionalForest forest, int least, int stars) {
        this.forest = forest;
        this.least = least;
        this.weights = new double[stars];
        this.places = new int[stars];
    }

    /** Looks for them in some of the trees, by number; each star of a node has one over the number of its stars. */
    boolean find(double[] labels, IntPredicate trees) {
        for (int k = 0; k < count; k++) {
            weights[places[k]] = 0;
        }
        count = 0;
        int asked = 0;
        for (int t = 0; t < forest.trees().size(); t++) {
            if (trees.test(t)) {
                asked++;
                add(forest.trees().get(t), labels);
            }
        }
        for (int k = 0; k < count; k++) {
            weights[places[k]] /= asked;
        }
        return asked > 0;
    }

    private void add(RegressionTree tree, double[] labels) {
        int leaf = tree.nodeOf(labels, least);
        double share = 1.0 / (tree.to()[leaf] - tree.from()[leaf]);
        for (int i = tree.from()[leaf]; i < tree.to()[leaf]; i++) {
            int star = tree.stars()[i];
            if (weights[star] == 0) {
                places[count++] = star;
            }
            weights[star] += share;
        }
    }

    int count() {
        return count;
    }

    int star(int k) {
        return places[k];
    }

    double weight(int k) {
        return weights[places[k]];
    }
}
