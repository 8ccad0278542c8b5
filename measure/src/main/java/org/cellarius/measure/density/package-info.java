/** Density profiles of populations of the disc under a selection: their parameters with errors, and what profile and thickness follow. */
@NullMarked
package org.cellarius.measure.density;

import org.jspecify.annotations.NullMarked;
