package org.cellarius.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cellarius.engine.Progress;
import org.cellarius.measure.product.KeyNumber;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.study.result.Comparison;
import org.cellarius.study.result.Comparison.Verdict;
import org.cellarius.study.result.KeyNumbers;
import org.cellarius.study.result.RunResult;
import org.cellarius.study.run.RunOptions.Overwrite;
import org.cellarius.study.run.RunOptions.Part;
import org.cellarius.study.run.StudyRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a study. */
@Command(name = "run", description = "Run a study: catalogues to gradients, maps, tables and a report.")
final class RunCommand implements Callable<Integer> {

    private static final long LARGE_CACHE_BYTES = 200_000_000;

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

    @Option(
            names = "--skip-vary",
            description = "Leave out the section 'vary', the study with other settings: a first look.")
    private boolean skipVary;

    @Override
    public Integer call() {
        Progress progress = new TerminalProgress();
        StudyRun run = options.run(
                outputs.replaces() ? Overwrite.REPLACE : Overwrite.REFUSE,
                skipVary ? Part.WITHOUT_VARY : Part.WHOLE,
                progress);
        RunResult result = run.run();
        if (json) {
            printJson(result, run.notes());
        } else {
            printText(result);
        }
        options.largeCache(LARGE_CACHE_BYTES).ifPresent(progress::note);
        boolean disagrees = result.comparison()
                .map(c -> c.count(Verdict.DIFFERS) + c.count(Verdict.MISSING) > 0)
                .orElse(false);
        if (requireAgreement && disagrees) {
            System.err.println(
                    "cellarius: a number leaves the tolerance of the expected ones; see the table 'comparison'");
            return Cellarius.FAILED;
        }
        List<String> empty = new ArrayList<>(withoutNumbers(result));
        result.lost()
                .forEach(l -> empty.add(
                        "not measured: " + l.reason().what() + ". " + l.reason().remedy()));
        empty.forEach(told -> System.err.println("cellarius: " + told));
        return empty.isEmpty() ? 0 : Cellarius.FAILED;
    }

    /** Products whose fits all failed: a status in a table does not stop a script. */
    private static List<String> withoutNumbers(RunResult result) {
        Map<String, List<KeyNumber>> byProduct = KeyNumbers.of(result.study(), result.products()).stream()
                .collect(Collectors.groupingBy(KeyNumber::product, LinkedHashMap::new, Collectors.toList()));
        return byProduct.entrySet().stream()
                .filter(e -> e.getValue().stream().noneMatch(k -> Double.isFinite(k.value())))
                .map(e -> "the product '" + e.getKey() + "' has no number at all: "
                        + e.getValue().stream().map(KeyNumber::text).distinct().collect(Collectors.joining(", "))
                        + "; the report tells why")
                .toList();
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
        printKeyNumbers(KeyNumbers.of(result.study(), result.products()));
        System.out.print(ProductTables.text(result.products()));
        for (ProductResult product : result.products()) {
            product.notes()
                    .forEach(n -> System.out.println("note on " + product.head().name() + ": " + n));
        }
        System.out.println("report: " + result.folder().resolve("report.html"));
    }

    private static void printKeyNumbers(List<KeyNumber> numbers) {
        if (numbers.isEmpty()) {
            return;
        }
        int product = width("product", numbers, KeyNumber::product);
        int sample = width("sample", numbers, KeyNumber::sample);
        int quantity = width("quantity", numbers, KeyNumber::quantity);
        int value = width("value", numbers, KeyNumber::text);
        String line = "%-" + product + "s  %-" + sample + "s  %-" + quantity + "s  %-" + value + "s  %12s%n";
        System.out.printf(line, "product", "sample", "quantity", "value", "stars");
        for (KeyNumber k : numbers) {
            System.out.printf(line, k.product(), k.sample(), k.quantity(), k.text(), k.stars());
        }
    }

    private static int width(String head, List<KeyNumber> numbers, Function<KeyNumber, String> text) {
        return Math.max(
                head.length(),
                numbers.stream().mapToInt(k -> text.apply(k).length()).max().orElse(0));
    }

    private static void printJson(RunResult result, List<String> notes) {
        var object = Json.object();
        object.put("study", result.study().name());
        object.put("folder", result.folder().toString());
        object.put("report", result.folder().resolve("report.html").toString());
        object.put("stars", result.stars().rows());
        var products = object.putArray("products");
        result.products().forEach(p -> products.add(p.head().name()));
        var numbers = object.putArray("numbers");
        KeyNumbers.of(result.study(), result.products()).forEach(k -> {
            var number = numbers.addObject();
            number.put("product", k.product());
            number.put("sample", k.sample());
            number.put("quantity", k.quantity());
            Json.number(number, "value", k.value());
            Json.number(number, "error", k.error());
            Json.number(number, "systematic", k.systematic());
            number.put("unit", k.unit());
            k.n().ifPresent(n -> number.put("n", n));
            number.put("status", k.status());
            number.put("text", k.text());
        });
        if (!result.lost().isEmpty()) {
            var lost = object.putArray("not_measured");
            result.lost()
                    .forEach(l -> lost.addObject()
                            .put("product", l.name())
                            .put("reason", l.reason().what())
                            .put("remedy", l.reason().remedy()));
        }
        ProductTables.json(result.products(), object.putArray("tables"));
        var said = object.putArray("notes");
        notes.forEach(said::add);
        result.products().forEach(p -> p.notes().forEach(n -> said.add(p.head().name() + ": " + n)));
        result.comparison().ifPresent(c -> {
            var verdicts = object.putObject("comparison");
            for (Verdict v : Verdict.values()) {
                verdicts.put(v.name().toLowerCase(java.util.Locale.ROOT), c.count(v));
            }
        });
        Json.print(object);
    }
}
