/**
 * Birth radii of stars and the history of the metallicity gradient, from ages and [Fe/H] by the range method ({@link org.cellarius.galaxy.birth}): tables and figures by age, with and without the
 * growth of the disc.
 */
@NullMarked
package org.cellarius.measure.birth;

import org.jspecify.annotations.NullMarked;
