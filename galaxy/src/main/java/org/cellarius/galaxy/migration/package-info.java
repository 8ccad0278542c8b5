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
 */
@NullMarked
package org.cellarius.galaxy.migration;

import org.jspecify.annotations.NullMarked;
