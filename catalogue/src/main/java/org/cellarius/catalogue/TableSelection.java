package org.cellarius.catalogue;

import java.util.Optional;

/**
 * Which table of a file is meant, and in which format the file is.
 *
 * @param format the format, when the file's content and ending should not decide
 * @param hdu the table: the number of a FITS extension or VOTable table counted from 1 ({@code "2"}), or its name
 */
public record TableSelection(Optional<TableFormat> format, Optional<String> hdu) {
    private static final TableSelection AUTOMATIC = new TableSelection(Optional.empty(), Optional.empty());

    /** Format by content, first table of the file. */
    public static TableSelection automatic() {
        return AUTOMATIC;
    }

    public TableSelection withFormat(TableFormat wanted) {
        return new TableSelection(Optional.of(wanted), hdu);
    }

    public TableSelection withHdu(String wanted) {
        return new TableSelection(format, Optional.of(wanted));
    }
}
