package org.cellarius.galaxy.learned;

/**
 * How a forest is grown.
 *
 * @param trees number of trees
 * @param leastInLeaf fewest training stars in a leaf
 * @param seed of the samples and of the labels that each split may choose from
 */
public record ForestPlan(int trees, int leastInLeaf, long seed) {

    /** Each tree is grown on this share of the stars, drawn without replacement; the others tell how well it does. */
    static final double SHARE = 0.5;

    public ForestPlan {
        if (trees < 10 || trees > 10_000) {
            throw new IllegalArgumentException("a forest of " + trees + " trees; it needs 10 to 10000");
        }
        if (leastInLeaf < 1) {
            throw new IllegalArgumentException("leaves of " + leastInLeaf + " stars");
        }
    }

    /** A forest of the usual size. */
    public static ForestPlan usual(long seed) {
        return new ForestPlan(200, 8, seed);
    }
}
