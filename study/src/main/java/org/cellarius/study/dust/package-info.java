/** Dust maps by their words: which file each is, and what its numbers are. */
@NullMarked
package org.cellarius.study.dust;

import org.jspecify.annotations.NullMarked;
