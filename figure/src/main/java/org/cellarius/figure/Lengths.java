package org.cellarius.figure;

/** Refuses arrays that should run side by side and do not. */
final class Lengths {

    private Lengths() {}

    static void mustBe(int expected, String name, double[] array) {
        if (array.length != expected) {
            throw new IllegalArgumentException(
                    name + " has " + array.length + " values where " + expected + " were expected");
        }
    }

    static void mustBeEmptyOr(int expected, String name, double[] array) {
        if (array.length != 0) {
            mustBe(expected, name, array);
        }
    }

    /** Edges of adjoining bins: finite and growing, one more than there are bins. */
    static void mustGrow(String name, double[] edges) {
        for (int i = 0; i < edges.length; i++) {
            if (!Double.isFinite(edges[i]) || (i > 0 && edges[i] <= edges[i - 1])) {
                throw new IllegalArgumentException(
                        name + "[" + i + "] = " + edges[i] + ": bin edges must be finite and must grow");
            }
        }
    }
}
