/**
 * The density of a population of the disc from stars that a survey selected.
 *
 * <p>Stars are points of an inhomogeneous Poisson process of rate A &nu;(R, z) S(x): A the amplitude, &nu; a profile of the disc, S the part of the stars at a place that the
 * survey has. With the amplitude profiled out the likelihood is &Sigma; ln &nu;(x<sub>i</sub>) &minus; N ln &int; &nu; S dV (Bovy et al. 2012, 2012ApJ...753..148B, section
 * 3; 2016, 2016ApJ...823...30B, section 3): S enters by the integral only, the effective volume.
 *
 * <p>Profiles are broken exponentials in radius with a thickness that may flare ({@link org.cellarius.galaxy.density.DiscProfile}); selections are volumes about the Sun,
 * lines of sight, or the selection function of a survey for the tracers of a population ({@link org.cellarius.galaxy.density.Selection}).
 *
 * <p>Neither stars nor nodes are visited when a profile is tried: {@link org.cellarius.galaxy.density.StarSums} knows sums over stars, {@link org.cellarius.galaxy.density.VolumeCells} gathers nodes
 * in cells. {@link org.cellarius.galaxy.density.CountTest} tells whether a profile fits.
 */
@NullMarked
package org.cellarius.galaxy.density;

import org.jspecify.annotations.NullMarked;
