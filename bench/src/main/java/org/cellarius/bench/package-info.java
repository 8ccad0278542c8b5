/**
 * Timings with the accuracy beside them; nothing of this ships.
 *
 * <p>Three kinds. <b>Kernels</b>: the {@code *Benchmark} classes, by JMH, in ns a star; {@link
 * org.cellarius.bench.KernelTimings} runs the hot ones a second time without SIMD and complains when that costs nothing, for
 * then they have stopped being vectorised. <b>Paths</b>: {@link org.cellarius.bench.EnginePaths} moves ten columns from
 * Parquet to Parquet, {@link org.cellarius.bench.EndToEnd} a whole survey from its file to the report, {@link
 * org.cellarius.bench.OrbitsEndToEnd} a table to orbits and their errors, in processes of their own whose peak memory the
 * operating system counts. <b>Peers</b>: the same numbers given to us, to Python's libraries and to AGAMA in the same run, with the largest difference of the results; where a peer is not installed a sentence says so.
 * {@link org.cellarius.bench.MatchSqlBesideSpark} holds the match as SQL in Spark against DuckDB; {@code bench/match-on-spark} alone starts it.
 *
 * <p>{@code bench/run} does it all and writes {@code docs/performance.md}. Wall times, medians of repetitions, always with
 * the range, the machine and its load: a speed without them is not written down. No test asserts a time.
 */
@NullMarked
package org.cellarius.bench;

import org.jspecify.annotations.NullMarked;
