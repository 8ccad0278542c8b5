/**
 * Matches on the sky, for any engine: places of tables, read block by block, searched in memory by several threads; what is told of a match. {@link
 * org.cellarius.engine.sky.FileMatch} matches two files without a database.
 */
@NullMarked
package org.cellarius.engine.sky;

import org.jspecify.annotations.NullMarked;
