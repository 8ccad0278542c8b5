package org.cellarius.galaxy.dust;

/** The reddening of a star that is nearer than the first distance of a map. */
public enum BeforeFirst {
    /** The first value times the star's distance by the first one (so does dustmaps 1.0 for Bayestar). */
    PROPORTIONAL,
    /** No value. */
    NONE;

    double of(double first, double share) {
        return switch (this) {
            case PROPORTIONAL -> first * share;
            case NONE -> Double.NaN;
        };
    }
}
