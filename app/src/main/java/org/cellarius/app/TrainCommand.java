package org.cellarius.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.TableFile;
import org.cellarius.engine.PartialFiles;
import org.cellarius.engine.StageCache;
import org.cellarius.galaxy.learned.CrossValidation;
import org.cellarius.galaxy.learned.ForestPlan;
import org.cellarius.galaxy.learned.HeldOut;
import org.cellarius.galaxy.learned.LearnedDensity;
import org.cellarius.study.Version;
import org.cellarius.study.learned.LearnedModel;
import org.cellarius.study.learned.LearnedModelFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Learns a conditional density from a table. */
@Command(
        name = "train",
        description = {
            "Learn how a quantity (mass, age, luminosity) depends on labels (teff, logg, fe_h, ...): a density for each star, not a point.",
            "The model goes to MODEL, for `cellarius predict`; stars are held out by turns and tell how well it does."
        })
final class TrainCommand implements Callable<Integer> {

    private static final String ENDING = ".model";

    @Parameters(index = "0", paramLabel = "TABLE", description = "Stars with labels and target.")
    private Path table = Path.of("");

    @Parameters(index = "1", paramLabel = "MODEL", description = "Ending .model.")
    private Path model = Path.of("");

    @Option(
            names = "--labels",
            paramLabel = "COLUMN",
            required = true,
            split = ",",
            description = "Columns that other stars have too, for example teff,logg,fe_h,c_fe,n_fe.")
    private List<String> labels = List.of();

    @Option(names = "--target", paramLabel = "COLUMN", required = true, description = "What is learned.")
    private String target = "";

    @Option(
            names = "--target-error",
            paramLabel = "COLUMN",
            description = "Standard errors of the target, which are taken out of the density.")
    private Optional<String> error = Optional.empty();

    @Option(names = "--log", description = "Learn the logarithm of the target, as suits masses and ages.")
    private boolean logarithmic;

    @Option(
            names = "--folds",
            paramLabel = "N",
            description = "Parts that are held out by turns; 0 for none (default: 10).")
    private int folds = 10;

    @Option(names = "--trees", paramLabel = "N", description = "Trees of the forest (default: 200).")
    private int trees = 200;

    @Option(names = "--seed", paramLabel = "N", description = "Of trees and folds (default: 1).")
    private long seed = 1;

    @Option(
            names = "--report",
            paramLabel = "FOLDER",
            description =
                    "Tables and figures of the stars held out: reliability.csv held-out.csv levels.png comparison.png.")
    private Optional<Path> report = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private Outputs outputs = new Outputs();

    @Mixin
    private TableInput input = new TableInput();

    @Mixin
    private Resources resources = new Resources();

    @Override
    public Integer call() {
        check();
        TableFile file = input.open(table);
        try (var session = session()) {
            var training = TrainingTable.read(
                    session,
                    session.table(file),
                    table,
                    input,
                    new TrainingTable.Wanted(labels, target, error, logarithmic));
            var plan = new ForestPlan(trees, ForestPlan.usual(seed).leastInLeaf(), seed);
            List<HeldOut> held = folds == 0 ? List.of() : heldOut(session, training, plan);
            LearnedDensity density = session.progress()
                    .during(
                            "learning",
                            () -> LearnedDensity.learned(
                                    training.stars(), plan, session.engine().tasks()));
            var learned = new LearnedModel(
                    training.target(),
                    training.labels(),
                    new LearnedModel.Origin(
                            String.valueOf(table.getFileName()), StageCache.sha256Of(table), seed, Version.NUMBER),
                    density);
            PartialFiles.write(model, hidden -> LearnedModelFile.write(learned, hidden));
            report.ifPresent(folder -> HeldOutReport.write(session, folder, held, training));
            tell(learned, held);
        }
        return 0;
    }

    /** Scratch files lie in the folder of the report, where that is written. */
    private TableSession session() {
        report.ifPresent(TrainCommand::make);
        return report.map(folder ->
                        TableSession.writing(table, folder.resolve(HeldOutReport.RELIABILITY), input, resources))
                .orElseGet(() -> TableSession.reading(table, input, resources));
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new InputError("the folder '" + folder + "' cannot be made", "--report", "Choose another name")
                    .withCause(e);
        }
    }

    private static boolean holdsFiles(Path folder) {
        String[] names = folder.toFile().list();
        return names == null ? Files.exists(folder) : names.length > 0;
    }

    private void check() {
        if (!model.toString().endsWith(ENDING)) {
            throw new InputError("'" + model + "' does not end with " + ENDING, "MODEL", "Name it so");
        }
        if (Files.isDirectory(model) || (Files.exists(model) && !outputs.replaces())) {
            throw new InputError("'" + model + "' exists", "", "Choose another name, or replace a file with --force");
        }
        Path folder = model.toAbsolutePath().normalize().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new InputError(
                    "'" + model + "' cannot be written: the folder '" + folder + "' does not exist",
                    "MODEL",
                    "Correct the name, or make the folder");
        }
        if (new HashSet<>(labels).size() < labels.size()) {
            throw new InputError("a label is named twice", "--labels", "Name each once");
        }
        if (labels.contains(target)) {
            throw new InputError("the target '" + target + "' is a label too", "--labels", "Leave it out there");
        }
        if (folds == 1 || folds < 0 || folds > 1000) {
            throw new InputError(folds + " folds", "--folds", "Give 2 to 1000, or 0 to hold out no stars");
        }
        if (trees < 10 || trees > 10_000) {
            throw new InputError(trees + " trees", "--trees", "Give 10 to 10000");
        }
        report.ifPresent(into -> {
            if (folds == 0) {
                throw new InputError("a report without stars held out", "--report", "Leave --folds 0 out");
            }
            if (holdsFiles(into) && !outputs.replaces()) {
                throw new InputError(
                        "'" + into + "' exists", "--report", "Choose another name, or replace its files with --force");
            }
        });
    }

    private List<HeldOut> heldOut(TableSession session, TrainingTable training, ForestPlan plan) {
        int stars = training.stars().stars();
        if (folds > stars / 5) {
            throw new InputError(
                    folds + " folds of " + stars + " stars", "--folds", "Give at most " + stars / 5 + ": five in each");
        }
        session.progress().begin("holding out stars", folds);
        try {
            return CrossValidation.of(
                    training.stars(),
                    plan,
                    folds,
                    session.engine().tasks(),
                    done -> session.progress().advance(1));
        } finally {
            session.progress().end();
        }
    }

    private void tell(LearnedModel learned, List<HeldOut> held) {
        if (json) {
            var object = Json.object()
                    .put("model", model.toString())
                    .put("stars", learned.density().stars().stars());
            HeldOutReport.json(held, object);
            Json.print(object);
            return;
        }
        System.err.println(model + ": " + learned.told());
        HeldOutReport.words(held, logarithmic).ifPresent(System.err::println);
    }
}
