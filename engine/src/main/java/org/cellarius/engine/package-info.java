/** To be written. */
@NullMarked
package org.cellarius.engine;

import org.jspecify.annotations.NullMarked;
