package org.cellarius.measure.migration;

import java.util.Arrays;
import org.cellarius.galaxy.migration.AgeErrors;
import org.cellarius.measure.product.AxisSource;

/**
 * How errors of age are summed over.
 *
 * @param error one-sigma errors of age, Gyr
 * @param shape how observed ages scatter
 * @param prior how true ages are distributed
 * @param oldestGyr no true age lies above, Gyr
 * @param nodes ages of each star
 */
public record AgeErrorSettings(AxisSource error, Shape shape, Prior prior, double oldestGyr, int nodes) {

    /** How observed ages scatter about the true ones. */
    public enum Shape {
        /** Normal in age. */
        NORMAL,
        /** Normal in ln age, with the error over the observed age. */
        LOG_NORMAL
    }

    /** How the true ages of the sample are distributed. */
    public enum Prior {
        /** As the observed ones, freed of their errors. */
        DECONVOLVED,
        /** As many at each age. */
        UNIFORM
    }

    /** Those of some stars: ages and errors, Gyr. */
    AgeErrors of(double[] ageGyr, double[] errorGyr) {
        return switch (shape) {
            case NORMAL -> new AgeErrors.Normal(errorGyr);
            case LOG_NORMAL -> {
                double[] ln = errorGyr.clone();
                Arrays.setAll(ln, i -> errorGyr[i] / ageGyr[i]);
                yield new AgeErrors.LogNormal(ln);
            }
        };
    }

    String text() {
        return "errors of age (%s) summed over %d ages of each star below %s Gyr, with %s as the prior"
                .formatted(
                        switch (shape) {
                            case NORMAL -> "normal";
                            case LOG_NORMAL -> "normal in ln age";
                        },
                        nodes,
                        oldestGyr,
                        switch (prior) {
                            case DECONVOLVED ->
                                "the distribution of ages of the sample, freed of errors (Silverman et al. 1990),";
                            case UNIFORM -> "a uniform distribution";
                        });
    }
}
