/**
 * The engine on a laptop: embedded DuckDB, in bounded memory, on as many threads as it is given. Star tables are Parquet files whose columns carry units and descriptions
 * in the key-value metadata ({@code unit:distance = kpc}); expressions and relations are rendered to its SQL. The parser of the database reads the expressions of
 * studies; what it may touch are the named files and the folder of the engine.
 */
@NullMarked
package org.cellarius.duckdb;

import org.jspecify.annotations.NullMarked;
