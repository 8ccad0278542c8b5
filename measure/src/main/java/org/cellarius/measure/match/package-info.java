/**
 * The figure of a match on the sky.
 */
@NullMarked
package org.cellarius.measure.match;

import org.jspecify.annotations.NullMarked;
