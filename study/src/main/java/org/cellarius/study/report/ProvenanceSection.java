package org.cellarius.study.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cellarius.study.CatalogueSource;
import org.cellarius.study.StarFile;
import org.cellarius.study.Study;

/** Where the numbers of a report come from: input files with what must be said of them, catalogues, the study itself. */
final class ProvenanceSection {

    private ProvenanceSection() {}

    /**
     * @param inputs input files and their SHA-256
     * @param notes what must be said of a file
     */
    static void write(Study study, Map<Path, String> inputs, Function<Path, List<String>> notes, Html html) {
        html.raw(
                "<section id=\"provenance\"><h2>Provenance</h2>\n<div class=\"scroll\"><table><caption>Input files</caption><thead><tr><th scope=\"col\">File</th><th scope=\"col\">SHA-256</th></tr></thead><tbody>");
        inputs.forEach((path, hash) -> {
            html.raw("<tr><td>")
                    .text(String.valueOf(path.getFileName()))
                    .raw("</td><td><code>")
                    .text(hash)
                    .raw("</code></td></tr>");
        });
        html.raw("</tbody></table></div>\n");
        List<String> told = inputs.keySet().stream()
                .flatMap(path -> notes.apply(path).stream().map(n -> path.getFileName() + ": " + n))
                .toList();
        html.list(told);
        html.raw("<ul>");
        for (CatalogueSource catalogue : study.catalogues()) {
            html.raw("<li>")
                    .text(catalogue.title() + (catalogue.citation().isEmpty() ? "" : ": " + catalogue.citation()))
                    .raw("</li>");
        }
        html.raw("</ul>\n<p class=\"files\"><a href=\"" + StarFile.ALWAYS + "\">Star table</a>");
        for (StarFile file : study.starFiles()) {
            html.raw(" <a href=\"" + file.file() + "\">as ")
                    .text(file.name().equals("VOTABLE") ? "VOTable" : file.name())
                    .raw("</a>");
        }
        html.raw(
                        " <a href=\"study.resolved.yaml\">Study with all defaults</a> <a href=\"provenance.json\">Provenance</a></p>\n<details><summary>The study file</summary><pre>")
                .text(study.document().text())
                .raw("</pre></details></section>\n");
    }
}
