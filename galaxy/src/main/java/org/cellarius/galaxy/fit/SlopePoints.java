package org.cellarius.galaxy.fit;

import org.cellarius.galaxy.posterior.Prior;

/**
 * The line a + b c through points, given their scatter &epsilon;: normal in a and b, and so are its priors.
 *
 * @param at c
 * @param values y
 * @param variances added to &epsilon;&sup2;
 * @param intercept prior of a
 * @param slope prior of b
 */
record SlopePoints(double[] at, double[] values, double[] variances, Prior.Normal intercept, Prior.Normal slope) {

    /**
     * a and b given &epsilon;.
     *
     * @param lnLikelihood ln of the likelihood averaged over the priors of a and b
     */
    record Given(double lnLikelihood, double a, double b, double varianceA, double varianceB, double covariance) {

        double mean(double c) {
            return a + b * c;
        }

        double sd(double c) {
            return Math.sqrt(varianceA + c * (2 * covariance + c * varianceB));
        }
    }

    Given given(double scatter) {
        double a0 = intercept.mean();
        double b0 = slope.mean();
        double pa = 1 / (intercept.sd() * intercept.sd());
        double pb = 1 / (slope.sd() * slope.sd());
        double waa = pa;
        double wab = 0;
        double wbb = pb;
        double ya = 0;
        double yb = 0;
        double lnVariances = 0;
        for (int k = 0; k < at.length; k++) {
            double variance = scatter * scatter + variances[k];
            double w = 1 / variance;
            // Relative to the prior's line, so that nothing but differences enters.
            double y = values[k] - a0 - b0 * at[k];
            waa += w;
            wab += w * at[k];
            wbb += w * at[k] * at[k];
            ya += w * y;
            yb += w * at[k] * y;
            lnVariances += Math.log(2 * Math.PI * variance);
        }
        double determinant = waa * wbb - wab * wab;
        double a = (wbb * ya - wab * yb) / determinant;
        double b = (waa * yb - wab * ya) / determinant;
        double squares = a * a * pa + b * b * pb;
        for (int k = 0; k < at.length; k++) {
            double r = values[k] - a0 - b0 * at[k] - a - b * at[k];
            squares += r * r / (scatter * scatter + variances[k]);
        }
        double ln = -0.5 * (lnVariances + Math.log(determinant / (pa * pb)) + squares);
        return new Given(ln, a0 + a, b0 + b, wbb / determinant, waa / determinant, -wab / determinant);
    }
}
