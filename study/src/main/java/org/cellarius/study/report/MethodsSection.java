package org.cellarius.study.report;

import org.cellarius.study.Study;
import org.cellarius.study.stage.StudyStage;

/** How the numbers of a report were made: a paragraph for each step of the study and each kind of line. */
final class MethodsSection {

    private MethodsSection() {}

    static void write(Study study, Html html) {
        html.raw("<section id=\"methods\"><h2>Methods</h2>\n");
        StudyStage.of(study).stream()
                .flatMap(stage -> stage.methods().stream())
                .forEach(text -> html.raw("<p>").text(text).raw("</p>\n"));
        study.products().stream()
                .flatMap(p -> p.methods().stream())
                .distinct()
                .forEach(sentence -> html.raw("<p>").text("Line " + sentence).raw("</p>\n"));
        html.raw("<p>")
                .text(
                        "Medians and percentiles are exact, interpolated at (n − 1)p. Slices, bins and cells include their lower edge and not their upper one.")
                .raw("</p>\n");
        html.raw("</section>\n");
    }
}
