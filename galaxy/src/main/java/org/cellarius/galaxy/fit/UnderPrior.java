package org.cellarius.galaxy.fit;

import org.cellarius.galaxy.kernel.StandardNormal;
import org.cellarius.galaxy.posterior.Prior;

/** A normal likelihood of one parameter, multiplied by the parameter's prior. */
final class UnderPrior {

    /** Truncation that leaves out less than this changes nothing. */
    private static final double NOTHING = -1e-12;

    private UnderPrior() {}

    /**
     * ln of the prior density averaged over a normal.
     *
     * @param posterior gets mean and standard deviation of their normalised product
     */
    static double lnMean(Prior prior, double mean, double sd, double[] posterior) {
        posterior[0] = mean;
        posterior[1] = sd;
        return switch (prior) {
            case Prior.Uniform u -> {
                double a = (u.low() - mean) / sd;
                double b = (u.high() - mean) / sd;
                double ln = StandardNormal.lnBetween(a, b);
                if (ln < NOTHING) {
                    double atLow = Math.exp(-0.5 * a * a - StandardNormal.LN_ROOT_TWO_PI - ln);
                    double atHigh = Math.exp(-0.5 * b * b - StandardNormal.LN_ROOT_TWO_PI - ln);
                    double shift = atLow - atHigh;
                    // Infinity times zero where an edge is infinitely far: no contribution.
                    double spread = 1 + (atLow == 0 ? 0 : a * atLow) - (atHigh == 0 ? 0 : b * atHigh) - shift * shift;
                    posterior[0] = Math.clamp(mean + sd * shift, u.low(), u.high());
                    posterior[1] = sd * Math.sqrt(Math.max(spread, 1e-6));
                }
                yield ln - Math.log(u.high() - u.low());
            }
            case Prior.Normal n -> {
                double variance = sd * sd + n.sd() * n.sd();
                double share = n.sd() * n.sd() / variance;
                posterior[0] = n.mean() + share * (mean - n.mean());
                posterior[1] = sd * Math.sqrt(share);
                double t = mean - n.mean();
                yield -0.5 * t * t / variance - 0.5 * Math.log(variance) - StandardNormal.LN_ROOT_TWO_PI;
            }
            case Prior.RootUniform u -> throw new IllegalArgumentException("not a prior of an intercept: " + u.text());
            case Prior.HalfNormal h -> throw new IllegalArgumentException("not a prior of an intercept: " + h.text());
            case Prior.HalfCauchy h -> throw new IllegalArgumentException("not a prior of an intercept: " + h.text());
        };
    }
}
