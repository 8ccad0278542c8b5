/**
 * Elementary functions and table look-ups over whole columns: the one place that sees the Vector API.
 *
 * <p>C2 turns plain loops of sums, products and square roots into vector instructions by itself, but not look-ups. {@link
 * org.cellarius.galaxy.kernel.MeridionalTableReader#best} gives the form on the Vector API where the module {@code
 * jdk.incubator.vector} was added at start, else its scalar twin; they agree to 1e-13 of the potential. Sines and arc tangents are
 * {@link java.lang.Math}'s ({@link org.cellarius.galaxy.kernel.ArrayMath} says why).
 *
 * <p>{@link org.cellarius.galaxy.kernel.DrawMath} makes random bits, normals and sums; its two forms agree to the bit. Vector
 * methods stay small, and a polynomial is one chain of the Vector API's own calls: C2 gives up inlining our methods, not
 * those, in a long one, and a vector that crosses a call lies on the heap.
 */
@NullMarked
package org.cellarius.galaxy.kernel;

import org.jspecify.annotations.NullMarked;
