package org.cellarius.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cellarius.engine.SmallTable;

/** A result table as an AASTeX deluxetable, with the columns that are printed. */
final class AasTex {

    /** Journals print the head of a long table; the rest stays in the machine-readable files. */
    private static final int MOST_ROWS = 200;

    private AasTex() {}

    static String of(SmallTable table, String name, String caption) {
        var tex = new StringBuilder();
        List<PrintedColumn> printed = PrintedColumn.of(table);
        String columns =
                printed.stream().map(c -> String.valueOf(c.alignment())).collect(Collectors.joining());
        tex.append("\\begin{deluxetable*}{").append(columns).append("}\n");
        tex.append("\\tablecaption{")
                .append(escape(caption))
                .append(" \\label{tab:")
                .append(name)
                .append("}}\n");
        tex.append("\\tablehead{\n");
        tex.append(printed.stream().map(c -> "\\colhead{" + c.head() + "}").collect(Collectors.joining(" & ")))
                .append(" \\\\\n");
        tex.append(printed.stream().map(AasTex::unit).collect(Collectors.joining(" & ")))
                .append("\n}\n\\startdata\n");
        tex.append(table.rows().stream()
                .limit(MOST_ROWS)
                .map(r -> printed.stream().map(c -> c.cell().apply(r)).collect(Collectors.joining(" & ")))
                .collect(Collectors.joining(" \\\\\n")));
        tex.append("\n\\enddata\n");
        String comments = comments(table);
        if (!comments.isEmpty()) {
            tex.append("\\tablecomments{").append(comments).append("}\n");
        }
        return tex.append("\\end{deluxetable*}\n").toString();
    }

    private static String comments(SmallTable table) {
        var comments = new ArrayList<String>();
        if (table.rows().size() > MOST_ROWS) {
            comments.add("The first " + MOST_ROWS + " of " + table.rows().size()
                    + " rows; the table is published in its entirety in the machine-readable format.");
        }
        List<String> left = PrintedColumn.left(table);
        if (!left.isEmpty()) {
            comments.add("The machine-readable table has besides: " + escape(String.join(", ", left)) + ".");
        }
        return String.join(" ", comments);
    }

    private static String unit(PrintedColumn column) {
        return column.unit().isEmpty() ? "\\colhead{}" : "\\colhead{(" + escape(column.unit()) + ")}";
    }

    static String escape(String text) {
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\textbackslash{}");
                case '&', '%', '$', '#', '_', '{', '}' -> out.append('\\').append(c);
                case '~' -> out.append("\\textasciitilde{}");
                case '^' -> out.append("\\textasciicircum{}");
                case '<' -> out.append("$<$");
                case '>' -> out.append("$>$");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
