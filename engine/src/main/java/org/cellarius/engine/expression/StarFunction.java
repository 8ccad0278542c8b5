package org.cellarius.engine.expression;

import static org.cellarius.engine.expression.StarFunction.Nan.HANDED_ON;
import static org.cellarius.engine.expression.StarFunction.Nan.MADE;
import static org.cellarius.engine.expression.StarFunction.Nan.NEVER;
import static org.cellarius.engine.expression.StarFunction.Wants.ALIKE;
import static org.cellarius.engine.expression.StarFunction.Wants.ANYTHING;
import static org.cellarius.engine.expression.StarFunction.Wants.NUMBERS;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellarius.catalogue.ColumnType;

/**
 * The functions and operators that expressions may use: they give the same answer today and tomorrow, and touch nothing outside the row. A missing argument gives a
 * missing value where nothing else is said.
 */
public enum StarFunction {
    ADD(NUMBERS, MADE, Gives.WIDEST, "sum; with one argument the number itself", "+"),
    SUBTRACT(NUMBERS, MADE, Gives.WIDEST, "difference; with one argument the negative", "-"),
    MULTIPLY(NUMBERS, MADE, Gives.WIDEST, "product", "*"),
    DIVIDE(NUMBERS, MADE, Gives.NUMBER, "quotient as a real number: 1/2 is 0.5; x/0 is infinite, 0/0 missing", "/"),
    WHOLE_QUOTIENT(NUMBERS, NEVER, Gives.WIDEST, "quotient without its fraction: -7 // 2 is -3; missing for 0", "//"),
    REMAINDER(NUMBERS, MADE, Gives.WIDEST, "remainder with the sign of the dividend; missing for 0", "%", "mod"),
    FLOATING_REMAINDER(NUMBERS, MADE, Gives.NUMBER, "the same as a real number", "fmod"),
    POWER(NUMBERS, Nan.UNLESS_ONE, Gives.NUMBER, "power; -x^2 is (-x)^2, as in SQL", "^", "**", "pow", "power"),
    AND_BITS(NUMBERS, NEVER, Gives.WIDEST, "bits that both whole numbers have", "&"),
    OR_BITS(NUMBERS, NEVER, Gives.WIDEST, "bits that one of two whole numbers has", "|"),
    FLIP_BITS(NUMBERS, NEVER, Gives.WIDEST, "the other bits", "~"),
    SHIFT_LEFT(NUMBERS, NEVER, Gives.WIDEST, "bits moved up; what leaves 64 bits is an error", "<<"),
    SHIFT_RIGHT(NUMBERS, NEVER, Gives.WIDEST, "bits moved down", ">>"),
    EITHER_BITS(NUMBERS, NEVER, Gives.WIDEST, "bits that one of two whole numbers has, but not both", "xor"),
    BIT_COUNT(NUMBERS, NEVER, Gives.WHOLE, "how many bits are set", "bit_count"),

