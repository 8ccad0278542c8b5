package org.cellarius.app;

import java.util.concurrent.Callable;
import org.cellarius.engine.Progress;
import org.cellarius.study.product.Numbers;
import org.cellarius.study.product.ProductResult;
import org.cellarius.study.result.Comparison;
import org.cellarius.study.result.Comparison.Verdict;
import org.cellarius.study.result.RunResult;
import org.cellarius.study.run.RunOptions.Overwrite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a study. */
@Command(name = "run", description = "Run a study: catalogues to gradients, maps, tables and a report.")
final class RunCommand implements Callable<Integer> {

    @Mixin
    private StudyOptions options = new StudyOptions();

    @Mixin
    private Outputs outputs = new Outputs();

    @Option(names = "--json", description = "Print one JSON object about the run.")
    private boolean json;

    @Option(
            names = "--require-agreement",
            description = "Fail if a number leaves the tolerance of the study's expected numbers.")
    private boolean requireAgreement;

    @Override
    public Integer call() {
        Progress progress = new TerminalProgress();
        RunResult result = options.run(outputs.replaces() ? Overwrite.REPLACE : Overwrite.REFUSE, progress)
                .run();
        if (json) {
            printJson(result);
        } else {
            printText(result);
        }
        boolean disagrees = result.comparison()
                .map(c -> c.count(Verdict.DIFFERS) + c.count(Verdict.MISSING) > 0)
                .orElse(false);
        if (requireAgreement && disagrees) {
            System.err.println(
                    "cellarius: a number leaves the tolerance of the expected ones; see the table 'comparison'");
            return Cellarius.FAILED;
        }
        return 0;
    }

    private static void printText(RunResult result) {
        System.out.println(
                result.study().title() + ": " + Numbers.stars(result.stars().rows()));
        result.comparison().ifPresent(comparison -> {
            System.out.printf(
                    "%-34s %5s  %-10s %-24s %-24s %s%n", "product", "slice", "quantity", "ours", "expected", "verdict");
            for (Comparison.Line l : comparison.lines()) {
                System.out.printf(
                        "%-34s %5d  %-10s %-24s %-24s %s%n",
                        l.product(),
                        l.slice(),
                        l.quantity(),
                        Numbers.withError(l.ours(), l.oursError()),
                        Numbers.withError(l.expected(), l.expectedError()),
                        l.verdict().name().toLowerCase(java.util.Locale.ROOT));
            }
        });
        for (ProductResult product : result.products()) {
            product.notes()
                    .forEach(n -> System.out.println("note on " + product.head().name() + ": " + n));
        }
        System.out.println("report: " + result.folder().resolve("report.html"));
    }

    private static void printJson(RunResult result) {
        var object = Json.object();
        object.put("study", result.study().name());
        object.put("folder", result.folder().toString());
        object.put("report", result.folder().resolve("report.html").toString());
        object.put("stars", result.stars().rows());
        var products = object.putArray("products");
        result.products().forEach(p -> products.add(p.head().name()));
        result.comparison().ifPresent(c -> {
            var verdicts = object.putObject("comparison");
            for (Verdict v : Verdict.values()) {
                verdicts.put(v.name().toLowerCase(java.util.Locale.ROOT), c.count(v));
            }
        });
        Json.print(object);
    }
}
