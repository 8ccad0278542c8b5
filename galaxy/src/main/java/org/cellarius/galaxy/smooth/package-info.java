/**
 * A quantity as a smooth function of one, two or three coordinates, with its error: penalized splines.
 *
 * <p>The value of a star is y = f(x) + noise, the noise of variance &sigma;&sup2; + s&sup2;: its stated error and an intrinsic scatter. f is a sum of products of cubic B-splines
 * along the coordinates, and the differences of their coefficients are penalized in each direction (Eilers and Marx 1996, 1996StaSc..11...89E). The penalty is a normal prior of
 * the coefficients, so that given its strength the posterior is normal and known exactly. The strengths &lambda; and s have the values at which the restricted likelihood is
 * highest: that of the stars with all coefficients integrated over (Wood 2011, 2011JRSSB..73....3W).
 *
 * <p>A star lies in one box between the knots and touches the sums of this box only. Their size depends on the number of boxes, not on that of stars; sums over parts of the stars
 * add up. The matrix of the normal equations is a band, and so is its Cholesky factor; of its inverse only the band is needed for the error at any place.
 *
 * <p>Weights depend on s, so that the sums belong to one s: a pass over the stars gives the best &lambda; at this s and a step of s ({@link
 * org.cellarius.galaxy.smooth.SmoothPass}). Nothing is binned or approximated on the way.
 */
@NullMarked
package org.cellarius.galaxy.smooth;

import org.jspecify.annotations.NullMarked;
