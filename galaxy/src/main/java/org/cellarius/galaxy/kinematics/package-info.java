/**
 * To which population a star's motion belongs: thin disc, thick disc or halo.
 *
 * <h2>Membership</h2>
 * The velocities (U, V, W) relative to the local standard of rest of each population are taken as a normal ellipsoid,
 *
 * <pre>  N = (2&pi;)^(&minus;3/2) / (&sigma;_U &sigma;_V &sigma;_W) exp(&minus;U&sup2;/2&sigma;_U&sup2; &minus; (V &minus; V_asym)&sup2;/2&sigma;_V&sup2; &minus; W&sup2;/2&sigma;_W&sup2;),
 *   P_i = f_i N_i / &Sigma; f_j N_j,</pre>
 *
 * with V_asym the asymmetric drift (negative: lagging behind the circular orbit) and f the population's share of the stars near
 * the Sun (Bensby, Feltzing and Lundstr&ouml;m 2003, 2003A&amp;A...410..527B). All is done with logarithms: a star at 600 km/s
 * has densities of 1e-200, yet finite odds. Which numbers are used is a named choice:
 * {@link org.cellarius.galaxy.kinematics.VelocityEllipsoids}.
 *
 * <p>The ellipsoids are those of the solar neighbourhood. For stars some kiloparsecs away the velocity is better taken at the
 * star: {@link org.cellarius.galaxy.kinematics.LocalVelocityKernel} gives U = &minus;v_R, V = v_&phi; &minus; v_c(R), W = v_z, which
 * Vickers et al. (2021, ApJ) tried as well. Drifts other than the set's: {@link
 * org.cellarius.galaxy.kinematics.VelocityEllipsoids#withAsymmetricDrifts}.
 *
 * <h2>Toomre diagram</h2>
 * V against &radic;(U&sup2; + W&sup2;): circles about the origin are of equal total speed
 * ({@link org.cellarius.galaxy.kinematics.ToomreKernel}).
 */
@NullMarked
package org.cellarius.galaxy.kinematics;

import org.jspecify.annotations.NullMarked;