    ABS(NUMBERS, HANDED_ON, Gives.WIDEST, "without its sign", "abs"),
    SIGN(NUMBERS, NEVER, Gives.WHOLE, "-1, 0 or 1", "sign"),
    SQRT(NUMBERS, MADE, Gives.NUMBER, "square root; missing below 0", "sqrt"),
    CBRT(NUMBERS, HANDED_ON, Gives.NUMBER, "cube root", "cbrt"),
    EXP(NUMBERS, HANDED_ON, Gives.NUMBER, "e to that power", "exp"),
    LN(NUMBERS, MADE, Gives.NUMBER, "natural logarithm; missing below 0, minus infinite at 0", "ln"),
    LOG(NUMBERS, MADE, Gives.NUMBER, "decimal logarithm; log(b, x) is that of x to the base b", "log", "log10"),
    LOG2(NUMBERS, MADE, Gives.NUMBER, "logarithm to the base 2", "log2"),
    SIN(NUMBERS, MADE, Gives.NUMBER, "sine of an angle in radians", "sin"),
    COS(NUMBERS, MADE, Gives.NUMBER, "cosine of an angle in radians", "cos"),
    TAN(NUMBERS, MADE, Gives.NUMBER, "tangent of an angle in radians", "tan"),
    ASIN(NUMBERS, MADE, Gives.NUMBER, "angle in radians of a sine; missing outside -1 to 1", "asin"),
    ACOS(NUMBERS, MADE, Gives.NUMBER, "angle in radians of a cosine; missing outside -1 to 1", "acos"),
    ATAN(NUMBERS, HANDED_ON, Gives.NUMBER, "angle in radians of a tangent", "atan"),
    ATAN2(NUMBERS, Nan.UNLESS_ONE, Gives.NUMBER, "atan2(y, x): angle in radians, -π to π", "atan2"),
    SINH(NUMBERS, HANDED_ON, Gives.NUMBER, "hyperbolic sine", "sinh"),
    COSH(NUMBERS, HANDED_ON, Gives.NUMBER, "hyperbolic cosine", "cosh"),
    TANH(NUMBERS, HANDED_ON, Gives.NUMBER, "hyperbolic tangent", "tanh"),
    DEGREES(NUMBERS, HANDED_ON, Gives.NUMBER, "radians as degrees", "degrees"),
    RADIANS(NUMBERS, HANDED_ON, Gives.NUMBER, "degrees as radians", "radians"),
    PI(NUMBERS, NEVER, Gives.NUMBER, "π", "pi"),
    FLOOR(NUMBERS, NEVER, Gives.NUMBER, "next whole number below", "floor"),
    CEIL(NUMBERS, NEVER, Gives.NUMBER, "next whole number above", "ceil", "ceiling"),
    ROUND(NUMBERS, NEVER, Gives.FIRST, "rounded to that many places, none if not said; halves away from zero", "round"),
    ROUND_EVEN(NUMBERS, NEVER, Gives.FIRST, "the same; halves to the even neighbour", "round_even"),
    TRUNC(NUMBERS, NEVER, Gives.FIRST, "without its fraction", "trunc"),
    EVEN(NUMBERS, NEVER, Gives.NUMBER, "next even whole number away from zero", "even"),
    GREATEST(ALIKE, NEVER, Gives.WIDEST, "largest of those that are not missing", "greatest"),
    LEAST(ALIKE, NEVER, Gives.WIDEST, "smallest of those that are not missing", "least"),
    NULL_IF(ALIKE, NEVER, Gives.FIRST, "nullif(x, y): x, missing where it is y", "nullif"),
    IS_NAN(NUMBERS, NEVER, Gives.YES_NO, "whether the number is missing; never itself missing", "isnan"),
    IS_INFINITE(NUMBERS, NEVER, Gives.YES_NO, "whether the number is infinite", "isinf"),
    IS_FINITE(NUMBERS, NEVER, Gives.YES_NO, "whether it is a finite number; false where it is missing", "isfinite"),

