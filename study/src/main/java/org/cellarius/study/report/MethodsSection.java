package org.cellarius.study.report;

import java.util.stream.Collectors;
import org.cellarius.study.Study;
import org.cellarius.study.stage.StarStage;

/** How the numbers of a report were made: a paragraph for each step of the study and each kind of line. */
final class MethodsSection {

    private MethodsSection() {}

    static void write(Study study, Html html) {
        html.raw("<section id=\"methods\"><h2>Methods</h2>\n");
        study.epoch()
                .ifPresent(e -> html.raw("<p>")
                        .text(
                                "Positions and motions were carried from the catalogues' epochs ("
                                        + study.catalogues().stream()
                                                .map(c -> c.name() + " J"
                                                        + c.epochYear().orElseThrow())
                                                .collect(Collectors.joining(", "))
                                        + ") to " + e.settings()
                                        + " (ESA 1997, The Hipparcos and Tycho Catalogues, vol. 1, sec. 1.5.5); their errors were not.")
                        .raw("</p>\n"));
        study.catalogues()
                .forEach(c -> c.distance()
                        .ifPresent(d -> html.raw("<p>")
                                .text("Distances of " + c.name() + ": " + d.settings() + "."
                                        + d.citations().stream()
                                                .map(p -> " " + p + ".")
                                                .collect(Collectors.joining()))
                                .raw("</p>\n")));
        StarStage.of(study)
                .forEach(stage -> html.raw("<p>").text(stage.methods()).raw("</p>\n"));
        LineMethods.sentences(study)
                .forEach(sentence -> html.raw("<p>").text("Line " + sentence).raw("</p>\n"));
        html.raw("<p>")
                .text(
                        "Medians and percentiles are exact, interpolated at (n − 1)p. Slices, bins and cells include their lower edge and not their upper one.")
                .raw("</p>\n");
        html.raw("</section>\n");
    }
}
