package org.cellarius.study.report;

import org.cellarius.measure.product.ProductResult;
import org.cellarius.study.result.KeyNumbers;
import org.cellarius.study.result.RunResult;

/** Links to all parts of the page: beside it on wide screens, above it on others. */
final class ContentsColumn {

    private ContentsColumn() {}

    static void write(RunResult result, Html html) {
        html.raw("<nav aria-label=\"Contents\"><ol><li><a href=\"#summary\">Summary</a></li>");
        if (!KeyNumbers.of(result.study(), result.products()).isEmpty()) {
            html.raw("<li><a href=\"#numbers\">Key numbers</a></li>");
        }
        result.comparison()
                .ifPresent(c -> html.raw(
                        "<li><a href=\"#comparison\">Beside " + c.beside().words() + "</a></li>"));
        result.products().forEach(product -> product(product, html));
        result.lost()
                .forEach(lost -> html.raw("<li><a href=\"#p-" + lost.name() + "\">")
                        .rich(lost.product().head().title())
                        .raw("</a></li>"));
        html.raw(
                "<li><a href=\"#cutflow\">Cut flow</a></li><li><a href=\"#methods\">Methods</a></li><li><a href=\"#provenance\">Provenance</a></li></ol></nav>\n");
    }

    private static void product(ProductResult product, Html html) {
        html.raw("<li><a href=\"#p-" + product.head().name() + "\">")
                .rich(product.head().title())
                .raw("</a><ul>");
        product.tables()
                .keySet()
                .forEach(table -> html.raw("<li><a href=\"#t-" + table + "\">")
                        .text("Table " + table)
                        .raw("</a></li>"));
        html.raw("</ul></li>");
    }
}
