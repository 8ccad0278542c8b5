/**
 * What a referee wants to see: one self-contained page, and every number as CSV, ECSV, Parquet and AASTeX.
 *
 * <p>The page works offline (figures are inline SVG, no font, style or script from elsewhere), prints well, and carries alternative texts and table headers for readers who do
 * not see the figures. Tables are those that journals print ({@link org.cellarius.study.result.PrintedTable}). One small script enlarges figures; without it they are links.
 */
@NullMarked
package org.cellarius.study.report;

import org.jspecify.annotations.NullMarked;
