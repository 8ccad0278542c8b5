/**
 * Dust between the Sun and a star.
 *
 * <p>Every map has its own {@link org.cellarius.galaxy.dust.ReddeningUnit}; none is turned into another one silently. A map says of each star
 * whether it knows its line of sight, and whether the star lies before the first or beyond the last distance of the map. What is then done has
 * a name: {@link org.cellarius.galaxy.dust.BeforeFirst} and {@link org.cellarius.galaxy.dust.BeyondLast}.
 */
@NullMarked
package org.cellarius.galaxy.dust;

import org.jspecify.annotations.NullMarked;
