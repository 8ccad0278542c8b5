package org.cellarius.catalogue.text;

import java.util.List;

/** Splits a line at blanks and tabs; a word that starts with a double quote goes on to the next one. */
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
            int close = c == '"' ? line.indexOf('"', at + 1) : -1;
            if (close > at && (close + 1 == length || isBlank(line.charAt(close + 1)))) {
                words.add(line.substring(at + 1, close).strip());
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

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\f' || c == '\u00a0' || c == '\u000b';
    }
}
