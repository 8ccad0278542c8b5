package org.cellarius.study.report;

import java.util.stream.Collectors;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.study.product.Numbers;

/** A result table as an AASTeX deluxetable. */
final class AasTex {

    /** Journals print the head of a long table; the rest stays in the machine-readable files. */
    private static final int MOST_ROWS = 200;

    private AasTex() {}

    static String of(SmallTable table, String name, String caption) {
        var tex = new StringBuilder();
        String columns = table.columns().stream()
                .map(c -> switch (c.type()) {
                    case DOUBLE, LONG -> "r";
                    case TEXT, BOOLEAN -> "l";
                })
                .collect(Collectors.joining());
        tex.append("\\begin{deluxetable*}{").append(columns).append("}\n");
        tex.append("\\tablecaption{")
                .append(escape(caption))
                .append(" \\label{tab:")
                .append(name)
                .append("}}\n");
        tex.append("\\tablehead{\n");
        tex.append(table.columns().stream()
                        .map(c -> "\\colhead{" + escape(c.name()) + "}")
                        .collect(Collectors.joining(" & ")))
                .append(" \\\\\n");
        tex.append(table.columns().stream().map(AasTex::unit).collect(Collectors.joining(" & ")))
                .append("\n}\n\\startdata\n");
        tex.append(table.rows().stream()
                .limit(MOST_ROWS)
                .map(r -> r.stream().map(AasTex::cell).collect(Collectors.joining(" & ")))
                .collect(Collectors.joining(" \\\\\n")));
        tex.append("\n\\enddata\n");
        if (table.rows().size() > MOST_ROWS) {
            tex.append("\\tablecomments{The first ")
                    .append(MOST_ROWS)
                    .append(" of ")
                    .append(table.rows().size())
                    .append(" rows; the table is published in its entirety in the machine-readable format.}\n");
        }
        return tex.append("\\end{deluxetable*}\n").toString();
    }

    private static String unit(TableColumn column) {
        return column.unit().isEmpty() ? "\\colhead{}" : "\\colhead{(" + escape(column.unit()) + ")}";
    }

    private static String cell(SmallTable.Value value) {
        return switch (value) {
            case SmallTable.Real r ->
                Double.isFinite(r.value())
                        ? "$" + Numbers.significant(r.value(), 6).replace('−', '-') + "$"
                        : "\\nodata";
            case SmallTable.Count c -> String.valueOf(c.value());
            case SmallTable.Text t -> escape(t.value());
        };
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
