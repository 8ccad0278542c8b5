package org.cellarius.galaxy.fit;

/** What the errors of measured slopes mean for a line through them. */
public enum SlopeErrors {
    /** Nothing: all points scatter by the same &epsilon; (Chen et al. 2025, figure A1, as printed). */
    AS_PRINTED,
    /** Their squares add to &epsilon;&sup2;, which then is the scatter beyond them. */
    WITH_ERRORS
}
