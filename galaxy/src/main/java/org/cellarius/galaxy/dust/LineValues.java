package org.cellarius.galaxy.dust;

/** Cumulative reddening along many lines of sight. Safe for several threads. */
public interface LineValues {

    /**
     * One number.
     *
     * @param line from 0
     * @param distance number of the distance, from 0
     * @param which 0 best value, 1 quantile 0.16, 2 quantile 0.84
     */
    double value(int line, int distance, int which);
}
