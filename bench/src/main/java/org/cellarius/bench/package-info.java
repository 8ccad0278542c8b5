/** To be written. */
@NullMarked
package org.cellarius.bench;

import org.jspecify.annotations.NullMarked;
