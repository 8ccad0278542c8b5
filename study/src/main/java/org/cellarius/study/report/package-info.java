/**
 * What a referee wants to see: one self-contained page, and every number as CSV, ECSV, Parquet and AASTeX.
 *
 * <p>The page works offline (figures are inline SVG, no script, no font or style from elsewhere), prints well, and carries
 * alternative texts and table headers for readers who do not see the figures.
 */
@NullMarked
package org.cellarius.study.report;

import org.jspecify.annotations.NullMarked;
