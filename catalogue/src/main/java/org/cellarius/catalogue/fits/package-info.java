/**
 * FITS tables: where they lie in the file, whether they are whole, and their rows.
 *
 * <p>A FITS file (standard: Pence et al. 2010, 2010A&amp;A...524A..42P) is a row of header-data units, each a header of
 * 2880-byte blocks with 80-character cards and data padded to a multiple of 2880. Unit 0 holds an image or nothing;
 * BINTABLE units hold big-endian binary rows and a heap for variable-length arrays, TABLE units hold rows of text. The
 * number of a unit here is that of astropy and CFITSIO: the first extension is 1.
 *
 * <p>Binary tables are decoded by STIL. ASCII tables, which is how VizieR sends FITS, are decoded here, for two reasons found by
 * trying: STIL 4.3.5 makes a blank field null where the column has no TNULL and 0 where it has one (astropy makes it 0
 * always), and an empty field of a catalogue is not a measurement of 0; and it parses fields of few digits into single
 * precision, which turns a declination of 37.1746 into 37.17459869.
 *
 * <p>The units are walked before any row is read, because a download cut short is the commonest damage: the table asked for
 * must have all the bytes that NAXIS1 x NAXIS2 + PCOUNT promise (the padding behind them may lack). A compressed file is
 * inflated once for this walk and once for the rows, in constant memory.
 */
@NullMarked
package org.cellarius.catalogue.fits;

import org.jspecify.annotations.NullMarked;
