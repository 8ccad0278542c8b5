package org.cellarius.study.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML as it is written: markup as it stands, text with all that could be markup disarmed. */
final class Html {

    /** Subscripts, powers, oblique and bold letters as figures write them. */
    private static final Pattern RAISED = Pattern.compile("([_^*!])\\{([^}]*)}");

    private final StringBuilder out = new StringBuilder();

    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    Html text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return this;
    }

    /** Text with the markup of figures. */
    Html rich(String text) {
        Matcher raised = RAISED.matcher(text);
        int done = 0;
        while (raised.find()) {
            text(text.substring(done, raised.start()));
            String tag = switch (raised.group(1)) {
                case "_" -> "sub";
                case "^" -> "sup";
                case "*" -> "em";
                default -> "strong";
            };
            raw("<" + tag + ">").text(raised.group(2)).raw("</" + tag + ">");
            done = raised.end();
        }
        return text(text.substring(done));
    }

    /** A list of sentences; nothing where there is none. */
    void list(List<String> told) {
        if (!told.isEmpty()) {
            raw("<ul class=\"notes\">");
            told.forEach(n -> raw("<li>").text(n).raw("</li>"));
            raw("</ul>\n");
        }
    }

    /** Begins a table that may be wider than the page. */
    Html beginTable(String caption, List<String> heads) {
        raw("<div class=\"scroll\"><table><caption>").text(caption).raw("</caption><thead><tr>");
        heads.forEach(h -> raw("<th scope=\"col\">").text(h).raw("</th>"));
        return raw("</tr></thead><tbody>");
    }

    void endTable() {
        raw("</tbody></table></div>\n");
    }

    Html cell(String text) {
        return raw("<td>").text(text).raw("</td>");
    }

    Html number(String text) {
        return raw("<td class=\"n\">").text(text).raw("</td>");
    }

    /** Begins a row that belongs to a product. */
    Html beginRow(String product) {
        return raw("<tr><th scope=\"row\"><a href=\"#p-" + product + "\">")
                .text(product)
                .raw("</a></th>");
    }

    /** Where the files of a table lie. */
    void files(String table) {
        raw("<p class=\"files\">All columns: ");
        for (String format : List.of("csv", "ecsv", "parquet")) {
            raw("<a href=\"tables/" + table + "." + format + "\">"
                    + (format.equals("parquet") ? "Parquet" : format.toUpperCase(java.util.Locale.ROOT)) + "</a> ");
        }
        raw("· as printed: <a href=\"tables/" + table + ".tex\">AASTeX</a></p>\n");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
