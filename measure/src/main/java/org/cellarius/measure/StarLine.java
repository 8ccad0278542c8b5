package org.cellarius.measure;

import org.cellarius.galaxy.fit.FittedLine;

/**
 * The line of one group of stars.
 *
 * @param minX smallest x of its stars, units of x; NaN without a line
 * @param maxX largest x
 */
public record StarLine(FittedLine line, double minX, double maxX) {}
