package org.cellarius.app;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The table that is read and the one that is written. */
final class TablePaths {

    @Parameters(index = "0", paramLabel = "IN", description = "FITS, VOTable, ECSV, CSV, TSV, text or Parquet.")
    private Path in = Path.of("");

    @Parameters(index = "1", paramLabel = "OUT", description = "Ending .fits .vot .ecsv .csv .tsv .txt or .parquet.")
    private Path out = Path.of("");

    Path in() {
        return in;
    }

    Path out() {
        return out;
    }
}
