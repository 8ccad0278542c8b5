package org.cellarius.galaxy.posterior;

import java.util.List;

/**
 * What a computation says of a posterior.
 *
 * @param means of the parameters
 * @param covariance of the parameters
 * @param percentiles of each
 * @param lnEvidence ln of the likelihood averaged over the priors; NaN where the computation does not give it
 * @param ess effective sample size, of the worst parameter; NaN where nothing was sampled
 * @param rHat split R-hat, of the worst parameter; NaN without chains
 * @param computation how it was done, a phrase
 * @param trust whether the numbers may be used
 * @param draws some draws of the parameters, all of equal weight, at most {@value #DRAWS}; none where the computation gives none
 */
public record Marginals(
        double[] means,
        double[][] covariance,
        List<Percentiles> percentiles,
        double lnEvidence,
        double ess,
        double rHat,
        String computation,
        Trust trust,
        double[][] draws) {

    /** So many draws are kept, to be shown. */
    public static final int DRAWS = 300;

    /** Without draws. */
    public Marginals(
            double[] means,
            double[][] covariance,
            List<Percentiles> percentiles,
            double lnEvidence,
            double ess,
            double rHat,
            String computation,
            Trust trust) {
        this(means, covariance, percentiles, lnEvidence, ess, rHat, computation, trust, new double[0][]);
    }

    /** Whether a computation passed its own checks. */
    public enum Trust {
        CONVERGED,
        /** The checks failed: the numbers are not to be shown. */
        NOT_CONVERGED
    }
}
