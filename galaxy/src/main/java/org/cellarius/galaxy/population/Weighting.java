package org.cellarius.galaxy.population;

/**
 * How much stars count in a statistic. A star that a survey takes with probability p stands for 1/p stars like it (Horvitz and Thompson 1952, J. Am. Stat. Assoc. 47, 663).
 */
public enum Weighting {
    /** Every star counts the same. */
    EQUAL,
    /** A column behind the value says how much a star counts: a positive number. */
    BY_STAR;

    /** Columns between the value and those of a grouping. */
    public int columns() {
        return this == BY_STAR ? 1 : 0;
    }

    /** How much the star of a row counts, its weight in column {@code at}. */
    double of(double[][] in, int at, int row) {
        return this == BY_STAR ? in[at][row] : 1;
    }

    /** Whether a star counts at all: a weight that is missing leaves it out. */
    boolean counts(double[][] in, int at, int row) {
        return this == EQUAL || Double.isFinite(in[at][row]);
    }
}
