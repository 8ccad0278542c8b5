/**
 * How far stars are: distances from parallaxes, distance moduli and Cepheid periods.
 *
 * <h2>Parallaxes</h2>
 * The zero point is subtracted first ({@link org.cellarius.galaxy.distance.ParallaxZeroPoint}; Lindegren et al. 2021,
 * 2021A&amp;A...649A...4L). The distance r then has the posterior
 *
 * <pre>  p(r) ~ r&sup2; exp(&minus;r/L) exp(&minus;(&varpi; &minus; 1/r)&sup2; / (2 &sigma;&sup2;)),   r &gt; 0,</pre>
 *
 * with the parallax &varpi; and its error &sigma; in mas, r and the length scale L in kpc: the prior is a space density that falls
 * exponentially from the Sun (Bailer-Jones 2015, 2015PASP..127..994B; Astraatmadja and Bailer-Jones 2016,
 * 2016ApJ...832..137A; Bailer-Jones et al. 2018, 2018AJ....156...58B). It is proper for parallaxes of any sign and error.
 * Nothing is sampled: {@link org.cellarius.galaxy.distance.DistancePosterior} integrates panel by panel; quantiles agree with
 * 30-digit quadrature to 1e-9 relative for errors from 1e-4 of the parallax to 1e5 times it, and for negative parallaxes (tested).
 *
 * <p>1/parallax is there under its own name only ({@link org.cellarius.galaxy.distance.InverseParallaxKernel}): it is biased, and
 * nothing where the parallax is not positive.
 *
 * <h2>Photometry</h2>
 * {@link org.cellarius.galaxy.distance.ModulusKernel}: r = 10^(&mu;/5 &minus; 2) kpc. {@link
 * org.cellarius.galaxy.distance.PeriodLuminosityKernel}: moduli of Cepheids from reddening-free magnitudes.
 *
 * <h2>Columns</h2>
 * {@code distance} (kpc) with {@code distance_lo distance_hi}, the quantiles of a normal distribution's mean &plusmn; one standard deviation
 * (15.87 and 84.13 per cent), and {@code distance_error}, half of their difference unless a kernel says otherwise.
 */
@NullMarked
package org.cellarius.galaxy.distance;

import org.jspecify.annotations.NullMarked;
