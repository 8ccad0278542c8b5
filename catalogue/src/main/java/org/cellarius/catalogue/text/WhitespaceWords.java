package org.cellarius.catalogue.text;

import java.util.List;

/** Splits a line at blanks and tabs; a word that starts with a double quote goes on to the next one; a quote inside is doubled. */
final class WhitespaceWords {
    private WhitespaceWords() {}

    /** Puts the words of a line into the list, which is emptied first. */
    static void split(String line, List<String> words) {
        words.clear();
        int at = 0;
        int length = line.length();
        while (at < length) {
            char c = line.charAt(at);
            if (isBlank(c)) {
                at++;
                continue;
            }
            int close = c == '"' ? closing(line, at + 1) : -1;
            if (close > at && (close + 1 == length || isBlank(line.charAt(close + 1)))) {
                words.add(line.substring(at + 1, close).replace("\"\"", "\"").strip());
                at = close + 1;
                continue;
            }
            int end = at;
            while (end < length && !isBlank(line.charAt(end))) {
                end++;
            }
            words.add(line.substring(at, end));
            at = end;
        }
    }

    /** The place of the first quote that is not doubled, -1 if there is none. */
    private static int closing(String line, int from) {
        int at = line.indexOf('"', from);
        while (at >= 0 && at + 1 < line.length() && line.charAt(at + 1) == '"') {
            at = line.indexOf('"', at + 2);
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\f' || c == '\u00a0' || c == '\u000b';
    }
}
