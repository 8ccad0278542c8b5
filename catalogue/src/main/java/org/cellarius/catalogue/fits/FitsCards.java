package org.cellarius.catalogue.fits;

import java.nio.charset.StandardCharsets;

/** The cards of a FITS header. Letters outside ASCII become question marks; long texts go on in CONTINUE cards (standard 4.0, 4.2.1.2). */
final class FitsCards {
    private static final int CARD = 80;
    private static final int BLOCK = 2880;
    private static final int TEXT_CHARACTERS = 68;
    private static final int COMMENT_CHARACTERS = 72;

    private final StringBuilder cards = new StringBuilder();

    /** A number or a truth value. */
    FitsCards card(String key, String value) {
        return add("%-8s= %20s".formatted(key, value));
    }

    /** A text. */
    FitsCards text(String key, String value) {
        String quoted = ascii(value).replace("'", "''");
        if (quoted.length() <= TEXT_CHARACTERS) {
            return add("%-8s= '%-8s'".formatted(key, quoted));
        }
        int start = 0;
        while (start < quoted.length()) {
            int end = Math.min(quoted.length(), start + TEXT_CHARACTERS - 1);
            // Two quotes mean one and stay together.
            if (end < quoted.length() && oddQuotes(quoted, start, end)) {
                end--;
            }
            String piece = quoted.substring(start, end) + (end < quoted.length() ? "&" : "");
            add(start == 0 ? "%-8s= '%-8s'".formatted(key, piece) : "CONTINUE  '%s'".formatted(piece));
            start = end;
        }
        return this;
    }

    FitsCards textIfAny(String key, String value) {
        return value.isEmpty() ? this : text(key, value);
    }

    FitsCards comment(String words) {
        String text = ascii(words);
        for (int start = 0; start < text.length(); start += COMMENT_CHARACTERS) {
            add("COMMENT " + text.substring(start, Math.min(text.length(), start + COMMENT_CHARACTERS)));
        }
        return this;
    }

    /** The header, filled up to whole blocks. */
    byte[] end() {
        add("END");
        while (cards.length() % BLOCK != 0) {
            cards.append(' ');
        }
        return cards.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private FitsCards add(String card) {
        cards.append(card);
        while (cards.length() % CARD != 0) {
            cards.append(' ');
        }
        return this;
    }

    private static boolean oddQuotes(String text, int start, int end) {
        int quotes = 0;
        while (end - 1 - quotes >= start && text.charAt(end - 1 - quotes) == '\'') {
            quotes++;
        }
        return quotes % 2 == 1;
    }

    private static String ascii(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("[^ -~]", "?");
    }
}
