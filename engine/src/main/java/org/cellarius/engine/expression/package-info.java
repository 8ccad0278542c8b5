/**
 * What is computed of the columns of a row, as a tree: read once from the text of a study or a command, or put together by the program. An engine renders or
 * evaluates the tree; it never sees the text. {@link org.cellarius.engine.expression.StarFunction} is the table of the functions and of what each means.
 *
 * <p>Rules that hold for all of them:
 *
 * <table>
 * <caption>Values</caption>
 * <tr><td>missing</td><td>The result of an operation on a missing value is missing. A condition that is missing does not hold: such rows are left out.
 * {@code and} with false is false, {@code or} with true is true.</td></tr>
 * <tr><td>NaN</td><td>is missing, wherever it comes up: a comparison with it is missing, it is never the largest number.</td></tr>
 * <tr><td>whole numbers</td><td>have 64 bits; what leaves them is an error that ends the run. {@code /} divides them as real numbers, {@code //} as whole
 * ones, toward zero. A division or remainder by zero is missing for whole numbers; of real ones {@code x / 0} is infinite or missing.</td></tr>
 * <tr><td>decimals</td><td>A number with a point and without an exponent is an exact decimal as long as only such meet: {@code 0.1 + 0.2 = 0.3} holds.</td></tr>
 * <tr><td>text</td><td>is no number: where one stands for the other the expression is refused. Texts are compared by their Unicode code points.</td></tr>
 * <tr><td>dates</td><td>are what {@code cast(t as date)} makes of a text such as 2026-11-29; they are compared with each other.</td></tr>
 * </table>
 */
@NullMarked
package org.cellarius.engine.expression;

import org.jspecify.annotations.NullMarked;
