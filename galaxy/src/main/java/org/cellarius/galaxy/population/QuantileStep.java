package org.cellarius.galaxy.population;

/** Exact quantiles take a few passes over the stars: either another pass is needed, or the quantiles are known. */
public sealed interface QuantileStep permits QuantilePass, QuantilesByGroup {}
