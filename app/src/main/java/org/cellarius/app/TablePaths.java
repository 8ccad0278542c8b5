package org.cellarius.app;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The table that is read and the one that is written. */
final class TablePaths {

    @Parameters(
            index = "0",
            paramLabel = "IN",
            description = "FITS, VOTable, ECSV, CSV, TSV, text, CDS, Parquet, HDF5 or Feather.")
    private Path in = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "OUT",
            description = "Ending .fits .vot .ecsv .csv .tsv .txt .parquet .h5 or .feather.")
    private Path out = Path.of("");

    Path in() {
        return in;
    }

    Path out() {
        return out;
    }
}
