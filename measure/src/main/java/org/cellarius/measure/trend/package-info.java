/**
 * Trends that are found among some stars and subtracted from all.
 */
@NullMarked
package org.cellarius.measure.trend;

import org.jspecify.annotations.NullMarked;
