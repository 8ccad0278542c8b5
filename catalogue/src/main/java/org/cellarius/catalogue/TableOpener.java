package org.cellarius.catalogue;

import java.nio.file.Path;
import java.util.List;
import org.cellarius.catalogue.fits.FitsTables;
import org.cellarius.catalogue.text.DelimitedTables;
import org.cellarius.catalogue.text.FormatSniffer;
import org.cellarius.catalogue.text.WhitespaceTables;
import org.cellarius.catalogue.votable.VoTables;

/** Sends a file to the reader of its format. */
final class TableOpener {
    private TableOpener() {}

    static TableFile open(Path path, TableSelection selection) {
        boolean gzipped = FormatSniffer.isGzipped(path);
        TableFormat format = selection.format().orElseGet(() -> TableFormat.ofInput(path));
        return switch (format) {
            case FITS -> FitsTables.open(path, gzipped, selection);
            case VOTABLE -> VoTables.open(path, gzipped, selection);
            case TEXT -> WhitespaceTables.open(path, gzipped);
            case CSV, TSV, ECSV -> DelimitedTables.open(path, gzipped, format);
            case PARQUET -> new ParquetTable(path);
        };
    }

    static List<String> tablesIn(Path path) {
        boolean gzipped = FormatSniffer.isGzipped(path);
        return switch (TableFormat.ofInput(path)) {
            case FITS -> FitsTables.tablesIn(path, gzipped);
            case VOTABLE -> VoTables.tablesIn(path, gzipped);
            case TEXT, CSV, TSV, ECSV, PARQUET -> List.of("1: " + path.getFileName());
        };
    }
}
