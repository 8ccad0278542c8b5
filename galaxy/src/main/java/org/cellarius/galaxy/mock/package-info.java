/**
 * Mock surveys whose truth is known: what a study recovers can be held against what was put in.
 *
 * <p>{@link org.cellarius.galaxy.mock.GalaxyRecipe} is a Galaxy: a low-&alpha; disc that grows from inside out and whose stars wander, a high-&alpha; disc and a halo
 * ({@link org.cellarius.galaxy.mock.MockPopulation}), with or without a pattern in azimuth ({@link org.cellarius.galaxy.mock.AzimuthalPattern}).
 * {@link org.cellarius.galaxy.mock.SurveyDesign} says who looks at it, {@link org.cellarius.galaxy.mock.MockSurveyKernel} gives the stars that are seen, as they are and as they are
 * measured ({@link org.cellarius.galaxy.mock.MockColumn}). Places and velocities belong to the survey's potential: epicycles in the plane at an exact guiding radius, oscillations of a
 * drawn vertical action across it.
 *
 * <p>For a first study there is a simpler disc.
 *
 * <p>The disc of {@link org.cellarius.galaxy.mock.DiscMock} has a surface density exp(&minus;R/R_d) inside a cylinder
 * around the Sun, a thin and a thick exponential layer, ages independent of place, and
 *
 * <pre>  [Fe/H] = f0 + m_R (R &minus; R0) + m_z |z| + m_t (age &minus; 5 Gyr) + N(0, scatter&sup2;).</pre>
 *
 * It is observed with errors in distance, [Fe/H] and age, some stars twice, and with the traps of real catalogues: fillers
 * instead of missing values, and flagged spectra whose [Fe/H] is wrong. Nothing else in galaxy depends on it.
 *
 * <p>{@link org.cellarius.galaxy.mock.MockObservations} observes a study's own stars anew, with y drawn from a {@link org.cellarius.galaxy.mock.LineTruth}: for closure tests.
 */
@NullMarked
package org.cellarius.galaxy.mock;

import org.jspecify.annotations.NullMarked;
