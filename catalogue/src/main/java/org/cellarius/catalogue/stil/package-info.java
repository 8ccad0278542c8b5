/**
 * The bridge to STIL, the Starlink Tables Infrastructure Library (Taylor 2005, 2005ASPC..347...29T), which decodes and
 * encodes FITS and VOTable. STIL gives a table as rows of boxed cells; here they become blocks of columns and back.
 *
 * <p>What STIL makes of a file, found by trying it (version 4.3.5):
 *
 * <ul>
 *   <li>scaled integers (TSCAL, TZERO) come as the narrowest type that holds them; an integer with TNULL comes as null;
 *       unsigned 64-bit integers come as decimal text and are made integers again here, a value beyond 2^63-1 is an error;
 *   <li>texts come without trailing blanks; an empty text is a missing one;
 *   <li>bit columns come as vectors of truth values, complex numbers as vectors of two.
 * </ul>
 */
@NullMarked
package org.cellarius.catalogue.stil;

import org.jspecify.annotations.NullMarked;
