package org.cellarius.study.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.measure.product.Illustration;
import org.cellarius.measure.product.KeyNumber;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.study.PhaseSpace;
import org.cellarius.study.Study;
import org.cellarius.study.Version;
import org.cellarius.study.result.Comparison;
import org.cellarius.study.result.Cutflow;
import org.cellarius.study.result.KeyNumbers;
import org.cellarius.study.result.RunResult;

/** The report of a run as one self-contained page. */
public final class HtmlReport {

    private static final int DIGITS = 5;
    private static final int DIGITS_OF_ERRORS = 3;
    private static final int LONGEST_TABLE = 40;

    private final Html html = new Html();
    private final RunResult result;
    private final Map<Path, String> inputs;
    private final Function<Path, List<String>> notes;
    private final List<String> studyNotes;
    private final Map<String, String> drawings;

    private HtmlReport(
            RunResult result,
            Map<Path, String> inputs,
            Map<String, String> drawings,
            Function<Path, List<String>> notes,
            List<String> studyNotes) {
        this.studyNotes = studyNotes;
        this.result = result;
        this.inputs = inputs;
        this.notes = notes;
        this.drawings = drawings;
    }

    /**
     * The page.
     *
     * @param inputs the input files with their hashes
     * @param drawings the figures as elements of a page, by name
     * @param notes what the reader of an input file said
     * @param studyNotes what must be said of the study itself
     */
    public static String of(
            RunResult result,
            Map<Path, String> inputs,
            Map<String, String> drawings,
            Function<Path, List<String>> notes,
            List<String> studyNotes) {
        return new HtmlReport(result, inputs, drawings, notes, studyNotes).page();
    }

    private String page() {
        Study study = result.study();
        html.raw(
                "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.raw("<meta name=\"generator\" content=\"Cellarius " + Version.NUMBER + "\">\n<title>")
                .text(study.title())
                .raw("</title>\n<style>\n")
                .raw(style())
                .raw("</style>\n</head>\n<body>\n");
        html.raw("<header><p class=\"mark\">Cellarius</p><h1>")
                .text(study.title())
                .raw("</h1>");
        if (!study.description().isBlank()) {
            html.raw("<p class=\"lead\">").text(study.description().strip()).raw("</p>");
        }
        if (!study.authors().isBlank()) {
            html.raw("<p>").text(study.authors()).raw("</p>");
        }
        html.raw("</header>\n");
        contents();
        html.raw("<main>\n");
        summary();
        keyNumbers(KeyNumbers.of(study, result.products()));
        result.comparison().ifPresent(this::comparison);
        result.products().forEach(this::product);
        cutflow();
        MethodsSection.write(result.study(), html);
        ProvenanceSection.write(result.study(), inputs, notes, html);
        html.raw(
                "</main>\n<footer><p>Made by Cellarius " + Version.NUMBER
                        + " from the study file above; the same study and the same inputs give the same numbers.</p></footer>\n</body>\n</html>\n");
        return html.toString();
    }

    private void contents() {
        html.raw("<nav aria-label=\"Contents\"><ol>");
        if (!KeyNumbers.of(result.study(), result.products()).isEmpty()) {
            html.raw("<li><a href=\"#numbers\">Key numbers</a></li>");
        }
        result.comparison().ifPresent(c -> html.raw("<li><a href=\"#comparison\">Beside expected numbers</a></li>"));
        for (ProductResult product : result.products()) {
            html.raw("<li><a href=\"#p-" + product.head().name() + "\">")
                    .text(product.head().title())
                    .raw("</a></li>");
        }
        html.raw(
                "<li><a href=\"#cutflow\">Cut flow</a></li><li><a href=\"#methods\">Methods</a></li><li><a href=\"#provenance\">Provenance</a></li></ol></nav>\n");
    }

