package org.cellarius.app;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.catalogue.TableSelection;
import org.cellarius.catalogue.samp.SampHub;
import org.cellarius.catalogue.samp.TableMessage;
import org.cellarius.catalogue.tap.WebFile;
import org.cellarius.engine.StarTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes the table that TOPCAT, Aladin or another program on this machine sends next. */
@Command(
        name = "receive",
        description = "Wait for a table from a program at the SAMP hub of this machine, and write it.")
final class ReceiveCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "OUT",
            description = "Ending .fits .vot .ecsv .csv .tsv .txt .parquet .h5 or .feather.")
    private Path out = Path.of("");

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private Patience patience = new Patience();

    @Mixin
    private TableOutputs outputs = new TableOutputs();

    @Mixin
    private Resources resources = new Resources();

    @Override
    public Integer call() {
        Path target = outputs.target(out);
        var settings = patience.settings();
        try (SampHub hub = SampHub.join();
                var session = TableSession.writing(List.of(), target, new TableInput(), resources)) {
            hub.receive(
                    settings.silence(),
                    () -> System.err.println("waiting for a table; this program is called Cellarius at the hub"),
                    message -> write(message, session, target));
        }
        return 0;
    }

    private void write(TableMessage message, TableSession session, Path target) {
        System.err.println(message.sender() + " sends " + (message.name().isEmpty() ? "a table" : message.name()) + ": "
                + message.address());
        Path file = here(message, session);
        StarTable table =
                session.copy(TableFile.open(file, TableSelection.automatic().withFormat(message.format())));
        outputs.checkStillFree(target);
        session.engine().export(table, target, session.progress());
        ToolOutput.written(out, table.rows(), table.columns().size(), json);
        ToolOutput.aboutUnits(table.columnList(), TableFormat.ofOutput(target));
    }

    /** A file of this machine where it lies, one of the web in the scratch folder. */
    private Path here(TableMessage message, TableSession session) {
        if (!message.address().toLowerCase(Locale.ROOT).startsWith("file:")) {
            Path file = session.scratch("received");
            WebFile.at(message.address()).to(file, patience.settings(), new QueryProgress());
            return file;
        }
        try {
            Path file =
                    Path.of(URI.create("file://" + URI.create(message.address()).getRawPath()));
            if (Files.isRegularFile(file)) {
                return file;
            }
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            System.getLogger(ReceiveCommand.class.getName()).log(System.Logger.Level.DEBUG, "address", e);
        }
        throw new InputError(
                "there is no file at '" + message.address() + "'", message.sender(), "Send the table again");
    }
}
