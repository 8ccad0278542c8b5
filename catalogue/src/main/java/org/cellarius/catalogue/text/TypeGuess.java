package org.cellarius.catalogue.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cellarius.catalogue.ColumnType;

/** What a column of words can be, after having seen all of them. */
final class TypeGuess {
    /** The longest run of digits that surely fits into 64 bits. */
    private static final int SAFE_DIGITS = 18;

    /** Whole numbers beyond this are not all doubles: identifiers in decimal notation may have lost their last digits. */
    private static final double WHOLE_DOUBLES = 0x1p53;

    /** Numbers of so few digits are below 2^53. */
    private static final int SHORT_DIGITS = 15;

    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d+,\\d+");

    private boolean integers = true;
    private boolean numbers = true;
    private boolean truths = true;
    private boolean any;
    private boolean empty = true;
    private boolean tooLong;
    private boolean dashes;
    private boolean onlyPlus = true;
    private Optional<String> large = Optional.empty();
    private Optional<String> comma = Optional.empty();
    private Optional<String> padded = Optional.empty();
    private int shortest = Integer.MAX_VALUE;
    private int longest;

    void see(String word) {
        empty &= word.isEmpty();
        if (MissingWords.inNumbers(word)) {
            dashes |= word.equals(MissingWords.DASH);
            return;
        }
        any = true;
        onlyPlus &= word.equals("+");
        truths = truths && (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false"));
        if (!numbers) {
            return;
        }
        switch (NumberText.kindOf(word)) {
            case INTEGER -> {
                tooLong = tooLong || !fits(word);
                noteLarge(word);
            }
            case DECIMAL -> {
                integers = false;
                noteLarge(word);
            }
            case WORD -> {
                numbers = false;
                comma = Optional.of(word).filter(w -> DECIMAL_COMMA.matcher(w).matches());
            }
        }
    }

    /** Whether nothing but empty words was seen. */
    boolean isEmpty() {
        return empty;
    }

    /** Whether a word was seen that is no number. */
    boolean holdsWords() {
        return !numbers;
    }

    /** Whether nothing that follows can change that the column is text. */
    boolean isText() {
        return !numbers && !truths && !onlyPlus;
    }

    /** Looks at a short plain number such as 12 or -3.25 without making a text of it; false where the bytes are anything else. */
    boolean seeDigits(byte[] bytes, int from, int to) {
        int at = from < to && (bytes[from] == '-' || bytes[from] == '+') ? from + 1 : from;
        int first = at;
        boolean point = false;
        while (at < to && ((bytes[at] >= '0' && bytes[at] <= '9') || (bytes[at] == '.' && !point))) {
            point |= bytes[at] == '.';
            at++;
        }
        int digits = at - first - (point ? 1 : 0);
        if (at != to || digits == 0 || digits > SHORT_DIGITS) {
            return false;
        }
        any = true;
        empty = false;
        onlyPlus = false;
        truths = false;
        integers &= !point;
        if (!point) {
            shortest = Math.min(shortest, digits);
            longest = Math.max(longest, digits);
            if (padded.isEmpty() && digits > 1 && bytes[first] == '0') {
                padded = Optional.of(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
            }
        }
        return true;
    }

    /** A number with leading zeros among numbers of other lengths: 007 and 7 are names that become one. */
    private Optional<String> ambiguous() {
        return type() == ColumnType.LONG && shortest < longest ? padded : Optional.empty();
    }

    /** Integers of more than 64 bits stay text, because as decimal numbers they would lose their last digits. */
    ColumnType type() {
        if (!any) {
            return ColumnType.DOUBLE;
        }
        if (numbers) {
            return !integers ? ColumnType.DOUBLE : tooLong ? ColumnType.TEXT : ColumnType.LONG;
        }
        return truths ? ColumnType.BOOLEAN : ColumnType.TEXT;
    }

    /** Whether a lone dash is the sign beside {@code +}. */
    boolean holdsSigns() {
        return any && onlyPlus && dashes;
    }

    /** A whole number of more than 53 bits in a column of decimal numbers, as identifiers are after a spoiling program. */
    Optional<String> spoiledIdentifier() {
        return type() == ColumnType.DOUBLE ? large : Optional.empty();
    }

    /** The places of columns of signs. */
    static Set<Integer> signs(List<TypeGuess> guesses) {
        return IntStream.range(0, guesses.size())
                .filter(k -> guesses.get(k).holdsSigns())
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What must be said of columns. */
    static List<String> notes(List<String> names, List<TypeGuess> guesses) {
        return IntStream.range(0, guesses.size())
                .boxed()
                .flatMap(k -> guesses.get(k).notes(names.get(k)))
                .toList();
    }

    private Stream<String> notes(String name) {
        return Stream.concat(
                ambiguous().stream()
                        .map(word -> "column '" + name + "' is read as whole numbers, which lose leading zeros: " + word
                                + " becomes " + Long.parseLong(word)
                                + "; if these are names, other ones may become the same"),
                spoiltOrComma(name));
    }

    private Stream<String> spoiltOrComma(String name) {
        return Stream.concat(
                spoiledIdentifier().stream()
                        .map(word -> "column '" + name + "' holds whole numbers as decimal ones, such as " + word
                                + "; beyond 2^53 their last digits are rounded, so do not use it as an identifier"),
                comma.stream()
                        .map(word -> "column '" + name + "' is text because of '" + word
                                + "'; a number has a decimal point, not a comma"));
    }

    private void noteLarge(String word) {
        if (large.isEmpty() && word.length() > 15) {
            double value = Math.abs(NumberText.value(word));
            if (value >= WHOLE_DOUBLES && value < 1e20) {
                large = Optional.of(word);
            }
        }
    }

    private static boolean fits(String word) {
        if (word.length() <= SAFE_DIGITS) {
            return true;
        }
        try {
            Long.parseLong(word);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
