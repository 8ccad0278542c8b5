package org.cellarius.galaxy.fit;

import java.util.Optional;
import org.cellarius.galaxy.posterior.Percentiles;

/**
 * One number of a fit.
 *
 * @param name slope, intercept, scatter, &hellip;
 * @param value the estimate; of a posterior its mean
 * @param sd its one-sigma error; of a posterior its standard deviation; NaN where the method gives none
 * @param percentiles of the posterior, where there is one
 */
public record Estimate(String name, double value, double sd, Optional<Percentiles> percentiles) {

    static Estimate of(String name, double value, double sd) {
        return new Estimate(name, value, sd, Optional.empty());
    }
}
