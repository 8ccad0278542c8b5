/**
 * How a study wants its figures: the section {@code figure} of a product, read once and applied to the finished {@link org.cellarius.figure.Figure}s, so that every kind of
 * product has it without code of its own.
 */
@NullMarked
package org.cellarius.measure.drawing;

import org.jspecify.annotations.NullMarked;
