/**
 * The star table and the steps on it.
 *
 * <p>A star table is a Parquet file with one row per star, whose columns carry units and descriptions in the file's
 * key-value metadata ({@code unit:distance = kpc}). An {@link org.cellarius.engine.Engine} knows five things: bring a
 * catalogue file into that form, run SQL (joins, cuts, counts), run a {@link org.cellarius.galaxy.column.ColumnKernel}
 * over blocks of stars, fold a {@link org.cellarius.galaxy.column.Partial} over them, and write tables so that a
 * half-written one is never seen. {@link org.cellarius.engine.DuckDbEngine} does it on a laptop with embedded DuckDB, in
 * bounded memory.
 *
 * <p>Expressions come from study files and are data, not code: they are parsed by the engine's own SQL parser, checked to be one
 * expression of known functions without subqueries ({@link org.cellarius.engine.Expression}), and run on a database that
 * may touch the named input files and its own work directory only.
 *
 * <p>Results do not depend on the number of threads: rows keep their order, blocks are cut after a fixed number of rows and
 * folded in that order.
 */
@NullMarked
package org.cellarius.engine;

import org.jspecify.annotations.NullMarked;
