package org.cellarius.measure.plane;

/** What is drawn beside a plane on request. */
public enum Companion {
    /** Number of stars. */
    N,
    /** Error of the statistic. */
    ERROR,
    /** The statistic of a model, and of what the stars differ from it. */
    RESIDUAL;

    /** As studies write it. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
