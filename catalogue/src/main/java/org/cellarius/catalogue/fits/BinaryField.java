package org.cellarius.catalogue.fits;

import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;

/**
 * One scalar of the rows of a binary table.
 *
 * @param description as the reader delivers it
 * @param column the column it belongs to
 * @param element its place in a vector, from 0
 * @param cellStart the first byte of the first row's cell, counted from that of the table
 * @param startInCell the first byte of the scalar in its cell
 * @param bytesApart bytes from a row's value to the next one's: of a row, or of a cell where columns are stored whole
 */
record BinaryField(
        ColumnDescription description,
        BinaryColumn column,
        int element,
        long cellStart,
        long startInCell,
        int bytesApart) {
    /** The first byte of the first row's value, counted from that of the table. */
    long start() {
        return cellStart + startInCell;
    }

    /** An unsigned integer column with values that need all 64 bits: the digits as text, exact. */
    BinaryField asText() {
        ColumnDescription d = description;
        return new BinaryField(
                new ColumnDescription(d.name(), ColumnType.TEXT, d.unit(), d.description(), d.ucd()),
                column,
                element,
                cellStart,
                startInCell,
                bytesApart);
    }
}
