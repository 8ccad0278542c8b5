/**
 * Medians along a quantity: of running windows (Imig et al. 2023) and of bins, with a line through them (Long et al. 2025).
 */
@NullMarked
package org.cellarius.measure.profile;

import org.jspecify.annotations.NullMarked;
