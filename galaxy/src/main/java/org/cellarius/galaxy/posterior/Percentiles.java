package org.cellarius.galaxy.posterior;

import java.util.List;

/**
 * Five quantiles of a posterior, in the parameter's units: the median, the edges of the central 68 and 95 per cent.
 *
 * @param p2 below which 2.5 per cent lie
 * @param p16 below which 16 per cent lie
 * @param p50 the median
 * @param p84 below which 84 per cent lie
 * @param p97 below which 97.5 per cent lie
 */
public record Percentiles(double p2, double p16, double p50, double p84, double p97) {

    /** The probabilities, in the order of the components. */
    public static final List<Double> LEVELS = List.of(0.025, 0.16, 0.5, 0.84, 0.975);

    static Percentiles of(double[] q) {
        return new Percentiles(q[0], q[1], q[2], q[3], q[4]);
    }

    /** The quantiles in the order of {@link #LEVELS}. */
    public List<Double> values() {
        return List.of(p2, p16, p50, p84, p97);
    }
}
