package org.cellarius.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.samp.Delivery;
import org.cellarius.catalogue.samp.SampHub;
import org.cellarius.catalogue.tap.ServiceFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends a table to TOPCAT, Aladin or another program on this machine. */
@Command(
        name = "send",
        description = "Send a table to programs at the SAMP hub of this machine, such as TOPCAT and Aladin.")
final class SendCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "TABLE", description = "Any table that convert reads.")
    private Path table = Path.of("");

    @Option(
            names = "--client",
            paramLabel = "NAME",
            description = "The program, such as topcat (default: all that take tables).")
    private Optional<String> client = Optional.empty();

    @Option(
            names = "--title",
            paramLabel = "TEXT",
            description = "What the table is called there (default: the file's name).")
    private Optional<String> title = Optional.empty();

    @Mixin
    private Patience patience = new Patience();

    @Mixin
    private TableInput input = new TableInput();

    @Mixin
    private Resources resources = new Resources();

    @Override
    public Integer call() {
        TableFile file = input.open(table);
        var settings = patience.settings();
        try (SampHub hub = SampHub.join();
                var session = TableSession.reading(table, input, resources)) {
            Path votable = session.scratch("sent.vot");
            session.engine().export(session.copy(file), votable, session.progress());
            String name = title.orElseGet(() -> String.valueOf(table.getFileName()));
            List<Delivery> answers = hub.send(votable, name, client, settings.silence());
            for (Delivery answer : answers) {
                System.err.println(
                        answer.client() + (answer.taken() ? ": taken" : ": not taken (" + answer.reason() + ")"));
            }
            if (answers.stream().noneMatch(Delivery::taken)) {
                throw new ServiceFailure("no program took the table");
            }
        }
        return 0;
    }
}
