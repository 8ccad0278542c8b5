package org.cellarius.galaxy.migration;

import java.util.List;
import org.cellarius.galaxy.posterior.Parameter;
import org.cellarius.galaxy.posterior.Posterior;

/** A posterior whose search begins at given values, for many mocks in little time: that the mode is found from afar is tested with single ones. */
record BegunAt(Posterior posterior, double[] start) implements Posterior {
    @Override
    public List<Parameter> parameters() {
        return posterior.parameters();
    }

    @Override
    public double lnLikelihood(double[] values) {
        return posterior.lnLikelihood(values);
    }

    @Override
    public double[] widths() {
        return posterior.widths();
    }
}
