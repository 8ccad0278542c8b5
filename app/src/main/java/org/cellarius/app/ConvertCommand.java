package org.cellarius.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.engine.DuckDbEngine;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.PartialFiles;
import org.cellarius.engine.StarTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Converts a table from one format to another. */
@Command(name = "convert", description = "Convert a table; formats by content and by the ending of OUT.")
final class ConvertCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "IN", description = "FITS, VOTable, ECSV, CSV, TSV, text or Parquet.")
    private Path in = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "OUT",
            description = "Ending .fits .vot .ecsv .csv .tsv .txt or .parquet; text also with .gz.")
    private Path out = Path.of("");

    @Mixin
    private TableInput input = new TableInput();

    @Mixin
    private Outputs outputs = new Outputs();

    @Mixin
    private Resources resources = new Resources();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        TableFile file = input.open(in);
        outputs.check(in, out);
        Path folder = Resources.scratchBeside(out);
        Path scratch = PartialFiles.reserve(folder.resolve("convert.parquet"));
        var settings = new EngineSettings(folder, List.of(in), List.of(), resources.threads, resources.memoryMiB);
        try (var engine = DuckDbEngine.open(settings)) {
            StarTable table = engine.importTable(file, Optional.empty(), scratch, new TerminalProgress());
            engine.export(table, out);
            Told.written(out, table.rows(), table.columns().size(), json);
            Told.aboutUnits(table, TableFormat.ofOutput(out));
        } finally {
            PartialFiles.discard(scratch);
        }
        return 0;
    }
}
