package org.cellarius.galaxy.dust;

/** The reddening of a star that is farther than the last distance of a map. */
public enum BeyondLast {
    /** The last value, a lower limit (so does dustmaps 1.0 for Bayestar; mwdust extrapolates its spline instead). */
    LAST_VALUE,
    /** No value. */
    NONE;

    double of(double last) {
        return switch (this) {
            case LAST_VALUE -> last;
            case NONE -> Double.NaN;
        };
    }
}
