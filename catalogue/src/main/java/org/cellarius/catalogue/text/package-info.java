/**
 * Tables in plain text.
 *
 * <p>Delimited text (CSV, TSV, ECSV) is only described: where its header ends, its delimiter, names, units. Its header may
 * stand behind comment lines or be a comment itself, may carry units in the names ({@code ra[deg]}, {@code dist (kpc)}), a
 * byte-order mark, quotes, a comma too many at the end, or (VizieR) a line of units and a line of dashes below it. A bracket
 * is a unit only if its content parses as one, something stands before it, and it cannot be meant otherwise:
 * {@code [Fe/H]}, {@code e_[Fe/H]}, {@code X_H[1]} and {@code log(yr)} are whole names.
 *
 * <p>ECSV (astropy's enhanced CSV, APE 6, doi:10.5281/zenodo.4792325) states units, types and descriptions in YAML behind
 * {@code #}. The YAML is composed to a tree of nodes and never constructed, so that its tags stay words.
 *
 * <p>Words separated by blanks and tabs are read here, in two passes: the first counts rows and finds each column's type
 * from all of its words, so that a word in the last row cannot upset a column of numbers; the second delivers. Names come
 * from a plain header line or from the last comment line that has as many words as the data. Lines that start with
 * {@code #} are skipped wherever they are. Double quotes hold a word with blanks together.
 */
@NullMarked
package org.cellarius.catalogue.text;

import org.jspecify.annotations.NullMarked;
