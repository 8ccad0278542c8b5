package org.cellarius.catalogue;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.cellarius.catalogue.text.FormatSniffer;

/** The formats of table files. */
public enum TableFormat {
    FITS,
    VOTABLE,
    ECSV,
    CSV,
    TSV,
    /** Words separated by any number of blanks and tabs. */
    TEXT,
    /** Text of fixed width with a byte-by-byte description: of CDS in a ReadMe beside it, of the AAS journals in the file. */
    CDS,
    PARQUET,
    HDF5,
    /** Arrow IPC files, also called Feather version 2. */
    FEATHER;

    private static final String ENDINGS =
            ".fits .fit .vot .votable .xml .ecsv .csv .tsv .txt .dat .parquet .h5 .hdf5 .feather .arrow (a text one also with .gz)";

    /**
     * The format that an output file's ending asks for.
     *
     * @throws InputError if the ending is unknown
     */
    public static TableFormat ofOutput(Path file) {
        return byEnding(file)
                .orElseThrow(() -> new InputError(
                        "the ending of the file says no table format", file.toString(), "Use one of " + ENDINGS));
    }

    /**
     * The format of an input file: by its first bytes (gzip unwrapped), then by its ending, then by the look of its first
     * lines.
     *
     * @throws InputError if the file is missing, empty, or no table that we know
     */
    public static TableFormat ofInput(Path file) {
        return FormatSniffer.formatOf(file);
    }

    /** Whether the format compresses inside, so that a file of it is not compressed once more. */
    public boolean isPackedItself() {
        return switch (this) {
            case PARQUET, HDF5, FEATHER -> true;
            case FITS, VOTABLE, ECSV, CSV, TSV, TEXT, CDS -> false;
        };
    }

    /** The format that a file's ending names, a {@code .gz} behind it ignored where the format may be compressed. */
    public static Optional<TableFormat> byEnding(Path file) {
        Path last = file.getFileName();
        String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
        boolean compressed = name.endsWith(".gz");
        if (compressed) {
            name = name.substring(0, name.length() - 3);
        }
        String ending = name.substring(name.lastIndexOf('.') + 1);
        Optional<TableFormat> format = switch (name.contains(".") ? ending : "") {
            case "fits", "fit" -> Optional.of(FITS);
            case "vot", "votable", "xml" -> Optional.of(VOTABLE);
            case "ecsv" -> Optional.of(ECSV);
            case "csv" -> Optional.of(CSV);
            case "tsv" -> Optional.of(TSV);
            case "txt", "dat" -> Optional.of(TEXT);
            case "parquet" -> Optional.of(PARQUET);
            case "h5", "hdf5" -> Optional.of(HDF5);
            case "feather", "arrow" -> Optional.of(FEATHER);
            default -> Optional.empty();
        };
        return format.filter(known -> !(compressed && known.isPackedItself()));
    }
}
