package org.cellarius.galaxy.fit;

import java.util.Optional;
import org.cellarius.galaxy.kernel.StudentT;
import org.cellarius.galaxy.posterior.Percentiles;

/**
 * One number of a fit.
 *
 * @param name slope, intercept, scatter, &hellip;
 * @param value the estimate; of a posterior its mean
 * @param sd its one-sigma error; of a posterior its standard deviation; NaN where the method gives none
 * @param percentiles of the posterior, or the edges of the intervals that hold the truth in 68 and 95 per cent of all samples; empty where a method has neither
 */
public record Estimate(String name, double value, double sd, Optional<Percentiles> percentiles) {

    static Estimate of(String name, double value, double sd) {
        return new Estimate(name, value, sd, Optional.empty());
    }

    /**
     * With quantiles of Student's t about the value.
     *
     * @param sd the error that is told
     * @param width the error that the quantiles are multiples of
     * @param degreesOfFreedom infinite: normal quantiles
     */
    static Estimate student(String name, double value, double sd, double width, double degreesOfFreedom) {
        if (!(width >= 0 && width < Double.POSITIVE_INFINITY) || !(degreesOfFreedom > 0)) {
            return of(name, value, sd);
        }
        double[] q = Percentiles.LEVELS.stream()
                .mapToDouble(p -> value + width * StudentT.quantile(p, degreesOfFreedom))
                .toArray();
        return new Estimate(name, value, sd, Optional.of(new Percentiles(q[0], q[1], q[2], q[3], q[4])));
    }
}
