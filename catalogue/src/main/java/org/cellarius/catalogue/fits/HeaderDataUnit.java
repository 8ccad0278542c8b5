package org.cellarius.catalogue.fits;

import uk.ac.starlink.fits.FitsHeader;

/**
 * A header-data unit of a FITS file.
 *
 * @param number 0 for the primary unit
 * @param kind what the unit holds
 * @param name EXTNAME, empty if there is none
 * @param header the parsed header
 * @param rows NAXIS2 of a table, otherwise 0
 * @param dataStart the offset of the first data byte in the (inflated) file
 * @param bytesPromised the data bytes that the header promises, without padding
 * @param bytesPresent the data bytes that are there, at most those promised
 */
record HeaderDataUnit(
        int number,
        Kind kind,
        String name,
        FitsHeader header,
        long rows,
        long dataStart,
        long bytesPromised,
        long bytesPresent) {
    enum Kind {
        BINARY_TABLE,
        ASCII_TABLE,
        OTHER
    }

    boolean isTable() {
        return kind != Kind.OTHER;
    }

    /** For lists shown to the user: {@code 1: stars (1059 rows)}. */
    String label() {
        return number + ": " + (name.isEmpty() ? "(no name)" : name) + " (" + rows + " rows)";
    }
}
