/**
 * Birth radii of stars, and the history of the metallicity gradient, from ages and [Fe/H] alone.
 *
 * <p>Gas is well mixed in azimuth and its [Fe/H] falls outwards; stars keep the [Fe/H] of the gas and wander. So a star of age &tau; was born where the gas of that time had its
 * [Fe/H] (Minchev et al. 2018, 2018MNRAS.481.1645M; Lu et al. 2024, 2024MNRAS.535..392L):
 *
 * <pre>  [Fe/H] = F0(&tau;) + g(&tau;) R_birth,   R_birth = ([Fe/H] &minus; F0(&tau;)) / g(&tau;).</pre>
 *
 * <p>The gradient g is taken from the range of [Fe/H] at each age ({@link org.cellarius.galaxy.birth.RangeMethod}): stars that were born over a width W of radii have a range
 * |g| W, wherever they are now. W is a {@link org.cellarius.galaxy.birth.BirthWidth}: constant in time as Lu et al. take it, growing with the disc (that it grows biases the method:
 * Ratcliffe et al. 2025, 2025A&amp;A...698A.267R), or that of the stars which the survey sees, by a law of migration. F0, the [Fe/H] of the gas continued to the centre (Ratcliffe et al.
 * 2024, 2024A&amp;A...690A.352R: not that of the centre itself), follows from where stars of an age were born on average, or is given ({@link org.cellarius.galaxy.birth.CentralMetallicity}).
 *
 * <p>{@link org.cellarius.galaxy.birth.DiscGrowth} is the surface density of births, exp(&minus;R/R_d(&tau;)), {@link org.cellarius.galaxy.birth.Migration} how far guiding radii
 * diffuse (Frankel et al. 2018, 2018ApJ...865...96F, eqs. 5 and 8).
 */
@NullMarked
package org.cellarius.galaxy.birth;

import org.jspecify.annotations.NullMarked;
