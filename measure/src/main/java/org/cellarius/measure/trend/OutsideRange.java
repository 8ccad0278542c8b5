package org.cellarius.measure.trend;

/** What happens to stars beyond the range of those that made a trend. */
public enum OutsideRange {
    /** Their corrected value is missing. */
    MISSING,
    /** The trend stays what it is at the end of the range. */
    LEVEL,
    /** The polynomial goes on; a high degree swings. */
    EXTRAPOLATED
}
