package org.cellarius.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.catalogue.tap.Recipe;
import org.cellarius.catalogue.tap.TapJob;
import org.cellarius.catalogue.tap.TapQuery;
import org.cellarius.catalogue.tap.TapService;
import org.cellarius.catalogue.tap.TapUpload;
import org.cellarius.engine.StarTable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks an archive by ADQL for a table. */
@Command(
        name = "query",
        description = {
            "Ask an archive for a table by ADQL (TAP): as a job that can be taken up again, or at once with --sync.",
            "Services: gaia, vizier, simbad, datacentral, or the address of any other."
        })
final class QueryCommand implements Callable<Integer> {

    /** Gaia's archive cuts one request after so many rows. */
    private static final long SILENT_LIMIT = 2000;

    @Mixin
    private QueryText query = new QueryText();

    @Option(names = "--service", paramLabel = "NAME|URL", description = "The archive (default: the recipe's).")
    private Optional<String> service = Optional.empty();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "OUT",
            description = "Ending .fits .vot .ecsv .csv .tsv .txt .parquet .h5 or .feather.")
    private Optional<Path> out = Optional.empty();

    /** One request or a job. */
    static final class Way {
        @Option(
                names = "--sync",
                description = "One request, for small tables: archives allow it little time and few rows.")
        boolean sync;

        @Option(names = "--async", description = "A job at the archive (default).")
        boolean async;
    }

    @ArgGroup
    private Way way = new Way();

    @Option(names = "--maxrec", paramLabel = "N", description = "The most rows (default: the archive's own limit).")
    private Optional<Long> maxrec = Optional.empty();

    @Option(
            names = "--upload",
            paramLabel = "NAME=TABLE",
            description = "Send a table along; the query calls it TAP_UPLOAD.NAME.")
    private Map<String, Path> uploads = new LinkedHashMap<>();

    @Option(names = "--resume", paramLabel = "URL", description = "Go on with a job by its address, without a query.")
    private Optional<String> resume = Optional.empty();

    @Option(names = "--recipes", description = "List the recipes.")
    private boolean recipes;

    @Option(names = "--print", description = "Print the query instead of asking it.")
    private boolean print;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private Patience patience = new Patience();

    @Mixin
    private TableOutputs outputs = new TableOutputs();

    @Mixin
    private Resources resources = new Resources();

    private final TableInput input = new TableInput();

    @Override
    public Integer call() {
        if (recipes) {
            Recipe.all().forEach(r -> System.out.printf("%-24s %s (%s)%n", r.name(), r.title(), r.paper()));
        } else if (print) {
            System.out.println(query.shown());
        } else {
            ask();
        }
        return 0;
    }

    private void ask() {
        Path named = out.orElseThrow(
                () -> new InputError("no output is given", "", "Add -o OUT, for example -o stars.parquet"));
        if (resume.isPresent()
                && (query.isGiven() || way.sync || maxrec.isPresent() || !uploads.isEmpty() || service.isPresent())) {
            throw new InputError("a job knows its query", "--resume", "Give the job's address and -o OUT only");
        }
        Path target = outputs.target(named);
        List<Path> files = List.copyOf(uploads.values());
        try (var session = TableSession.writing(files, target, input, resources);
                var archived = new ArchiveQuery(patience.settings(), target, session.scratch("answer.vot"))) {
            ArchiveQuery.Reply reply;
            if (resume.isPresent()) {
                reply = archived.resumed(TapJob.at(resume.get()));
            } else {
                String text = query.text();
                TapQuery asked = new TapQuery(text, mostRows(), sent(session));
                reply = way.sync ? archived.atOnce(archive(), asked) : archived.byJob(archive(), asked, files);
            }
            StarTable table = session.table(input.open(reply.answer().votable()));
            outputs.checkStillFree(target);
            session.engine().export(table, target, session.progress());
            archived.done(reply);
            tell(named, TableFormat.ofOutput(target), table, reply);
        }
    }

    private TapService archive() {
        String word = service.or(() -> query.recipe().map(Recipe::service))
                .orElseThrow(() -> new InputError(
                        "no archive is given", "", "Add --service gaia, vizier, simbad, datacentral or an address"));
        return TapService.of(word);
    }

    private OptionalLong mostRows() {
        return maxrec.map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /** The tables to send, as VOTables. */
    private List<TapUpload> sent(TableSession session) {
        var sent = new ArrayList<TapUpload>();
        for (Map.Entry<String, Path> upload : uploads.entrySet()) {
            var table = new TapUpload(upload.getKey(), session.scratch("upload-" + sent.size() + ".vot"));
            session.engine().export(session.copy(input.open(upload.getValue())), table.votable(), session.progress());
            sent.add(table);
        }
        return sent;
    }

    private void tell(Path named, TableFormat format, StarTable table, ArchiveQuery.Reply reply) {
        boolean full = maxrec.isPresent() && maxrec.get() == table.rows();
        if (reply.answer().overflow()) {
            System.err.printf(
                    "warning: rows are missing: the archive stopped after %,d. Ask for more with --maxrec, or in parts%n",
                    table.rows());
        } else if (full) {
            System.err.println("warning: there are exactly as many rows as --maxrec allows; more may be missing");
        } else if (way.sync && table.rows() == SILENT_LIMIT) {
            System.err.println(
                    "warning: exactly 2,000 rows, where Gaia's archive stops with --sync; more may be missing");
        }
        if (json) {
            var told = Json.object()
                    .put("out", named.toString())
                    .put("rows", table.rows())
                    .put("columns", table.columns().size())
                    .put("overflow", reply.answer().overflow());
            reply.job().ifPresentOrElse(j -> told.put("job", j.address().toString()), () -> told.putNull("job"));
            Json.print(told);
        } else {
            ToolOutput.written(named, table.rows(), table.columns().size(), false);
        }
        ToolOutput.aboutUnits(table.columnList(), format);
    }
}
