package org.cellarius.galaxy.kernel;

/**
 * Sums of {@link LinePass#scatter}.
 *
 * @param weight &Sigma; 1/S&sup2;
 * @param weightedResidual &Sigma; r/S&sup2;
 * @param weightedSquare &Sigma; r&sup2;/S&sup2;
 * @param lnVariances &Sigma; ln S&sup2;
 */
public record ScatterSums(double weight, double weightedResidual, double weightedSquare, double lnVariances) {}
