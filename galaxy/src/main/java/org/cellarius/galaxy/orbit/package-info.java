/** Orbits. */
@NullMarked
package org.cellarius.galaxy.orbit;

import org.jspecify.annotations.NullMarked;
