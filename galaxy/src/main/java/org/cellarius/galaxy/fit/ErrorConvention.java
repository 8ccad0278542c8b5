package org.cellarius.galaxy.fit;

/** What the stated errors of y mean for the errors of a weighted line. */
public enum ErrorConvention {
    /**
     * The larger of the two others: the stated errors are multiplied by S = &radic;(&chi;&sup2;/(n &minus; 2)) where S &gt; 1, and stay where it is not. The
     * scale factor of the Particle Data Group (Workman et al. 2022, Prog. Theor. Exp. Phys. 2022, 083C01, section 5.2.2).
     */
    LARGER,
    /** They are the errors: (X&#7488; W X)&#8315;&sup1; is the covariance. scipy's {@code curve_fit(absolute_sigma=True)}. */
    ABSOLUTE,
    /** They are relative weights: the covariance is multiplied by &chi;&sup2;/(n &minus; 2). scipy's {@code curve_fit} by default, ODRPACK. */
    SCALED
}
