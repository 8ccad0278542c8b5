/**
 * Dust maps as their authors publish them. A reader gives a {@link org.cellarius.galaxy.dust.DustMap}; its numbers stay in the unit of the map.
 */
@NullMarked
package org.cellarius.catalogue.dust;

import org.jspecify.annotations.NullMarked;
