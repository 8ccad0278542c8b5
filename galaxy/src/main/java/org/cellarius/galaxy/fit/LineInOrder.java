package org.cellarius.galaxy.fit;

/** A line whose stars come one after the other in rising order of x, and are not held. It is the line that {@link LineEstimator#fit} lays through the same stars. */
public interface LineInOrder {

    /** The next star; x must not fall. Both are finite. */
    void add(double x, double y);

    /**
     * The line, after the last star.
     *
     * @param missing stars that lack x or y
     */
    FittedLine line(long missing);
}
