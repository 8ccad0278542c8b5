package org.cellarius.galaxy.population;

import java.util.Arrays;

/**
 * Exact quantiles of one quantity in each group.
 *
 * @param counts {@code counts[g]}: stars in group g
 * @param effective {@code effective[g]}: how many stars that count the same would tell as much
 * @param meanWeights {@code meanWeights[g]}: mean weight of the stars of a group; 1 where they count the same
 * @param probabilities the quantiles wanted
 * @param values {@code values[g][q]}: quantile q of group g, units of the quantity; NaN for an empty group
 */
public record QuantilesByGroup(
        long[] counts, double[] effective, double[] meanWeights, double[] probabilities, double[][] values)
        implements QuantileStep {

    /** Of stars that count the same. */
    public QuantilesByGroup(long[] counts, double[] probabilities, double[][] values) {
        this(counts, Arrays.stream(counts).asDoubleStream().toArray(), ones(counts.length), probabilities, values);
    }

    private static double[] ones(int groups) {
        double[] ones = new double[groups];
        Arrays.fill(ones, 1);
        return ones;
    }
}
