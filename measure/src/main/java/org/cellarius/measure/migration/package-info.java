/**
 * The strength of radial migration from ages, [Fe/H] and radii ({@link org.cellarius.galaxy.migration}): numbers of the fit, how far stars of an age have spread, and the gas that they
 * were born from.
 */
@NullMarked
package org.cellarius.measure.migration;

import org.jspecify.annotations.NullMarked;
