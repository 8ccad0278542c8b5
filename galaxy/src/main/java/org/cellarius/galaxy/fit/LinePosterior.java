package org.cellarius.galaxy.fit;

import java.util.List;
import org.cellarius.galaxy.posterior.Parameter;
import org.cellarius.galaxy.posterior.Posterior;

/** A line's likelihood and priors as a posterior of slope, intercept and scatter, for the samplers. */
record LinePosterior(LinePriors priors, LineLikelihood likelihood) implements Posterior {

    @Override
    public List<Parameter> parameters() {
        return priors.parameters();
    }

    @Override
    public double lnLikelihood(double[] v) {
        return likelihood.ln(v[0], v[1] + v[0] * likelihood.pivot(), v[2]);
    }

    @Override
    public double[] start() {
        double[] s = likelihood.start();
        double slope = LineLikelihood.inside(priors.slope(), s[0]);
        return new double[] {
            slope,
            LineLikelihood.inside(priors.intercept(), s[1] - slope * likelihood.pivot()),
            LineLikelihood.inside(priors.scatter(), s[2])
        };
    }

    @Override
    public double[] widths() {
        return likelihood.widths();
    }
}
