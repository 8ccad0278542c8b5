/**
 * What a study measures: gradients, running and binned medians, maps, distributions.
 *
 * <p>Each product folds the statistics of {@code org.cellarius.galaxy} over the star table, in memory that does not grow
 * with the number of stars, and gives tables with units and one figure. A star with a missing value in any of the product's
 * columns does not enter; how many there were is in the product's table.
 */
@NullMarked
package org.cellarius.measure.product;

import org.jspecify.annotations.NullMarked;
