/** Galactic potentials: components, named sums of them, and fast fields of force for many stars. */
@NullMarked
package org.cellarius.galaxy.potential;

import org.jspecify.annotations.NullMarked;
