package org.cellarius.galaxy.sky;

/**
 * Errors of the positions of two tables: a pair is a candidate if its separation is not larger than so many times the root of the
 * sum of both errors' squares. Where both positions scatter in each direction like a Gaussian about one true place, the separation in
 * units of that root follows the Rayleigh distribution: 98.9 per cent of true pairs lie within 3 (1 - exp(-k&sup2;/2)).
 *
 * @param ofAArcsec standard deviation of each coordinate by row of A, arcsec; negative or missing: no candidate
 * @param ofBArcsec the same of B
 * @param sigmas how many of them
 */
public record PositionErrors(double[] ofAArcsec, double[] ofBArcsec, double sigmas) {
    public PositionErrors {
        if (!(sigmas > 0 && sigmas < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(sigmas + " sigmas: a positive number is expected");
        }
    }

    /** The error of the separation of two rows, arcsec; NaN where one is not known. */
    public double combinedArcsec(int a, int b) {
        double ofA = ofAArcsec[a];
        double ofB = ofBArcsec[b];
        return ofA >= 0 && ofB >= 0 ? Math.sqrt(ofA * ofA + ofB * ofB) : Double.NaN;
    }

    /** Whether two rows are near enough. */
    boolean allow(int a, int b, double haversine) {
        return Separation.arcsecOf(haversine) <= sigmas * combinedArcsec(a, b);
    }
}
