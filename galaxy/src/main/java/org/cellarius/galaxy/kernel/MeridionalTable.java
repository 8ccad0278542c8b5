package org.cellarius.galaxy.kernel;

/**
 * A function T(R, |z|) as a tensor product of uniform B-splines on scaled axes, times a factor that falls as 1/r: &Phi; = T
 * (R&sup2;+z&sup2;+s&sup2;)^&minus;&frac12;. The B-splines are those of {@link SplineDegree}, degree! times as large as usual, the
 * coefficients smaller accordingly.
 *
 * @param degree of the spline along either axis
 * @param coefficients by rows of R: (cells in R + degree) rows of (cells in z + degree)
 * @param radial axis of R
 * @param vertical axis of |z|
 * @param softening2Kpc2 s&sup2;
 */
public record MeridionalTable(
        SplineDegree degree, double[] coefficients, ScaledAxis radial, ScaledAxis vertical, double softening2Kpc2) {

    public MeridionalTable {
        int expected = count(degree, radial, vertical);
        if (coefficients.length != expected) {
            throw new IllegalArgumentException(coefficients.length + " coefficients: these axes need " + expected);
        }
    }

    /** How many coefficients splines on these axes have. */
    public static int count(SplineDegree degree, ScaledAxis radial, ScaledAxis vertical) {
        return (radial.cells() + degree.degree()) * (vertical.cells() + degree.degree());
    }

    /** From one row of coefficients to the next. */
    int stride() {
        return vertical.cells() + degree.degree();
    }
}
