package org.cellarius.study.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cellarius.measure.product.Numbers;
import org.cellarius.study.Study;
import org.cellarius.study.Version;
import org.cellarius.study.result.Cutflow;
import org.cellarius.study.result.RunResult;

/** The report of a run as one self-contained page. */
public final class HtmlReport {

    private HtmlReport() {}

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
        var html = new Html();
        head(result.study(), html);
        header(result.study(), html);
        ContentsColumn.write(result, html);
        html.raw("<main>\n");
        SummarySection.write(result, studyNotes, html);
        result.comparison().ifPresent(c -> ComparisonSection.write(c, html));
        result.products().forEach(p -> ProductSection.write(p, drawings, html));
        result.lost().forEach(l -> ProductSection.lost(l, html));
        cutflow(result.cutflow(), html);
        MethodsSection.write(result.study(), html);
        ProvenanceSection.write(result.study(), inputs, notes, html);
        html.raw("</main>\n<footer><p>Made by Cellarius " + Version.NUMBER
                + " from the study file above; the same study and the same inputs give the same numbers.</p></footer>\n"
                + "<dialog id=\"enlarged\" aria-label=\"Figure\"><div></div></dialog>\n<script>\n"
                + resource("report.js") + "</script>\n</body>\n</html>\n");
        return html.toString();
    }

    private static void head(Study study, Html html) {
        html.raw(
                "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        html.raw("<meta name=\"generator\" content=\"Cellarius " + Version.NUMBER + "\">\n<title>")
                .text(study.title())
                .raw("</title>\n<style>\n")
                .raw(resource("report.css"))
                .raw("</style>\n</head>\n<body>\n");
    }

    private static void header(Study study, Html html) {
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
    }

    private static void cutflow(Cutflow cutflow, Html html) {
        html.raw("<section id=\"cutflow\"><h2>Cut flow</h2>\n")
                .beginTable(
                        "Rows before and after each step, in order; steps that only count leave the number of rows.",
                        List.of("Step", "Detail", "Before", "After", "Affected"));
        for (Cutflow.Entry e : cutflow.entries()) {
            html.raw("<tr><th scope=\"row\">")
                    .text(e.step())
                    .raw("</th>")
                    .cell(e.detail())
                    .number(Numbers.count(e.before()))
                    .number(Numbers.count(e.after()))
                    .number(Numbers.count(e.affected()))
                    .raw("</tr>");
        }
        html.endTable();
        html.files("cutflow");
        html.raw("</section>\n");
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
