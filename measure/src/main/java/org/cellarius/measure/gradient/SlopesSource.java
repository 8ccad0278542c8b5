package org.cellarius.measure.gradient;

import org.cellarius.galaxy.fit.SlopeOfSlopes;

/**
 * A line through the slopes of a gradient's slices: how the gradient changes with age, or with azimuth.
 *
 * @param centres where a slope stands within its slice
 */
public record SlopesSource(SlopeOfSlopes line, Centres centres) {

    /** Where the slope of a slice stands. */
    public enum Centres {
        /** In the middle of the slice (Chen et al. 2025). */
        MIDDLE,
        /** At the mean of the slice's stars. */
        MEAN
    }
}
