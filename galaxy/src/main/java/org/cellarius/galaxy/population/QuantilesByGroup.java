package org.cellarius.galaxy.population;

/**
 * Exact quantiles of one quantity in each group.
 *
 * @param counts {@code counts[g]}: stars in group g
 * @param probabilities the quantiles wanted
 * @param values {@code values[g][q]}: quantile q of group g, units of the quantity; NaN for an empty group
 */
public record QuantilesByGroup(long[] counts, double[] probabilities, double[][] values) implements QuantileStep {}