    LOWER(ANYTHING, NEVER, Gives.TEXT, "in lower case", "lower"),
    UPPER(ANYTHING, NEVER, Gives.TEXT, "in upper case", "upper"),
    TRIM(ANYTHING, NEVER, Gives.TEXT, "without blanks, or the given characters, at both ends", "trim"),
    TRIM_LEFT(ANYTHING, NEVER, Gives.TEXT, "the same at the beginning", "ltrim"),
    TRIM_RIGHT(ANYTHING, NEVER, Gives.TEXT, "the same at the end", "rtrim"),
    LENGTH(ANYTHING, NEVER, Gives.WHOLE, "number of characters", "length", "len"),
    SUBSTRING(ANYTHING, NEVER, Gives.TEXT, "substr(t, 3, 2): two characters from the third on", "substr", "substring"),
    LEFT(ANYTHING, NEVER, Gives.TEXT, "the first characters", "left"),
    RIGHT(ANYTHING, NEVER, Gives.TEXT, "the last characters", "right"),
    REPLACE(ANYTHING, NEVER, Gives.TEXT, "replace(t, 'a', 'b'): every a as b", "replace"),
    SPLIT_PART(ANYTHING, NEVER, Gives.TEXT, "split_part(t, '-', 2): the second part", "split_part"),
    CONCATENATE(ANYTHING, NEVER, Gives.TEXT, "one behind the other; missing where one is", "||"),
    CONCAT(ANYTHING, NEVER, Gives.TEXT, "the same without those that are missing", "concat"),
    STARTS_WITH(ANYTHING, NEVER, Gives.YES_NO, "whether it begins so", "starts_with", "prefix"),
    ENDS_WITH(ANYTHING, NEVER, Gives.YES_NO, "whether it ends so", "ends_with", "suffix"),
    CONTAINS(ANYTHING, NEVER, Gives.YES_NO, "whether that stands in it", "contains"),
    POSITION(ANYTHING, NEVER, Gives.WHOLE, "where that begins in it, from 1; 0: nowhere", "strpos", "instr"),
    MATCHES(ANYTHING, NEVER, Gives.YES_NO, "whether a regular expression (RE2) fits a part", "regexp_matches"),
    MATCHES_WHOLLY(ANYTHING, NEVER, Gives.YES_NO, "whether it fits the whole", "regexp_full_match"),
    LIKE(ANYTHING, NEVER, Gives.YES_NO, "like: % stands for any text, _ for a character", "~~"),
    NOT_LIKE(ANYTHING, NEVER, Gives.YES_NO, "not like", "!~~"),
    LIKE_IN_ANY_CASE(ANYTHING, NEVER, Gives.YES_NO, "ilike: the same in upper and lower case", "~~*"),
    NOT_LIKE_IN_ANY_CASE(ANYTHING, NEVER, Gives.YES_NO, "not ilike", "!~~*");

    /** What arguments must be. */
    public enum Wants {
        /** Numbers, all of them. */
        NUMBERS,
        /** Not text beside numbers. */
        ALIKE,
        /** Whatever can stand for a text or a number there. */
        ANYTHING
    }

    /** When a real number that is given can be none. */
    public enum Nan {
        NEVER,
        /** Where an argument is. */
        HANDED_ON,
        /** Also for some numbers. */
        MADE,
        /** For some numbers; and not for some arguments that are none: 1 to any power is 1. */
        UNLESS_ONE
    }

    /** The type of what is given. */
    public enum Gives {
        NUMBER,
        WHOLE,
        YES_NO,
        TEXT,
        /** That of the first argument. */
        FIRST,
        /** One that holds all arguments. */
        WIDEST;

        ColumnType of(List<Expression> parts) {
            return switch (this) {
                case NUMBER -> ColumnType.DOUBLE;
                case WHOLE -> ColumnType.LONG;
                case YES_NO -> ColumnType.BOOLEAN;
                case TEXT -> ColumnType.TEXT;
                case FIRST -> Expression.common(parts.stream().limit(1));
                case WIDEST -> Expression.common(parts.stream());
            };
        }
    }

    private final Wants wants;
    private final Nan nan;
    private final Gives gives;
    private final String meaning;
    private final String words;

    StarFunction(Wants wants, Nan nan, Gives gives, String meaning, String... words) {
        this.wants = wants;
        this.nan = nan;
        this.gives = gives;
        this.meaning = meaning;
        this.words = String.join(" ", words);
    }

    public Wants wants() {
        return wants;
    }

    public Nan nan() {
        return nan;
    }

    public Gives gives() {
        return gives;
    }

    /** What it is, in words. */
    public String meaning() {
        return meaning;
    }

    /** How studies write it; the first is the usual one. */
    public List<String> words() {
        return List.of(words.split(" "));
    }

    /** Whether it is written with signs, between or before its arguments. */
    public boolean operator() {
        return !Character.isLetter(words.charAt(0));
    }

    /** The function of a word. */
    public static Optional<StarFunction> of(String word) {
        return Arrays.stream(values()).filter(f -> f.words().contains(word)).findFirst();
    }

    /** All words for functions, and {@code coalesce} and {@code ifnull}, which are expressions of their own. */
    public static List<String> names() {
        return Stream.concat(
                        Arrays.stream(values())
                                .flatMap(f -> f.words().stream())
                                .filter(w -> Character.isLetter(w.charAt(0))),
                        Stream.of("coalesce", "ifnull"))
                .sorted()
                .toList();
    }
}
