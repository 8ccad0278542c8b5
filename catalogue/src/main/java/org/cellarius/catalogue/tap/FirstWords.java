package org.cellarius.catalogue.tap;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The beginning of an answer that is not what it should be, to be quoted.
 *
 * @param text the first bytes as text
 */
record FirstWords(String text) {

    private static final int SHOWN = 200;
    private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>([^<]*)");

    static FirstWords of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return new FirstWords(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    boolean isHtml() {
        String start = text.stripLeading().toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<head");
    }

    boolean isXml() {
        return text.stripLeading().startsWith("<") && !isHtml();
    }

    /** One line for people: the title of a page, else the first words, without marks and control characters. */
    String shown() {
        Matcher title = TITLE.matcher(text);
        String words = isHtml() && title.find() ? title.group(1) : text.replaceAll("(?s)<[^>]*>", " ");
        String line = words.replaceAll("[\\p{Cntrl}\\s\uFFFD]+", " ").strip();
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + " ...";
    }
}
