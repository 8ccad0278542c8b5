package org.cellarius.catalogue.text;

import java.util.Locale;
import java.util.Set;

/**
 * The number grammar of all text formats. Java's own parser takes {@code 2d}, {@code 5F} and {@code 0x1p3} for numbers, which are
 * spectral types or identifiers in a catalogue, and does not know Fortran's {@code 1.5D+02}; databases take {@code 1_000}.
 *
 * <table>
 * <caption>Words and what they are</caption>
 * <tr><th>word</th><th>is</th></tr>
 * <tr><td>{@code 12 +12 -12 007}</td><td>an integer; of more than 64 bits with sign: its whole column is exact text</td></tr>
 * <tr><td>{@code 1.5 .5 5. 1e3 1.5E-3 1.5d+03 1D3}</td><td>a decimal number; {@code d} is Fortran's exponent</td></tr>
 * <tr><td>{@code inf -inf Infinity}</td><td>a decimal number, in any case</td></tr>
 * <tr><td>the words of {@link MissingWords}</td><td>missing</td></tr>
 * <tr><td>{@code 1_000 3,14 0x1F 0x1p3 1f 1d 1.5L 1e 1+03 ١}</td><td>a word: the column is text, or, where the file says
 * that it holds numbers, an error</td></tr>
 * </table>
 */
public final class NumberText {
    private static final Set<String> INFINITE = Set.of("inf", "+inf", "-inf", "infinity", "+infinity", "-infinity");

    private NumberText() {}

    /** What a word can be read as. */
    public enum Kind {
        INTEGER,
        DECIMAL,
        WORD
    }

    /** Looks at a word without blanks around it. */
    public static Kind kindOf(String word) {
        int length = word.length();
        int at = length > 0 && (word.charAt(0) == '+' || word.charAt(0) == '-') ? 1 : 0;
        int digitsBefore = digits(word, at);
        at += digitsBefore;
        if (at == length && digitsBefore > 0) {
            return Kind.INTEGER;
        }
        int digitsAfter = 0;
        if (at < length && word.charAt(at) == '.') {
            at++;
            digitsAfter = digits(word, at);
            at += digitsAfter;
        }
        if (digitsBefore + digitsAfter == 0) {
            return isInfinite(word) ? Kind.DECIMAL : Kind.WORD;
        }
        if (at < length && "eEdD".indexOf(word.charAt(at)) >= 0) {
            at++;
            if (at < length && (word.charAt(at) == '+' || word.charAt(at) == '-')) {
                at++;
            }
            int exponent = digits(word, at);
            at += exponent;
            if (exponent == 0) {
                return Kind.WORD;
            }
        }
        return at == length ? Kind.DECIMAL : Kind.WORD;
    }

    /** The value of a word that is a number. */
    public static double value(String word) {
        if (isInfinite(word)) {
            return word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Double.parseDouble(word.replace('d', 'e').replace('D', 'e'));
    }

    private static boolean isInfinite(String word) {
        return word.length() <= 9 && INFINITE.contains(word.toLowerCase(Locale.ROOT));
    }

    private static int digits(String word, int from) {
        int at = from;
        while (at < word.length() && word.charAt(at) >= '0' && word.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }
}
