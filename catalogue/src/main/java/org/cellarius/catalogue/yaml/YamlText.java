package org.cellarius.catalogue.yaml;

import java.util.regex.Pattern;

/** Texts as they stand in a study. */
public final class YamlText {
    /** Letters first, then nothing that YAML or its brackets give a meaning to. */
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z_/](?:[A-Za-z0-9_./*^ ()+-]|:(?=[A-Za-z0-9_./]))*(?<! )");

    /** Words that YAML takes for a truth or for nothing. */
    private static final Pattern TAKEN = Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n");

    private YamlText() {}

    /** The text, in double quotes where YAML would read something else, also within brackets. */
    public static String of(String text) {
        if (PLAIN.matcher(text).matches() && !TAKEN.matcher(text).matches()) {
            return text;
        }
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < 0x20 || (c >= 0x7f && c < 0xa0)) {
                        quoted.append("\\x%02x".formatted(c));
                    } else {
                        quoted.appendCodePoint(c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
