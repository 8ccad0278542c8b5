package org.cellarius.catalogue.fits;

import java.nio.file.Path;
import org.cellarius.catalogue.InputError;
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
        /** A table as tiles of compressed columns (ZTABLE, standard 4.0, section 10.3). */
        COMPRESSED_TABLE,
        /** An image as tiles in a table (ZIMAGE, section 10.1). */
        COMPRESSED_IMAGE,
        OTHER
    }

    boolean isTable() {
        return switch (kind) {
            case BINARY_TABLE, ASCII_TABLE, COMPRESSED_TABLE -> true;
            case COMPRESSED_IMAGE, OTHER -> false;
        };
    }

    /** Tiles hold no values: they are refused by name. */
    void requireUncompressed(Path path) {
        switch (kind) {
            case COMPRESSED_TABLE ->
                throw new InputError(
                        "the FITS table " + label() + " is tile-compressed (ZTABLE)",
                        path.toString(),
                        "Unpack it with  funpack " + path + "  (CFITSIO)");
            case COMPRESSED_IMAGE ->
                throw new InputError(
                        "unit " + number + (name.isEmpty() ? "" : ", " + name)
                                + " of the FITS file is a tile-compressed image (ZIMAGE), no table",
                        path.toString(),
                        "Give a file with a BINTABLE or TABLE extension");
            case BINARY_TABLE, ASCII_TABLE, OTHER -> {}
        }
    }

    /** For lists shown to the user: {@code 1: stars (1059 rows)}. */
    String label() {
        return number + ": " + (name.isEmpty() ? "(no name)" : name) + " (" + rows + " rows)";
    }
}
