/**
 * Elementary functions and table look-ups over whole columns: the one place that sees the Vector API.
 *
 * <p>C2 turns plain loops of sums, products and square roots into vector instructions by itself, but not sine, cosine or
 * arc tangent, nor look-ups. Those are asked for here, a column at a time: {@link org.cellarius.galaxy.kernel.ArrayMath#best()} and
 * {@link org.cellarius.galaxy.kernel.MeridionalTableReader#best} give the form on the Vector API where the module
 * {@code jdk.incubator.vector} was added at start, else their scalar twins. Tests hold the two against each other: functions agree
 * to two units in the last place, tables to 1e-13 of the potential.
 */
@NullMarked
package org.cellarius.galaxy.kernel;

import org.jspecify.annotations.NullMarked;
