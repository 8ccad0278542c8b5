/**
 * The strength of radial migration from ages, [Fe/H] and radii of stars (Frankel et al. 2018, 2018ApJ...865...96F).
 *
 * <p>Stars of age &tau; are born in a disc that grows from inside out, with the [Fe/H] of the gas there and then ({@link org.cellarius.galaxy.migration.Enrichment}), and their guiding
 * radii diffuse with &sigma; (&tau;/8 Gyr)<sup>1/2</sup>. What is fitted is [Fe/H] given radius and age,
 *
 * <pre>  p([Fe/H] | R, &tau;) = &int; p([Fe/H] | R0, &tau;) p(R0 | &tau;) p(R | R0, &tau;) dR0 / &int; p(R0 | &tau;) p(R | R0, &tau;) dR0,</pre>
 *
 * so that it does not matter which radii and ages a survey sees. {@link org.cellarius.galaxy.migration.BirthIntegral} does both integrals,
 * {@link org.cellarius.galaxy.migration.MigrationPosterior} is the likelihood with its parameters and priors.
 *
 * <p>With angular momenta and radial actions ({@link org.cellarius.galaxy.migration.MigrationLikelihood.Frankel2020}, after Frankel et al. 2020, 2020ApJ...896...15F) L_z diffuses, with a drift
 * that keeps the disc exponential, and J_R grows with age ({@link org.cellarius.galaxy.migration.Heating}). Ages with errors are summed over
 * ({@link org.cellarius.galaxy.migration.AgeNodes}).
 */
@NullMarked
package org.cellarius.galaxy.migration;

import org.jspecify.annotations.NullMarked;
