/**
 * Mock surveys whose truth is known: what a study recovers can be held against what was put in.
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
