/**
 * Planes: a statistic of the stars in the cells of any two quantities. Maps of the Galaxy, [&alpha;/Fe]&ndash;[Fe/H], Kiel and Toomre diagrams are such planes.
 *
 * <p>Cells begin at multiples of their widths and include their lower edges. A star that lacks x, y or the value enters no cell.
 */
@NullMarked
package org.cellarius.measure.plane;

import org.jspecify.annotations.NullMarked;
