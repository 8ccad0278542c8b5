/**
 * Isochrones as their authors publish them: files of many families become {@link org.cellarius.catalogue.isochrone.IsochroneTable}s with the same names
 * and units. Nothing is interpolated here, and nothing is left out in silence.
 */
@NullMarked
package org.cellarius.catalogue.isochrone;

import org.jspecify.annotations.NullMarked;
