package org.cellarius.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cellarius.app.KernelTool.EarlierStatus;
import org.cellarius.app.KernelTool.Pace;
import org.cellarius.app.KernelTool.Step;
import org.cellarius.app.KernelTool.Units;
import org.cellarius.catalogue.CanonicalColumns;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.StarTable;
import org.cellarius.study.learned.LearnedModel;
import org.cellarius.study.learned.LearnedModel.Label;
import org.cellarius.study.learned.LearnedModelFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Appends what a learned model tells of stars to a table. */
@Command(
        name = "predict",
        description = {
            "Append what a model of `cellarius train` tells of each star: NAME_median NAME_lo NAME_hi NAME_mean NAME_sd and NAME_status,",
            "NAME being the target. Stars unlike all training stars have the status OUTSIDE_TRAINING."
        })
final class PredictCommand implements Callable<Integer> {

    @Mixin
    private TablePaths tables = new TablePaths();

    @Option(names = "--model", paramLabel = "FILE", required = true, description = "Made by `cellarius train`.")
    private Path model = Path.of("");

    @Option(
            names = "--percentiles",
            paramLabel = "P",
            split = ",",
            description = "Also these percentiles, for example 5,95: NAME_p05 NAME_p95.")
    private List<Integer> percentiles = List.of();

    @Mixin
    private KernelTool tool = new KernelTool();

    @Override
    public Integer call() {
        if (percentiles.stream().anyMatch(p -> p < 1 || p > 99)
                || percentiles.stream().distinct().count() < percentiles.size()) {
            throw new InputError(
                    "the percentiles " + percentiles, "--percentiles", "They must lie between 1 and 99 and differ");
        }
        LearnedModel learned = LearnedModelFile.read(model);
        System.err.println("model: " + learned.told());
        var step = new Step(
                Pace.SLOW,
                EarlierStatus.STAYS,
                List.of(),
                List.of(),
                Optional.of(learned.target().name() + "_status"),
                Units.GO_WITHOUT_SAYING,
                List.of());
        tool.append(tables.in(), tables.out(), step, table -> {
            learned.labels().forEach(label -> check(table, label));
            return learned.kernel(percentiles);
        });
        return 0;
    }

    /** Canonical columns are brought to their units; of others the unit must be that of training where both are told. */
    private void check(StarTable table, Label label) {
        String unit = table.require(label.name(), tables.in().toString()).unit();
        boolean differs = !unit.isEmpty() && !label.unit().isEmpty() && !unit.equals(label.unit());
        if (differs && CanonicalColumns.unitOf(label.name()).isEmpty()) {
            throw new InputError(
                    "the column '" + label.name() + "' is in " + unit + ", and the model was trained in "
                            + label.unit(),
                    tables.in().toString(),
                    "Convert the column");
        }
    }
}