    private void summary() {
        html.raw("<section class=\"summary\"><dl>");
        fact("Stars", Numbers.count(result.stars().rows()));
        fact("Catalogues", String.valueOf(result.study().catalogues().size()));
        fact("Products", String.valueOf(result.products().size()));
        if (result.study().phaseSpace() != PhaseSpace.NONE) {
            result.study().sun().ifPresent(s -> fact("Sun", s.name()));
        }
        result.comparison()
                .ifPresent(c -> fact(
                        "Agreement",
                        c.count(Comparison.Verdict.AGREES) + " of "
                                + (c.count(Comparison.Verdict.AGREES)
                                        + c.count(Comparison.Verdict.DIFFERS)
                                        + c.count(Comparison.Verdict.MISSING))));
        html.raw("</dl>");
        html.list(studyNotes);
        html.raw("</section>\n");
    }

    private void keyNumbers(List<KeyNumber> numbers) {
        if (numbers.isEmpty()) {
            return;
        }
        html.raw(
                "<section id=\"numbers\"><h2>Key numbers</h2>\n<div class=\"scroll\"><table><caption>What the products give, with one-sigma errors where there are any.</caption><thead><tr>");
        for (String head : List.of("Product", "Sample", "Quantity", "Value", "Stars")) {
            html.raw("<th scope=\"col\">").text(head).raw("</th>");
        }
        html.raw("</tr></thead><tbody>");
        for (KeyNumber k : numbers) {
            html.raw("<tr><th scope=\"row\"><a href=\"#p-" + k.product() + "\">")
                    .text(k.product())
                    .raw("</a></th>");
            cell(k.sample(), false);
            cell(k.quantity(), false);
            cell(k.text(), true);
            cell(k.stars(), true);
            html.raw("</tr>");
        }
        html.raw("</tbody></table></div></section>\n");
    }

    private void fact(String name, String value) {
        html.raw("<div><dt>").text(name).raw("</dt><dd>").text(value).raw("</dd></div>");
    }

    private void comparison(Comparison comparison) {
        html.raw(
                "<section id=\"comparison\"><h2>Beside expected numbers</h2>\n<div class=\"scroll\"><table><caption>Our numbers and the expected ones. A line agrees if the difference is within its limit; without a limit it is for orientation.</caption><thead><tr>");
        for (String head : List.of(
                "Product", "Slice", "Quantity", "Ours", "Expected", "Difference", "Limit", "Verdict", "Source")) {
            html.raw("<th scope=\"col\">").text(head).raw("</th>");
        }
        html.raw("</tr></thead><tbody>");
        for (Comparison.Line l : comparison.lines()) {
            html.raw("<tr><th scope=\"row\"><a href=\"#p-" + l.product() + "\">")
                    .text(l.product())
                    .raw("</a></th>");
            cell(String.valueOf(l.slice()), true);
            cell(l.quantity() + (l.unit().isEmpty() ? "" : " (" + l.unit() + ")"), false);
            cell(Numbers.withError(l.ours(), l.oursError()), true);
            cell(Numbers.withError(l.expected(), l.expectedError()), true);
            cell(Numbers.significant(l.ours() - l.expected(), 2), true);
            cell(Numbers.significant(l.limit(), 2), true);
            html.raw("<td class=\"verdict " + l.verdict().name().toLowerCase(java.util.Locale.ROOT) + "\">")
                    .text(
                            switch (l.verdict()) {
                                case AGREES -> "✓ agrees";
                                case DIFFERS -> "✗ differs";
                                case INFORMATIVE -> "for orientation";
                                case MISSING -> "✗ missing";
                            })
                    .raw("</td>");
            cell(l.source(), false);
            html.raw("</tr>");
        }
        html.raw("</tbody></table></div>");
        links("comparison");
        html.raw("</section>\n");
    }

    private void product(ProductResult product) {
        String name = product.head().name();
        html.raw("<section id=\"p-" + name + "\" class=\"product\"><h2>")
                .text(product.head().title())
                .raw("</h2>\n");
        product.illustrations().forEach(this::illustration);
        if (!product.notes().isEmpty()) {
            html.raw("<ul class=\"notes\">");
            product.notes().forEach(n -> html.raw("<li>").text(n).raw("</li>"));
            html.raw("</ul>\n");
        }
        product.tables().forEach((table, content) -> {
            if (!table.equals(name)) {
                html.raw("<div id=\"p-" + table + "\"></div>");
            }
            table(table, content);
        });
        html.raw("</section>\n");
    }

