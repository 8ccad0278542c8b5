/**
 * Statistics in the cells of a plane.
 */
@NullMarked
package org.cellarius.measure.map;

import org.jspecify.annotations.NullMarked;
