/**
 * Smooth maps: a quantity as a penalized spline of one, two or three coordinates with its posterior; the map, its error, where stars support it, what is left beside the mean
 * at each radius, and a test on stars that were held out.
 */
@NullMarked
package org.cellarius.measure.smooth;

import org.jspecify.annotations.NullMarked;