    private void illustration(Illustration shown) {
        html.raw("<figure>")
                .raw(drawings.getOrDefault(shown.name(), ""))
                .raw("<figcaption>")
                .text(shown.caption())
                .raw(" <span class=\"files\">");
        for (String format : List.of("pdf", "svg", "png")) {
            html.raw("<a href=\"figures/" + shown.name() + "." + format + "\">"
                    + format.toUpperCase(java.util.Locale.ROOT) + "</a> ");
        }
        html.raw("</span></figcaption></figure>\n");
    }

    private void table(String name, SmallTable table) {
        if (table.rows().size() > LONGEST_TABLE) {
            html.raw("<p>The table <code>")
                    .text(name)
                    .raw("</code> has ")
                    .text(Numbers.count(table.rows().size()))
                    .raw(" rows.</p>");
            links(name);
            return;
        }
        html.raw("<div class=\"scroll\"><table><caption>").text(name).raw("</caption><thead><tr>");
        for (int k = 0; k < table.columns().size(); k++) {
            if (!shown(table, k)) {
                continue;
            }
            TableColumn column = table.columns().get(k);
            html.raw("<th scope=\"col\" title=\"")
                    .text(column.description())
                    .raw("\">")
                    .text(column.name());
            if (!column.unit().isEmpty()) {
                html.raw("<br><span class=\"unit\">").text(column.unit()).raw("</span>");
            }
            html.raw("</th>");
        }
        html.raw("</tr></thead><tbody>");
        for (List<SmallTable.Value> row : table.rows()) {
            html.raw("<tr>");
            for (int k = 0; k < row.size(); k++) {
                if (shown(table, k)) {
                    cell(row.get(k), table.roles().get(k));
                }
            }
            html.raw("</tr>");
        }
        html.raw("</tbody></table></div>");
        links(name);
    }

    /** What is for machines stays in the files. */
    private static boolean shown(SmallTable table, int k) {
        return table.roles().get(k) != ColumnRole.Other.DETAIL;
    }

    private void cell(SmallTable.Value value, ColumnRole role) {
        int digits = role instanceof ColumnRole.ErrorOf ? DIGITS_OF_ERRORS : DIGITS;
        switch (value) {
            case SmallTable.Real r -> cell(Numbers.significant(r.value(), digits), true);
            case SmallTable.Count c -> cell(Numbers.count(c.value()), true);
            case SmallTable.Text t -> cell(t.value(), false);
        }
    }

    private void cell(String text, boolean number) {
        html.raw(number ? "<td class=\"n\">" : "<td>").text(text).raw("</td>");
    }

    private void links(String table) {
        html.raw("<p class=\"files\">Table: ");
        for (String format : List.of("csv", "ecsv", "parquet", "tex")) {
            html.raw("<a href=\"tables/" + table + "." + format + "\">"
                    + (format.equals("tex")
                            ? "AASTeX"
                            : format.equals("parquet") ? "Parquet" : format.toUpperCase(java.util.Locale.ROOT))
                    + "</a> ");
        }
        html.raw("</p>\n");
    }

    private void cutflow() {
        html.raw(
                "<section id=\"cutflow\"><h2>Cut flow</h2>\n<div class=\"scroll\"><table><caption>Rows before and after each step, in order; steps that only count leave the number of rows.</caption><thead><tr>");
        for (String head : List.of("Step", "Detail", "Before", "After", "Affected")) {
            html.raw("<th scope=\"col\">").text(head).raw("</th>");
        }
        html.raw("</tr></thead><tbody>");
        for (Cutflow.Entry e : result.cutflow().entries()) {
            html.raw("<tr><th scope=\"row\">").text(e.step()).raw("</th>");
            cell(e.detail(), false);
            cell(Numbers.count(e.before()), true);
            cell(Numbers.count(e.after()), true);
            cell(Numbers.count(e.affected()), true);
            html.raw("</tr>");
        }
        html.raw("</tbody></table></div>");
        links("cutflow");
        html.raw("</section>\n");
    }

    private static String style() {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("report.css is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
