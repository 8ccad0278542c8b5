package org.cellarius.figure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first sentence of a caption: its full stop is none of an abbreviation, as in "Long et al. 2025". */
public record FirstSentence(String text, String rest) {

    private static final Pattern END =
            Pattern.compile("(?<!\\b(?:al|eq|eqs|fig|figs|cf|no|vs|approx|e\\.g|i\\.e))\\. ");

    /** Cuts a text behind the full stop of its first sentence. */
    public static FirstSentence of(String text) {
        Matcher end = END.matcher(text);
        return end.find()
                ? new FirstSentence(text.substring(0, end.start() + 1), text.substring(end.end()))
                : new FirstSentence(text, "");
    }

    /** The text with a sentence behind its first. */
    public String then(String sentence) {
        return sentence.isEmpty()
                ? text + (rest.isEmpty() ? "" : " " + rest)
                : text + " " + sentence + (rest.isEmpty() ? "" : " " + rest);
    }
}
