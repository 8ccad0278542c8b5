package org.cellarius.galaxy.smooth;

/**
 * A smooth map and what was found with it.
 *
 * @param surface the function with its posterior
 * @param n stars behind it
 * @param scatter intrinsic scatter s, unit of the value; 0 where stated errors explain all
 * @param scatterError one sigma of s, from the expected information
 * @param lnLambda natural logarithms of the smoothing parameters, coordinate by coordinate; the penalty is in the value's unit, squared
 * @param effectiveFreedom effective degrees of freedom, constants included
 * @param lnLikelihood the restricted likelihood at s and &lambda;
 * @param passes passes over the stars
 */
public record SmoothFit(
        SmoothSurface surface,
        long n,
        double scatter,
        double scatterError,
        double[] lnLambda,
        double effectiveFreedom,
        double lnLikelihood,
        int passes)
        implements SmoothStep {
    public SmoothFit {
        lnLambda = lnLambda.clone();
    }

    @Override
    public double[] lnLambda() {
        return lnLambda.clone();
    }
}
