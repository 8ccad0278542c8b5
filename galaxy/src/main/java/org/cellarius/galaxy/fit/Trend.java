package org.cellarius.galaxy.fit;

/** How a quantity runs along another, known between two ends: what is subtracted to remove a trend. */
public sealed interface Trend permits Polynomial, InterpolatedTrend {

    /** The trend at x, its units; beyond the ends a polynomial goes on, interpolated values stay what they are at the end. */
    double at(double x);

    /** Lower end of the stars that made it, units of x. */
    double from();

    /** Upper end, units of x. */
    double to();

    /** Number of stars that made it. */
    long n();
}
