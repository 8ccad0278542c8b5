/** What changes with azimuth in rings: means and medians in bins, a slope, Fourier modes and how likely chance alone makes them. */
@NullMarked
package org.cellarius.measure.azimuth;

import org.jspecify.annotations.NullMarked;
