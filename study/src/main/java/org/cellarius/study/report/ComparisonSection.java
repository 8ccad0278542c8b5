package org.cellarius.study.report;

import java.util.List;
import java.util.Locale;
import org.cellarius.measure.product.Numbers;
import org.cellarius.study.result.Comparison;

/** Our numbers beside expected ones. */
final class ComparisonSection {

    private ComparisonSection() {}

    static void write(Comparison comparison, Html html) {
        html.raw("<section id=\"comparison\"><h2>Beside " + comparison.beside().words() + "</h2>\n")
                .beginTable(
                        switch (comparison.beside()) {
                            case EXPECTED ->
                                "Our numbers and the expected ones. A line agrees if the difference is within its limit; without a limit it is for orientation.";
                            case TRUTH ->
                                "Our numbers and those of a perfect observer of all stars of the mock. A line agrees within three combined errors; a missing one has too few stars after the cuts.";
                        },
                        List.of(
                                "Product",
                                "Slice",
                                "Quantity",
                                "Ours",
                                "Expected",
                                "Difference",
                                "Limit",
                                "Verdict",
                                "Source"));
        comparison.lines().forEach(line -> line(line, html));
        html.endTable();
        html.files("comparison");
        html.raw("</section>\n");
    }

    private static void line(Comparison.Line l, Html html) {
        html.beginRow(l.product())
                .number(String.valueOf(l.slice()))
                .cell(l.quantity() + (l.unit().isEmpty() ? "" : " (" + l.unit() + ")"))
                .number(Numbers.withError(l.ours(), l.oursError()))
                .number(Numbers.withError(l.expected(), l.expectedError()))
                .number(Numbers.significant(l.ours() - l.expected(), 2))
                .number(Numbers.significant(l.limit(), 2))
                .raw("<td class=\"verdict " + l.verdict().name().toLowerCase(Locale.ROOT) + "\">")
                .text(
                        switch (l.verdict()) {
                            case AGREES -> "✓ agrees";
                            case DIFFERS -> "✗ differs";
                            case INFORMATIVE -> "for orientation";
                            case MISSING -> "✗ missing";
                        })
                .raw("</td>")
                .cell(l.source())
                .raw("</tr>");
    }
}
