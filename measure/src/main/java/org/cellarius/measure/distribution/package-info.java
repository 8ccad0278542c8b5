/**
 * Histograms of a quantity with mean, median, modes and spread.
 */
@NullMarked
package org.cellarius.measure.distribution;

import org.jspecify.annotations.NullMarked;
