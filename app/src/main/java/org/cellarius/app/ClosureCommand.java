package org.cellarius.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.Progress;
import org.cellarius.galaxy.fit.Closure;
import org.cellarius.measure.fit.LineChoice;
import org.cellarius.measure.product.Numbers;
import org.cellarius.study.result.ClosureLine;
import org.cellarius.study.run.ClosurePlan;
import org.cellarius.study.run.ClosureRun;
import org.cellarius.study.run.RunOptions.Overwrite;
import org.cellarius.study.run.StudyRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tests which lines of a study tell the truth. */
@Command(
        name = "closure",
        description = {
            "Closure test: mock samples of known slope go through a study's own derivation, cuts and corrections; tells bias, scatter and coverage of each line.",
            "",
            "The study's stars are observed anew: y is drawn from the line found in them (or --slope, --scatter), and y and every column with an error (distance with distance_error or distance_lo and distance_hi, age with age_error, …) is measured again. Each population and variant has mocks of its own."
        })
final class ClosureCommand implements Callable<Integer> {

    @Mixin
    private StudyOptions options = new StudyOptions();

    @Option(names = "--mock", paramLabel = "N", required = true, description = "Number of mock samples.")
    private int samples;

    @Option(names = "--seed", paramLabel = "N", description = "Of the random numbers (default: 1).")
    private long seed = 1;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            split = ",",
            description = "Lines to try, as of cellarius fit, with their usual settings (default: each product's own).")
    private List<String> methods = List.of();

    @Option(names = "--product", paramLabel = "NAME", split = ",", description = "Gradients to test (default: all).")
    private List<String> products = List.of();

    @Option(
            names = "--slope",
            paramLabel = "SLOPE",
            description = "Slope of the mock in all slices (default: as found in the study's stars, slice by slice).")
    private Optional<Double> slope = Optional.empty();

    @Option(
            names = "--scatter",
            paramLabel = "SCATTER",
            description = "Its intrinsic scatter (default: as found in the study's stars).")
    private Optional<Double> scatter = Optional.empty();

    @Option(
            names = "--table",
            paramLabel = "FILE",
            description = "Also write the result as a table, in the format of the file's ending.")
    private Optional<Path> table = Optional.empty();

    @Mixin
    private Outputs outputs = new Outputs();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        for (String method : methods) {
            Choice.of("method", method, LineChoice.METHODS, m -> m, "--method");
        }
        if (scatter.filter(s -> !(s >= 0)).isPresent()) {
            throw new InputError("a scatter of " + scatter.orElse(0.0), "--scatter", "Give a number of at least 0");
        }
        table = table.map(t -> outputs.target(options.file(), t));
        Progress progress = new TerminalProgress();
        StudyRun study = options.run(Overwrite.REFUSE, progress);
        var test = new ClosureRun(study, plan(), progress);
        List<ClosureLine> lines = test.measure();
        table.ifPresent(t -> test.write(lines, t));
        test.notes().forEach(n -> System.err.println("note: " + n));
        if (json) {
            printJson(study, lines);
        } else {
            printText(lines);
        }
        if (lines.stream().allMatch(l -> l.closure().failed() == l.closure().samples())) {
            System.err.println("cellarius: no mock sample gave a line, so nothing was tested");
            return Cellarius.FAILED;
        }
        return 0;
    }

    private ClosurePlan plan() {
        try {
            return new ClosurePlan(
                    samples,
                    seed,
                    methods,
                    products,
                    slope.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                    scatter.map(OptionalDouble::of).orElse(OptionalDouble.empty()));
        } catch (IllegalArgumentException e) {
            throw new InputError(String.valueOf(e.getMessage()), "--mock", "For example --mock 200").withCause(e);
        }
    }

    private static void printText(List<ClosureLine> lines) {
        System.out.printf(
                "%-34s %5s  %-21s %-10s %-22s %-10s %-10s %6s %6s%n",
                "product", "slice", "method", "truth", "bias", "scatter", "stated", "68%", "95%");
        for (ClosureLine l : lines) {
            Closure c = l.closure();
            String of = String.join(
                    ", ",
                    List.of(l.product(), l.population(), l.variant()).stream()
                            .filter(t -> !t.isEmpty())
                            .toList());
            System.out.printf(
                    "%-34s %5d  %-21s %-10s %-22s %-10s %-10s %6s %6s%s%n",
                    of,
                    l.slice(),
                    l.method(),
                    Numbers.fixed(l.truth(), 4),
                    Numbers.withError(c.bias(), c.biasError()),
                    Numbers.fixed(c.scatter(), 4),
                    Numbers.fixed(c.statedError(), 4),
                    percent(c.coverage68()),
                    percent(c.coverage95()),
                    c.failed() > 0
                            ? "  " + c.failed() + " of " + c.samples() + " without a line: "
                                    + l.failure().orElse("")
                            : "");
        }
    }

    private static String percent(double fraction) {
        return Double.isFinite(fraction) ? Numbers.fixed(100 * fraction, 0) + "%" : "–";
    }

    private void printJson(StudyRun study, List<ClosureLine> lines) {
        var object = Json.object();
        object.put("study", study.study().name());
        object.put("samples", samples);
        object.put("seed", seed);
        var rows = object.putArray("lines");
        for (ClosureLine l : lines) {
            var row = rows.addObject();
            row.put("product", l.product());
            row.put("population", l.population());
            row.put("variant", l.variant());
            row.put("slice", l.slice());
            row.put("method", l.method());
            row.put("unit", l.unit());
            Json.number(row, "truth", l.truth());
            Json.number(row, "bias", l.closure().bias());
            Json.number(row, "bias_error", l.closure().biasError());
            Json.number(row, "scatter", l.closure().scatter());
            Json.number(row, "stated_error", l.closure().statedError());
            Json.number(row, "coverage_68", l.closure().coverage68());
            Json.number(row, "coverage_95", l.closure().coverage95());
            row.put("failed", l.closure().failed());
            l.failure().ifPresent(f -> row.put("failure", f));
        }
        Json.print(object);
    }
}
