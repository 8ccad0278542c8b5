/** What a run gives: the star table, the cut flow, measured products, and our numbers beside expected ones. */
@NullMarked
package org.cellarius.study.result;

import org.jspecify.annotations.NullMarked;
