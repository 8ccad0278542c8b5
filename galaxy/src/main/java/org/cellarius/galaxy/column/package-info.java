/**
 * Blocks of stars as columns: the one shape in which physics and statistics meet the tables.
 *
 * <p>A block is a structure of arrays: {@code double[column][row]}, a few thousand rows long, NaN where a value is
 * missing. A {@link org.cellarius.galaxy.column.ColumnKernel} turns a block of input columns into a block of output
 * columns, star by star and purely: the same block gives the same numbers on a laptop and on a cluster. A
 * {@link org.cellarius.galaxy.column.Partial} folds blocks into a small state that can be merged with another one; means,
 * regression sums, maps and quantiles are all computed this way, in memory that does not grow with the number of stars.
 *
 * <p>Nothing here knows a file, a table, SQL, YAML or a thread pool.
 */
@NullMarked
package org.cellarius.galaxy.column;

import org.jspecify.annotations.NullMarked;
