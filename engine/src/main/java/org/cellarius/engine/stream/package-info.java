/**
 * Streams in memory: the rows of a file go through projections, counts, kernels and cuts a block of columns at a time, while they lie in the caches of the processor, and
 * before any database sees them. Expressions become loops over arrays ({@link org.cellarius.engine.stream.BufferExpressions}); what is not known there is left to the
 * database, and what is known gives the same bits.
 */
@NullMarked
package org.cellarius.engine.stream;

import org.jspecify.annotations.NullMarked;
