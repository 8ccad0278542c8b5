package org.cellarius.catalogue.text;

import java.nio.charset.StandardCharsets;

/** Decimal numbers out of bytes, without a text for most of them. */
public final class NumberBytes {
    /** Powers of ten that are exact as doubles. */
    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private static final long EXACT = 1L << 53;
    private static final int MOST_DIGITS = 18;

    private NumberBytes() {}

    /**
     * The double nearest to a number such as {@code -12.5e-3}, blanks around it allowed; NaN where the bytes are anything else, and
     * the caller looks closer. Up to 2^53 and 22 places a product or quotient of two exact doubles is correctly rounded
     * (Clinger 1990); others go through Java's own parser.
     */
    public static double value(byte[] bytes, int from, int to) {
        int at = from;
        int end = to;
        while (at < end && bytes[at] <= ' ' && bytes[at] >= 0) {
            at++;
        }
        while (end > at && bytes[end - 1] <= ' ' && bytes[end - 1] >= 0) {
            end--;
        }
        int start = at;
        boolean negative = at < end && bytes[at] == '-';
        at += negative || (at < end && bytes[at] == '+') ? 1 : 0;
        long digits = 0;
        int count = 0;
        int places = 0;
        boolean point = false;
        boolean any = false;
        for (; at < end; at++) {
            int c = bytes[at];
            if (c >= '0' && c <= '9') {
                if (count < MOST_DIGITS) {
                    digits = 10 * digits + (c - '0');
                }
                count += count > 0 || c != '0' ? 1 : 0;
                places += point ? 1 : 0;
                any = true;
            } else if (c == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (at == end && any && count <= MOST_DIGITS && digits <= EXACT && places < TENS.length) {
            double value = digits / TENS[places];
            return negative ? -value : value;
        }
        return any && isNumber(bytes, start, end)
                ? Double.parseDouble(new String(bytes, start, end - start, StandardCharsets.US_ASCII))
                : Double.NaN;
    }

    private static boolean isNumber(byte[] bytes, int from, int to) {
        String word = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        return NumberText.kindOf(word) != NumberText.Kind.WORD
                && word.chars().noneMatch(c -> c == 'd' || c == 'D' || c == 'i' || c == 'I');
    }
}
