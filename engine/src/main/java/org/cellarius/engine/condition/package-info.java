/**
 * Conditions worked out on rows in memory: of the questions that products ask, and of the streams that files pass in. What is missing makes a condition neither true nor false, as
 * everywhere.
 */
@NullMarked
package org.cellarius.engine.condition;

import org.jspecify.annotations.NullMarked;
