package org.cellarius.study.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.cellarius.engine.SmallTable;
import org.cellarius.study.result.PrintedCell;
import org.cellarius.study.result.PrintedColumn;
import org.cellarius.study.result.PrintedTable;

/** A table of results on the page: what a journal prints of it, its first rows where it is long. */
final class TableMarkup {

    /** Usual size of letters on paper, and the smallest that can be read, in points. */
    private static final double USUAL_PT = 7.5;

    private static final double SMALLEST_PT = 4.5;

    /** Width of A4 between the margins, in points. */
    private static final double PAPER_PT = 520;

    /** Width of a usual letter in heights of the font, and of the room beside a column in letters. */
    private static final double LETTER = 0.56;

    private static final int ROOM = 2;

    private TableMarkup() {}

    static void write(String name, SmallTable table, Html html) {
        PrintedTable printed = PrintedTable.shortened(table);
        html.raw("<div class=\"scroll\" id=\"t-" + name + "\"><table style=\"--print:"
                        + String.format(Locale.ROOT, "%.1f", sizeOnPaper(printed)) + "pt\"><caption>")
                .text(name)
                .raw("</caption><thead><tr>");
        printed.columns().forEach(column -> head(column, html));
        html.raw("</tr></thead><tbody>");
        for (List<PrintedCell> row : printed.rows()) {
            html.raw("<tr>");
            row.forEach(cell -> cell(cell, html));
            html.raw("</tr>");
        }
        html.endTable();
        String missing = printed.missing("the files");
        if (!missing.isEmpty()) {
            html.raw("<p class=\"shortened\">").text(missing).raw("</p>\n");
        }
        html.files(name);
    }

    /** As large as the widest row lets letters be, in points: nothing is cut off in print. */
    private static double sizeOnPaper(PrintedTable printed) {
        int letters = IntStream.range(0, printed.columns().size())
                .map(k -> printed.width(k) + ROOM)
                .sum();
        return Math.clamp(PAPER_PT / (LETTER * Math.max(1, letters)), SMALLEST_PT, USUAL_PT);
    }

    private static void head(PrintedColumn column, Html html) {
        html.raw(column.numeric() ? "<th scope=\"col\" class=\"h\" title=\"" : "<th scope=\"col\" title=\"")
                .text(column.description())
                .raw("\">")
                .text(column.head());
        if (!column.unit().isEmpty()) {
            html.raw("<br><span class=\"unit\">").text(column.unit()).raw("</span>");
        }
        html.raw("</th>");
    }

    private static void cell(PrintedCell cell, Html html) {
        switch (cell) {
            case PrintedCell.Measured m -> html.number(m.text());
            case PrintedCell.Counted c -> html.number(c.text());
            case PrintedCell.Words w -> html.raw("<td>").rich(w.marked()).raw("</td>");
        }
    }
}
