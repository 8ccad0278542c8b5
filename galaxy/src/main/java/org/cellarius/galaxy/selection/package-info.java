/**
 * Selection functions: the probability with which a survey takes a star, by where it lies on the sky, how bright it is and of what colour.
 *
 * <p>A survey takes a star where its parent catalogue holds it, where its target list holds it, and where it was observed: the probabilities of the parts are multiplied. Each is known from
 * counts or models; a share k of n stars of a cell leaves the true share p with the distribution Beta(k + 1, n &minus; k + 1) (a flat prior), of mean
 * (k + 1)/(n + 2) and variance (k + 1)(n &minus; k + 1)/((n + 2)&sup2;(n + 3)). Of independent parts of means &mu; and variances v the product has the variance
 * &Pi;(v + &mu;&sup2;) &minus; &Pi;&mu;&sup2;.
 */
@NullMarked
package org.cellarius.galaxy.selection;

import org.jspecify.annotations.NullMarked;
