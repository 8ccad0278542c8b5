package org.cellarius.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.engine.StarTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Converts a table from one format to another. */
@Command(
        name = "convert",
        description =
                "Convert a table; formats by content and by the ending of OUT. With --survey to canonical columns and units.")
final class ConvertCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "IN",
            description = "FITS, VOTable, ECSV, CSV, TSV, text, CDS, Parquet, HDF5 or Feather.")
    private Path in = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "OUT",
            description = "Ending .fits .vot .ecsv .csv .tsv .txt .parquet .h5 or .feather; text also with .gz.")
    private Path out = Path.of("");

    @Mixin
    private TableInput input = new TableInput();

    @Mixin
    private SurveyOption survey = new SurveyOption();

    @Mixin
    private TableOutputs outputs = new TableOutputs();

    @Mixin
    private Resources resources = new Resources();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        survey.check();
        Path target = outputs.target(in, out);
        TableFile file = input.open(in);
        try (var session = TableSession.writing(in, target, input, resources)) {
            StarTable table;
            if (TableFormat.ofOutput(target) == TableFormat.PARQUET && survey.isAbsent() && !input.changesValues()) {
                // What stays as it is goes through once: a file of any size, and no copy of it beside the output.
                table = session.engine().convertToParquet(file, target, session.progress());
            } else {
                table = survey.applied(session, session.copy(file), in);
                session.engine().export(table, target, session.progress());
            }
            ToolOutput.written(out, table.rows(), table.columns().size(), json);
            ToolOutput.aboutUnits(table.columnList(), TableFormat.ofOutput(target));
        }
        return 0;
    }
}
