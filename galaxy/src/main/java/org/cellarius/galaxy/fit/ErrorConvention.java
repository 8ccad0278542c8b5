package org.cellarius.galaxy.fit;

/** What the stated errors of y mean for the errors of a weighted line. */
public enum ErrorConvention {
    /** They are the errors: (X&#7488; W X)&#8315;&sup1; is the covariance. scipy's {@code curve_fit(absolute_sigma=True)}. */
    ABSOLUTE,
    /** They are relative weights: the covariance is multiplied by &chi;&sup2;/(n &minus; 2). scipy's {@code curve_fit} by default, ODRPACK. */
    SCALED
}
