/**
 * Orbits of stars in an axisymmetric potential, whole columns at a time.
 *
 * <p>A star on a disc orbit goes round the centre, swings in and out about its guiding radius, and up and down through the plane. In
 * the frame that turns with it, R and z obey d&sup2;R/dt&sup2; = F_R + L_z&sup2;/R&sup3;, d&sup2;z/dt&sup2; = F_z ({@link
 * org.cellarius.galaxy.orbit.Motion}); its energy and L_z never change. What archaeology asks of an orbit are its extrema: the
 * pericentre, the apocentre, the greatest height.
 *
 * <p>{@link org.cellarius.galaxy.orbit.OrbitIntegrator} follows many stars side by side, one a lane, with steps of order 8
 * ({@link org.cellarius.galaxy.orbit.Nystrom8}) whose lengths follow each star's own error. Three things make it fast and exact:
 * lanes of stars that are done take the next star; steps end at the plane where a thin disc is part of the potential, because the
 * force of an exponential disc has a kink there that no high order can pass; and extrema are found within a step from position,
 * velocity and acceleration at its ends ({@link org.cellarius.galaxy.orbit.TurningPoint}), so that no trajectory is stored and no
 * sampling makes Zmax too small (101 samples of 10 Gyr: 3.6 per cent at the 95th percentile).
 *
 * <p>An orbit is known as well as its span allows: {@code late_change} tells what the last quarter still added, and {@code
 * NOT_CONVERGED} that the span holds no full radial oscillation. {@code energy_drift} measures the integration itself.
 */
@NullMarked
package org.cellarius.galaxy.orbit;

import org.jspecify.annotations.NullMarked;
