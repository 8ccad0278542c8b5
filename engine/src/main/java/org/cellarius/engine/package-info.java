/**
 * What can be asked of stars: the port to a database on a laptop or to a cluster. It knows no SQL.
 *
 * <p>A {@link org.cellarius.engine.StarTable} is rows with columns that have units. An {@link org.cellarius.engine.Engine} brings catalogue files into that form,
 * answers {@link org.cellarius.engine.Relation}s, takes {@link org.cellarius.engine.StarStream}s of rows through cheap steps in one pass, runs a
 * {@link org.cellarius.galaxy.column.ColumnKernel} over blocks of stars, folds a {@link org.cellarius.galaxy.column.Partial} over them, and writes tables so that a
 * half-written one is never seen. The module {@code duckdb} does it on a laptop, in bounded memory.
 *
 * <p>Expressions come from study files and are data, not code: they are read once into a tree of known functions ({@link org.cellarius.engine.expression}), and an
 * engine may touch the named input files and its own work directory only.
 *
 * <p><b>Another engine</b> is a module with an {@link org.cellarius.engine.EngineProvider}, an implementation of {@link org.cellarius.engine.Engine} (its Javadoc says what is
 * promised of order, threads, lifetime and cost) and of {@link org.cellarius.engine.StarTable}, a rendering of {@link org.cellarius.engine.expression.Expression} (the
 * table of {@link org.cellarius.engine.expression.StarFunction} says what each function means; {@code functions.txt} among the tests of {@code duckdb} holds the values that
 * it must give) and of {@link org.cellarius.engine.Relation}. Places are named by {@link java.nio.file.Path}, which file systems of clusters provide too.
 */
@NullMarked
package org.cellarius.engine;

import org.jspecify.annotations.NullMarked;
