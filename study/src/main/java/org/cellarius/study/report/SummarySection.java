package org.cellarius.study.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cellarius.measure.product.KeyNumber;
import org.cellarius.measure.product.Measurements;
import org.cellarius.measure.product.Numbers;
import org.cellarius.study.PhaseSpace;
import org.cellarius.study.result.Comparison;
import org.cellarius.study.result.Comparison.Verdict;
import org.cellarius.study.result.KeyNumbers;
import org.cellarius.study.result.RunResult;

/** What a reader wants to know first: how many stars, what came out, whether it agrees, what to beware of. */
final class SummarySection {

    /** Of a product with more key numbers the first are shown; its table has all. */
    private static final int MOST_OF_A_PRODUCT = 8;

    private final RunResult result;
    private final List<String> studyNotes;
    private final Html html;

    private SummarySection(RunResult result, List<String> studyNotes, Html html) {
        this.result = result;
        this.studyNotes = studyNotes;
        this.html = html;
    }

    /**
     * @param studyNotes what must be said of the study itself
     */
    static void write(RunResult result, List<String> studyNotes, Html html) {
        new SummarySection(result, studyNotes, html).write();
    }

    private void write() {
        html.raw("<section id=\"summary\" class=\"summary\"><h2>Summary</h2>\n<dl>");
        fact("Stars", Numbers.count(result.stars().rows()), "");
        fact("Catalogues", String.valueOf(result.study().catalogues().size()), "");
        fact("Products", String.valueOf(result.products().size()), "");
        if (!result.lost().isEmpty()) {
            fact("Not measured", String.valueOf(result.lost().size()), "bad");
        }
        if (result.study().phaseSpace() != PhaseSpace.NONE) {
            result.study().sun().ifPresent(s -> fact("Sun", s.name(), ""));
        }
        result.comparison().ifPresent(this::verdicts);
        int notes = studyNotes.size()
                + result.products().stream().mapToInt(p -> p.notes().size()).sum();
        fact("Notes", notes == 0 ? "none" : String.valueOf(notes), "");
        html.raw("</dl>\n");
        result.comparison().ifPresent(this::disagreements);
        result.lost().forEach(this::lost);
        html.list(studyNotes);
        notesOfProducts();
        html.raw("</section>\n");
        keyNumbers(KeyNumbers.of(result.study(), result.products()));
    }

    private void fact(String name, String value, String kind) {
        html.raw(kind.isEmpty() ? "<div><dt>" : "<div class=\"" + kind + "\"><dt>")
                .text(name)
                .raw("</dt><dd>")
                .text(value)
                .raw("</dd></div>");
    }

    private void verdicts(Comparison comparison) {
        long agrees = comparison.count(Verdict.AGREES);
        long missing = comparison.count(Verdict.MISSING);
        long judged = agrees + comparison.count(Verdict.DIFFERS);
        String name = "Agree with " + comparison.beside().words();
        switch (comparison.beside()) {
            case EXPECTED ->
                fact(name, agrees + " of " + (judged + missing), agrees == judged + missing ? "good" : "bad");
            case TRUTH ->
                fact(
                        name,
                        agrees + " of " + judged + (missing == 0 ? "" : ", " + missing + " not measured"),
                        judged == 0 ? "" : agrees == judged ? "good" : "bad");
        }
    }

    private void lost(Measurements.Lost lost) {
        html.raw("<p class=\"disagree\">✗ <a href=\"#p-" + lost.name() + "\">")
                .text(lost.name())
                .raw("</a> ")
                .text(lost.sentence())
                .raw("</p>\n");
    }

    /** The numbers that differ, by name. */
    private void disagreements(Comparison comparison) {
        List<Comparison.Line> others = comparison.lines().stream()
                .filter(l -> l.verdict() == Verdict.DIFFERS
                        || (l.verdict() == Verdict.MISSING && comparison.beside() == Comparison.Beside.EXPECTED))
                .toList();
        if (others.isEmpty()) {
            return;
        }
        html.raw("<p class=\"disagree\">").text("✗ ");
        html.text(others.stream()
                .limit(MOST_OF_A_PRODUCT)
                .map(l -> l.product() + " " + l.quantity() + " (slice " + l.slice() + ") "
                        + (l.verdict() == Verdict.MISSING
                                ? "is missing"
                                : Numbers.withError(l.ours(), l.oursError()) + " in place of "
                                        + Numbers.withError(l.expected(), l.expectedError())))
                .collect(Collectors.joining("; ")));
        html.text(others.size() > MOST_OF_A_PRODUCT ? "; and " + (others.size() - MOST_OF_A_PRODUCT) + " more" : "")
                .raw(". <a href=\"#comparison\">All of them</a></p>\n");
    }

    private void notesOfProducts() {
        List<String> links = result.products().stream()
                .filter(p -> !p.notes().isEmpty())
                .map(p -> {
                    var link = new Html();
                    link.raw("<a href=\"#p-" + p.head().name() + "\">")
                            .text(p.head().name())
                            .raw("</a> (" + p.notes().size() + ")");
                    return link.toString();
                })
                .toList();
        if (!links.isEmpty()) {
            html.raw("<p class=\"where\">Notes stand with " + String.join(", ", links) + ".</p>\n");
        }
    }

    private void keyNumbers(List<KeyNumber> numbers) {
        if (numbers.isEmpty()) {
            return;
        }
        html.raw("<section id=\"numbers\"><h2>Key numbers</h2>\n")
                .beginTable(
                        "What the products give, with one-sigma errors where there are any.",
                        List.of("Product", "Sample", "Quantity", "Value", "Stars"));
        Map<String, List<KeyNumber>> byProduct = numbers.stream()
                .collect(Collectors.groupingBy(KeyNumber::product, LinkedHashMap::new, Collectors.toList()));
        byProduct.forEach(this::keyNumbers);
        html.endTable();
        html.raw("</section>\n");
    }

    private void keyNumbers(String product, List<KeyNumber> numbers) {
        var shown = new ArrayList<>(numbers);
        boolean shortened = numbers.size() > MOST_OF_A_PRODUCT + 2;
        if (shortened) {
            shown.subList(MOST_OF_A_PRODUCT, shown.size()).clear();
        }
        for (KeyNumber k : shown) {
            html.beginRow(product)
                    .cell(k.sample())
                    .cell(k.quantity())
                    .number(k.text())
                    .number(k.stars())
                    .raw("</tr>");
        }
        if (shortened) {
            html.beginRow(product)
                    .raw("<td colspan=\"4\">")
                    .text("and " + Numbers.count(numbers.size() - MOST_OF_A_PRODUCT) + " more in its table")
                    .raw("</td></tr>");
        }
    }
}
