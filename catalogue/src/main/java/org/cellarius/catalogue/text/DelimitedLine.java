package org.cellarius.catalogue.text;

import java.util.ArrayList;
import java.util.List;

/** Splits a line of delimited text: double quotes hold a field together, a quote inside them is doubled. */
final class DelimitedLine {
    private DelimitedLine() {}

    static List<String> split(String line, char delimiter) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        boolean fresh = true;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted) {
                if (c != '"') {
                    field.append(c);
                } else if (i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && fresh) {
                quoted = true;
                fresh = false;
            } else if (c == delimiter) {
                fields.add(field.toString());
                field.setLength(0);
                fresh = true;
            } else {
                fresh &= c == ' ';
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    /** Whether a quote is left open, so that the record goes on in the next line. */
    static boolean isOpen(String line) {
        return line.chars().filter(c -> c == '"').count() % 2 == 1;
    }
}
