/** Parquet files written without a database: columns of numbers, truth values and words. */
@NullMarked
package org.cellarius.catalogue.parquet;

import org.jspecify.annotations.NullMarked;
