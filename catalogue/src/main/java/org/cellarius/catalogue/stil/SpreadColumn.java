package org.cellarius.catalogue.stil;

import org.cellarius.catalogue.ColumnDescription;

/**
 * A scalar column as it comes out of a STIL table.
 *
 * @param description the column as the caller sees it
 * @param stilColumn the index of the STIL column
 * @param element the element of the vector in it, -1 for a scalar column
 */
public record SpreadColumn(ColumnDescription description, int stilColumn, int element) {}
