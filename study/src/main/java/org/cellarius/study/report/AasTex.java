package org.cellarius.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cellarius.engine.SmallTable;
import org.cellarius.study.result.PrintedCell;
import org.cellarius.study.result.PrintedColumn;
import org.cellarius.study.result.PrintedTable;

/** A result table as an AASTeX deluxetable, with the columns that are printed. */
final class AasTex {

    /** Journals print the head of a long table; the rest stays in the machine-readable files. */
    private static final int MOST_ROWS = 200;

    private AasTex() {}

    static String of(SmallTable table, String name, String caption) {
        var tex = new StringBuilder();
        PrintedTable printed = PrintedTable.of(table, MOST_ROWS);
        String columns =
                printed.columns().stream().map(c -> c.numeric() ? "r" : "l").collect(Collectors.joining());
        tex.append("\\begin{deluxetable*}{").append(columns).append("}\n");
        tex.append("\\tablecaption{")
                .append(TexText.of(caption))
                .append(" \\label{tab:")
                .append(name)
                .append("}}\n");
        tex.append("\\tablehead{\n");
        tex.append(printed.columns().stream()
                        .map(c -> "\\colhead{" + head(c) + "}")
                        .collect(Collectors.joining(" & ")))
                .append(" \\\\\n");
        tex.append(printed.columns().stream().map(AasTex::unit).collect(Collectors.joining(" & ")))
                .append("\n}\n\\startdata\n");
        tex.append(printed.rows().stream()
                .map(row -> row.stream().map(AasTex::cell).collect(Collectors.joining(" & ")))
                .collect(Collectors.joining(" \\\\\n")));
        tex.append("\n\\enddata\n");
        String comments = comments(printed);
        if (!comments.isEmpty()) {
            tex.append("\\tablecomments{").append(comments).append("}\n");
        }
        return tex.append("\\end{deluxetable*}\n").toString();
    }

    private static String comments(PrintedTable table) {
        var comments = new ArrayList<String>();
        if (table.rows().size() < table.all()) {
            comments.add("The first " + table.rows().size() + " of " + table.all()
                    + " rows; the table is published in its entirety in the machine-readable format.");
        }
        List<String> left = table.left();
        if (!left.isEmpty()) {
            comments.add("The machine-readable table has besides: " + TexText.of(String.join(", ", left)) + ".");
        }
        return String.join(" ", comments);
    }

    private static String head(PrintedColumn column) {
        return switch (column.name()) {
            case "n" -> "$N$";
            case "reduced_chi2" -> "$\\chi^2_\\nu$";
            default -> TexText.of(column.head());
        };
    }

    private static String unit(PrintedColumn column) {
        return column.unit().isEmpty() ? "\\colhead{}" : "\\colhead{(" + TexText.of(column.unit()) + ")}";
    }

    private static String cell(PrintedCell cell) {
        return switch (cell) {
            case PrintedCell.Measured m -> Double.isFinite(m.value()) ? number(m.text()) : "\\nodata";
            case PrintedCell.Counted c -> String.valueOf(c.value());
            case PrintedCell.Words w -> TexText.of(w.marked());
        };
    }

    private static String number(String text) {
        return "$" + text.replace('−', '-').replace("±", "\\pm") + "$";
    }
}
