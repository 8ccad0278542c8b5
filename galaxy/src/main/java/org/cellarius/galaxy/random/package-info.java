/**
 * Random numbers that are a pure function of (seed, star, draw).
 *
 * <p>A stream of random numbers depends on who asked first; with threads or a cluster that is nobody. Here the number is
 * computed from a counter instead: 64 bits of the key are mixed by the finaliser of SplitMix64 (Steele, Lea and Flood
 * 2014, OOPSLA, doi 10.1145/2660193.2660195) in three rounds. One thread, 64 threads and a cluster give identical numbers.
 *
 * <p>{@link org.cellarius.galaxy.random.NormalBlocks} makes standard normals for many draws of one star at once, to the bit the
 * same on every machine. Steps of a study that share a seed take {@link org.cellarius.galaxy.random.CounterRandom#forPurpose}
 * each its own generator.
 */
@NullMarked
package org.cellarius.galaxy.random;

import org.jspecify.annotations.NullMarked;
