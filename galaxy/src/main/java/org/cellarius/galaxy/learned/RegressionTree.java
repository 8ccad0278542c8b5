package org.cellarius.galaxy.learned;

/**
 * A tree: each branch compares one label with a threshold, each leaf holds training stars.
 *
 * @param label which label the node compares; -1 for a leaf
 * @param threshold stars whose label is not above it go to {@code below}, the others to the node after it; in the label's unit
 * @param below number of the node
 * @param from first place in {@code stars} of the stars of the node
 * @param to place after the last one
 * @param stars the training stars of the tree, those of a node side by side
 */
public record RegressionTree(int[] label, double[] threshold, int[] below, int[] from, int[] to, int[] stars) {

    public RegressionTree {
        int nodes = label.length;
        if (nodes == 0
                || threshold.length != nodes
                || below.length != nodes
                || from.length != nodes
                || to.length != nodes) {
            throw new IllegalArgumentException("a tree whose nodes are not whole");
        }
        for (int k = 0; k < nodes; k++) {
            boolean leaf = label[k] < 0;
            if (from[k] < 0 || to[k] <= from[k] || to[k] > stars.length) {
                throw new IllegalArgumentException("a node without stars");
            }
            if (!leaf && (below[k] <= k || below[k] + 1 >= nodes)) {
                throw new IllegalArgumentException("a branch that leads nowhere");
            }
        }
    }

    /** The last node on the way of a star, from the root to its leaf, that has at least so many training stars. */
    int nodeOf(double[] labels, int least) {
        int node = 0;
        while (label[node] >= 0) {
            int next = labels[label[node]] <= threshold[node] ? below[node] : below[node] + 1;
            if (to[next] - from[next] < least) {
                return node;
            }
            node = next;
        }
        return node;
    }
}
