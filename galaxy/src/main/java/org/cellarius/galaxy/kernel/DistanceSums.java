package org.cellarius.galaxy.kernel;

/**
 * Sums of {@link LinePass#distance}, with u = 1/(&sigma;_y&sup2; + m&sup2;&sigma;_x&sup2;), r = y &minus; m x &minus; b and x* = x + m &sigma;_x&sup2; u r,
 * the point of the line nearest in units of the errors.
 *
 * @param chi2 &chi;&sup2; = &Sigma; u r&sup2;
 * @param bySlope half of d&chi;&sup2;/dm, which is &minus;&Sigma; u r x*
 * @param byIntercept half of d&chi;&sup2;/db
 * @param bySlopeTwice half of d&sup2;&chi;&sup2;/dm&sup2;
 * @param byBoth half of d&sup2;&chi;&sup2;/dm db
 * @param weight &Sigma; u
 * @param weightedX &Sigma; u x*
 * @param weightedXSquare &Sigma; u x*&sup2;
 */
public record DistanceSums(
        double chi2,
        double bySlope,
        double byIntercept,
        double bySlopeTwice,
        double byBoth,
        double weight,
        double weightedX,
        double weightedXSquare) {}
