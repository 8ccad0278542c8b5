/**
 * Lines and polynomials through stars: metallicity gradients and trends.
 *
 * <h2>The straight line y = m x + b</h2>
 * Least squares with weights w = 1/&sigma;_y&sup2; (or 1). With weighted means and centred sums
 * S_xx = &Sigma; w (x&minus;x&#772;)&sup2;, S_xy, S_yy:
 *
 * <pre>  m = S_xy / S_xx,   b = y&#772; &minus; m x&#772;,   &chi;&sup2; = S_yy &minus; m S_xy,
 *   var(m) = 1/S_xx,   var(b) = 1/W + x&#772;&sup2;/S_xx,   cov(m, b) = &minus;x&#772;/S_xx.</pre>
 *
 * Two conventions for the errors are in use and the papers do not always say which; both are always given:
 * <em>absolute</em>, from the stated errors alone (as above), and <em>scaled</em>, multiplied by &radic;(&chi;&sup2;/(n&minus;2)),
 * which is what scipy's {@code curve_fit} does by default. Without errors (ordinary least squares) only the scaled form
 * has a meaning, and both fields carry it.
 *
 * <p>The sums are kept as centred co-moments and merged pairwise (Chan, Golub and LeVeque 1983, Am. Stat. 37, 242), so
 * that nothing is lost to cancellation when the sample is large or far from zero. Equal to the golden tables to 1e-9.
 *
 * <h2>Lines with errors in x, scatter, outliers, breaks, ages</h2>
 * {@link org.cellarius.galaxy.fit.LineEstimator} is the family; {@link org.cellarius.galaxy.fit.LineStars} goes in, {@link
 * org.cellarius.galaxy.fit.FittedLine} comes out: estimates with covariance and quantiles, or a status and a sentence. Every likelihood
 * stands in the comment of its record; how posteriors are computed, in {@link org.cellarius.galaxy.posterior}. A weighted fit whose
 * scatter exceeds the errors has a reduced &chi;&sup2; well above one: quote the scaled errors, or fit the scatter.
 *
 * <h2>Medians, quantiles, errors by drawing the stars anew</h2>
 * {@link org.cellarius.galaxy.fit.QuantileLine}, {@link org.cellarius.galaxy.fit.BinnedMedianLine} and {@link
 * org.cellarius.galaxy.fit.RunningMedianLine} use no errors and mind no outliers; {@link org.cellarius.galaxy.fit.ResampledLine} gives any line errors from its
 * own stars, by bootstrap or jackknife. {@link org.cellarius.galaxy.fit.SlopeOfSlopes} lays a line through slopes: how gradients change with age.
 *
 * <h2>Trends to be removed</h2>
 * A {@link org.cellarius.galaxy.fit.Trend} is a {@link org.cellarius.galaxy.fit.Polynomial} (in Legendre polynomials over the fitted range, solved by reflections that are
 * merged over parts of a sample) or runs straight through medians ({@link org.cellarius.galaxy.fit.InterpolatedTrend}). {@link org.cellarius.galaxy.fit.Closure} says how well a method
 * finds what mock stars were drawn from.
 */
@NullMarked
package org.cellarius.galaxy.fit;

import org.jspecify.annotations.NullMarked;
