package org.cellarius.galaxy.posterior;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/** A likelihood and its parameters with their priors. */
public interface Posterior {

    List<Parameter> parameters();

    /** ln of the likelihood at values of the parameters, in their order; NaN or &minus;&infin; where there is none. */
    double lnLikelihood(double[] values);

    /**
     * The same, and its derivatives by the values. Unless overridden by central differences of steps 1e-5 of {@link #widths()}, good to 1e-8.
     */
    default double lnLikelihood(double[] values, double[] derivatives) {
        double[] moved = values.clone();
        double[] widths = widths();
        for (int k = 0; k < values.length; k++) {
            double step = 1e-5 * widths[k];
            moved[k] = values[k] + step;
            double above = lnLikelihood(moved);
            moved[k] = values[k] - step;
            double below = lnLikelihood(moved);
            moved[k] = values[k];
            derivatives[k] = (above - below) / (2 * step);
        }
        return lnLikelihood(values);
    }

    /** Where a search for the mode begins, inside the priors' supports. */
    double[] start();

    /** About how far from the mode the likelihood falls, in the parameters' units; a factor ten does not matter. */
    double[] widths();

    /** What is told of values: the same, unless a posterior is followed in other parameters than it reports; volumes must be those of the reported ones. */
    default double[] reported(double[] values) {
        return values;
    }

    /** Whether there may be several modes, so that draws about one of them miss the others and do not know it. */
    default boolean severalModes() {
        return false;
    }

    /** The parameter with a uniform prior that must be held for the others to be nearly normal; empty where there is none. */
    default Optional<HeldParameter> held() {
        return Optional.empty();
    }

    /**
     * A parameter to be held.
     *
     * @param number its number
     * @param starts where, at a value of it, a search for the mode of the others begins: values of all parameters
     */
    record HeldParameter(int number, DoubleFunction<double[]> starts) {}
}
