package org.cellarius.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cellarius.galaxy.learned.HeldOut;
import org.cellarius.galaxy.learned.Reliability;
import org.cellarius.measure.drawing.FigureFile;
import org.cellarius.study.learned.LearnedFigures;
import org.cellarius.study.learned.ReliabilityTables;
import tools.jackson.databind.node.ObjectNode;

/** What stars held out tell of a model: tables, figures, a line, numbers for scripts. */
final class HeldOutReport {

    static final String RELIABILITY = "reliability.csv";

    private HeldOutReport() {}

    /** Writes tables and figures into a folder that is there. */
    static void write(TableSession session, Path folder, List<HeldOut> held, TrainingTable training) {
        Reliability told = Reliability.of(held);
        FigureFile.write(LearnedFigures.levels(held, told), folder.resolve("levels.png"));
        FigureFile.write(LearnedFigures.comparison(held, told, training.target()), folder.resolve("comparison.png"));
        var engine = session.engine();
        engine.export(
                engine.store(
                        ReliabilityTables.reliability(held, training.target()), session.scratch("reliability.parquet")),
                folder.resolve(RELIABILITY));
        engine.export(
                engine.store(
                        ReliabilityTables.stars(held, training.rows(), training.target()),
                        session.scratch("held-out.parquet")),
                folder.resolve("held-out.csv"));
    }

    /** Adds the numbers, where stars were held out. */
    static void json(List<HeldOut> held, ObjectNode object) {
        if (held.isEmpty()) {
            return;
        }
        Reliability told = Reliability.of(held);
        var numbers = object.putObject("held_out");
        Json.number(numbers, "bias", told.bias());
        Json.number(numbers, "scatter", told.scatter());
        Json.number(numbers, "slope", told.compression());
        Json.number(numbers, "coverage_68", told.coverage68());
        Json.number(numbers, "coverage_95", told.coverage95());
        Json.number(numbers, "ks_distance", told.distance());
        Json.number(numbers, "ks_p", told.chance());
    }

    /** The same in a line. */
    static Optional<String> words(List<HeldOut> held, boolean logarithmic) {
        if (held.isEmpty()) {
            return Optional.empty();
        }
        Reliability told = Reliability.of(held);
        return Optional.of(String.format(
                Locale.ROOT,
                "stars held out: bias %.3g, scatter %.3g%s, slope %.2f; %.1f %% within 68 %%, %.1f %% within 95 %%, uniform levels: KS p = %.2g",
                told.bias(),
                told.scatter(),
                logarithmic ? " (of the logarithm)" : "",
                told.compression(),
                100 * told.coverage68(),
                100 * told.coverage95(),
                told.chance()));
    }
}
