/**
 * Dust maps as their authors publish them: lines of sight and the cumulative reddening along them, in the unit of the map.
 */
@NullMarked
package org.cellarius.catalogue.dust;

import org.jspecify.annotations.NullMarked;
