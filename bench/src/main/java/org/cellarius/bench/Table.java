package org.cellarius.bench;

import java.util.ArrayList;
import java.util.List;

/** A table in Markdown. */
final class Table {

    private final List<String> lines = new ArrayList<>();

    Table(String... headings) {
        row((Object[]) headings);
        lines.add("|" + " --- |".repeat(headings.length));
    }

    Table row(Object... cells) {
        var line = new StringBuilder("|");
        for (Object cell : cells) {
            line.append(' ').append(cell).append(" |");
        }
        lines.add(line.toString());
        return this;
    }

    /** The last row. */
    String last() {
        return lines.getLast();
    }

    String markdown() {
        return String.join("\n", lines) + "\n";
    }
}
