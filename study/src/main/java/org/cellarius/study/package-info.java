/** To be written. */
@NullMarked
package org.cellarius.study;

import org.jspecify.annotations.NullMarked;
