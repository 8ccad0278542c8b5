/**
 * Lines through the stars of slices, in populations and variants, and the line through their slopes.
 */
@NullMarked
package org.cellarius.measure.gradient;

import org.jspecify.annotations.NullMarked;
