/**
 * VOTable (IVOA Recommendation, versions 1.0 to 1.5) in its serialisations TABLEDATA, BINARY, BINARY2 and inline FITS.
 *
 * <p>A VOTable is XML around one or more TABLE elements; FIELDs give names, types, units and UCDs, and the rows are XML
 * cells, or base64 of big-endian records with (BINARY2) a null mask before each, or a whole FITS file in base64. Gaia's
 * archive sends BINARY2 in one TABLE, VizieR several TABLEs of TABLEDATA.
 *
 * <p>The file is read twice. First an outline: which tables there are, and whether the XML is whole to its last tag, so that
 * a download cut short is reported before a row is delivered. Then the rows, in the order of the file and in constant
 * memory: STIL pushes them from a thread of its own, which waits while the caller works on a block.
 *
 * <p>A VOTable may name its data or its document type by URL. A catalogue from a stranger must not make this program open
 * addresses or other files: both are refused, except the document type of VOTable itself, which STIL carries with it.
 */
@NullMarked
package org.cellarius.catalogue.votable;

import org.jspecify.annotations.NullMarked;
