/**
 * Groups of stars and the statistics of one quantity in each: counts, moments, exact quantiles, modes.
 *
 * <h2>Groups</h2>
 * A {@link org.cellarius.galaxy.population.Grouping} puts each star in at most one group: slices of a column
 * [e_k, e_{k+1}), or cells of a plane, [k w, (k+1) w) in both coordinates. The last edge is open too, as everywhere.
 *
 * <h2>Moments</h2>
 * Mean, standard deviation (n&minus;1), skewness g1 = m3/m2^{3/2} and its bias-corrected form G1 = g1
 * &radic;(n(n&minus;1))/(n&minus;2), excess kurtosis g2 = m4/m2&sup2; &minus; 3, from centred moments merged pairwise
 * (P&eacute;bay 2008, Sandia report SAND2008-6212).
 *
 * <h2>Quantiles</h2>
 * Exact, with linear interpolation between order statistics at h = (n&minus;1)p (numpy's default), in memory that does not
 * grow with the number of stars: a histogram per group, then finer histograms of only those bins that hold the wanted
 * ranks, until the candidates fit into memory and are sorted. Two passes over the stars are usually enough.
 *
 * <h2>Modes</h2>
 * The literature rarely says which mode it means; two are given: the peak of a Gaussian kernel density estimate with
 * Scott's bandwidth n^{-1/5} s, and the centre of the fullest bin of a histogram (lowest bin on ties).
 */
@NullMarked
package org.cellarius.galaxy.population;

import org.jspecify.annotations.NullMarked;
