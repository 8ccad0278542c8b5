package org.cellarius.study.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cellarius.measure.product.Illustration;
import org.cellarius.measure.product.Measurements;
import org.cellarius.measure.product.ProductResult;

/** A product on the page: figures, notes, tables. */
final class ProductSection {

    /** On a screen a figure is shown so many times as large as in print, where there is room. */
    private static final double ON_SCREEN = 1.45;

    private ProductSection() {}

    /**
     * @param drawings the figures as elements of a page, by name
     */
    static void write(ProductResult product, Map<String, String> drawings, Html html) {
        String name = product.head().name();
        html.raw("<section id=\"p-" + name + "\" class=\"product\"><h2>")
                .rich(product.head().title())
                .raw("</h2>\n");
        product.illustrations().forEach(shown -> illustration(shown, drawings, html));
        html.list(product.notes());
        product.tables().forEach((table, content) -> {
            if (!table.equals(name)) {
                html.raw("<div id=\"p-" + table + "\"></div>");
            }
            TableMarkup.write(table, content, html);
        });
        html.raw("</section>\n");
    }

    /** A product that the stars do not allow. */
    static void lost(Measurements.Lost lost, Html html) {
        html.raw("<section id=\"p-" + lost.name() + "\" class=\"product\"><h2>")
                .rich(lost.product().head().title())
                .raw("</h2>\n<p class=\"disagree\">")
                .text("✗ " + lost.sentence())
                .raw("</p>\n</section>\n");
    }

    private static void illustration(Illustration shown, Map<String, String> drawings, Html html) {
        double width = shown.figure().size().widthMm();
        html.raw("<figure><a class=\"card\" href=\"figures/" + shown.name() + ".svg\" style=\""
                        + String.format(Locale.ROOT, "--screen:%.0fmm;--paper:%.0fmm", ON_SCREEN * width, width)
                        + "\" title=\"Enlarge\">")
                .raw(drawings.getOrDefault(shown.name(), ""))
                .raw("</a><figcaption>")
                .text(shown.caption())
                .raw(" <span class=\"files\">");
        for (String format : List.of("pdf", "svg", "png")) {
            html.raw("<a href=\"figures/" + shown.name() + "." + format + "\">" + format.toUpperCase(Locale.ROOT)
                    + "</a> ");
        }
        html.raw("</span></figcaption></figure>\n");
    }
}
