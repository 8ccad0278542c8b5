/**
 * The same products with other settings: what is varied, and how far the numbers move.
 */
@NullMarked
package org.cellarius.study.vary;

import org.jspecify.annotations.NullMarked;
