package org.cellarius.study.report;

import java.util.List;

/** HTML as it is written: markup as it stands, text with all that could be markup disarmed. */
final class Html {

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

    /** A list of sentences; nothing where there is none. */
    void list(List<String> told) {
        if (!told.isEmpty()) {
            raw("<ul class=\"notes\">");
            told.forEach(n -> raw("<li>").text(n).raw("</li>"));
            raw("</ul>\n");
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
