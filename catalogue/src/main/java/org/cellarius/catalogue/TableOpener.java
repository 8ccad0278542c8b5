package org.cellarius.catalogue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.feather.FeatherTables;
import org.cellarius.catalogue.fits.FitsTables;
import org.cellarius.catalogue.hdf5.Hdf5Tables;
import org.cellarius.catalogue.text.DelimitedTables;
import org.cellarius.catalogue.text.FixedWidthTables;
import org.cellarius.catalogue.text.FormatSniffer;
import org.cellarius.catalogue.text.VizierTables;
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
            case CSV, ECSV -> DelimitedTables.open(path, gzipped, format);
            case TSV -> {
                Optional<StreamedTable> vizier = VizierTables.open(path, gzipped);
                yield vizier.isPresent() ? vizier.get() : DelimitedTables.open(path, gzipped, format);
            }
            case CDS -> FixedWidthTables.open(path, gzipped);
            case PARQUET -> new ParquetTable(path);
            case HDF5 -> Hdf5Tables.open(path, selection);
            case FEATHER -> FeatherTables.open(path);
        };
    }

    static List<String> tablesIn(Path path) {
        boolean gzipped = FormatSniffer.isGzipped(path);
        return switch (TableFormat.ofInput(path)) {
            case FITS -> FitsTables.tablesIn(path, gzipped);
            case VOTABLE -> VoTables.tablesIn(path, gzipped);
            case HDF5 -> Hdf5Tables.tablesIn(path);
            case TEXT, CSV, TSV, ECSV, CDS, PARQUET, FEATHER -> List.of("1: " + path.getFileName());
        };
    }
}
