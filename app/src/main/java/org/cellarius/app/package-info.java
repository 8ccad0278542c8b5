/** To be written. */
@NullMarked
package org.cellarius.app;

import org.jspecify.annotations.NullMarked;
