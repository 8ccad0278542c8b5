package org.cellarius.galaxy.kernel;

/**
 * A function T(R, |z|) as a tensor product of uniform cubic B-splines on scaled axes, times a factor that falls as 1/r: &Phi; = T
 * (R&sup2;+z&sup2;+s&sup2;)^&minus;&frac12;. The B-splines are taken six times as large as usual, the coefficients 36 times as
 * small.
 *
 * @param coefficients by rows of R: (cells in R + 3) rows of (cells in z + 3)
 * @param radial axis of R
 * @param vertical axis of |z|
 * @param softening2Kpc2 s&sup2;
 */
public record MeridionalTable(double[] coefficients, ScaledAxis radial, ScaledAxis vertical, double softening2Kpc2) {

    public MeridionalTable {
        int expected = (radial.cells() + 3) * (vertical.cells() + 3);
        if (coefficients.length != expected) {
            throw new IllegalArgumentException(coefficients.length + " coefficients: these axes need " + expected);
        }
    }

    /** From one row of coefficients to the next. */
    int stride() {
        return vertical.cells() + 3;
    }
}
