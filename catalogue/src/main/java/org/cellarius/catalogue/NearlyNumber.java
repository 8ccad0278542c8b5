package org.cellarius.catalogue;

import java.util.regex.Pattern;

/** Why a text that was meant to be a number is none. */
public enum NearlyNumber {
    /** Hours or degrees, minutes and seconds. */
    SEXAGESIMAL,
    /** A comma where a number has a point. */
    DECIMAL_COMMA,
    /** A word, or nothing. */
    WORD;

    private static final Pattern PARTS = Pattern.compile("[+-]?[0-9]{1,3}[: ]+[0-9]{1,2}[: ]+[0-9.]+");
    private static final Pattern COMMA = Pattern.compile("[+-]?[0-9]+,[0-9]+");

    /** What a text is. */
    public static NearlyNumber of(String text) {
        String bare = text.strip();
        return PARTS.matcher(bare).matches() ? SEXAGESIMAL : COMMA.matcher(bare).matches() ? DECIMAL_COMMA : WORD;
    }
}
