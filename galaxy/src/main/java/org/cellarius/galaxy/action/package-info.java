/** Actions. */
@NullMarked
package org.cellarius.galaxy.action;

import org.jspecify.annotations.NullMarked;
