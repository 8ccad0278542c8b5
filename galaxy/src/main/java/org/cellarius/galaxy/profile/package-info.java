/**
 * Profiles: how a quantity runs along a coordinate.
 *
 * <p>The running median of Imig et al. (2023): stars sorted by the coordinate (a stable sort), windows of N stars, the
 * next window starting N(1 &minus; overlap) stars further; an incomplete last window is dropped (the paper does not say).
 * The points of overlapping windows are not independent: an error of a line through them is a description, not a
 * measurement.
 */
@NullMarked
package org.cellarius.galaxy.profile;

import org.jspecify.annotations.NullMarked;
