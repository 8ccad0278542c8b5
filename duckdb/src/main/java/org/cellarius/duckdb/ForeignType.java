package org.cellarius.duckdb;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cellarius.catalogue.ColumnType;

/**
 * What a column of a Parquet file means, by its logical type as the database names it. Numbers become 64 bits wide, dates and times
 * ISO 8601 in UTC, lists texts {@code [1.5, null]}.
 */
sealed interface ForeignType {

    /** A column whose type says all. */
    record Plain(ColumnType type) implements ForeignType {}

    /** Integers that a signed one of 64 bits may not hold: unsigned ones and decimals without a fraction. The values decide. */
    record WideInteger() implements ForeignType {}

    /** Decimals of more than 38 digits without a fraction, which the database reads as floating-point numbers. */
    record VeryWideInteger() implements ForeignType {}

    /** Bytes that may be texts: the values decide. */
    record Bytes() implements ForeignType {}

    /** What a table of numbers and texts cannot hold. */
    record NoValue(String reason) implements ForeignType {}

    Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d+),\\s*(\\d+)\\)");
    Pattern LIST = Pattern.compile("(.*)\\[\\d*\\]");
    /** Decimals up to here have no more digits than a floating-point number. */
    int EXACT_DIGITS = 15;
    /** Integers of so many digits fit 64 bits. */
    int LONG_DIGITS = 18;
    /** Decimals of more digits are floating-point numbers to the database. */
    int MOST_DIGITS = 38;

    /** The meaning of a type of the database. */
    static ForeignType of(String type) {
        Matcher decimal = DECIMAL.matcher(type);
        if (decimal.matches()) {
            if (!decimal.group(2).equals("0")) {
                return new Plain(ColumnType.DOUBLE);
            }
            int digits = Integer.parseInt(decimal.group(1));
            return digits <= LONG_DIGITS
                    ? new Plain(ColumnType.LONG)
                    : digits <= MOST_DIGITS ? new WideInteger() : new VeryWideInteger();
        }
        return switch (type) {
            case "FLOAT", "DOUBLE", "\"NULL\"" -> new Plain(ColumnType.DOUBLE);
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" ->
                new Plain(ColumnType.LONG);
            case "UBIGINT", "HUGEINT", "UHUGEINT" -> new WideInteger();
            case "BOOLEAN" -> new Plain(ColumnType.BOOLEAN);
            case "BLOB" -> new Bytes();
            default ->
                text(type, "x", 0).isPresent()
                        ? new Plain(ColumnType.TEXT)
                        : new NoValue("it holds values of the type " + shortened(type)
                                + ", which no column of numbers or texts can hold");
        };
    }

    private static String shortened(String type) {
        return type.length() <= 60 ? type : type.substring(0, 57) + "...";
    }

    /** The value of a column as a number or truth value, or as a text; missing where it is NaN. */
    static String value(String name, String type, ColumnType wanted) {
        return switch (wanted) {
            case DOUBLE -> ExpressionSql.PRESENT + "(" + number(name, type) + ")";
            case LONG -> "CAST(" + name + " AS BIGINT)";
            case BOOLEAN -> name;
            case TEXT -> text(type, name, 0).orElseThrow();
        };
    }

    private static String number(String name, String type) {
        Matcher decimal = DECIMAL.matcher(type);
        // A quotient of two rounded numbers is not the nearest one; the digits are.
        return decimal.matches() && Integer.parseInt(decimal.group(1)) > EXACT_DIGITS
                ? "CAST(CAST(" + name + " AS VARCHAR) AS DOUBLE)"
                : "CAST(" + name + " AS DOUBLE)";
    }

    /** A value as text; empty for types that have none. */
    private static Optional<String> text(String type, String value, int depth) {
        Matcher list = LIST.matcher(type);
        if (list.matches()) {
            String element = "element" + depth;
            return text(list.group(1), element, depth + 1)
                    .map(one -> "'[' || array_to_string([coalesce(" + one + ", 'null') for " + element + " in " + value
                            + "], ', ') || ']'");
        }
        if (DECIMAL.matcher(type).matches()) {
            return Optional.of("CAST(" + value + " AS VARCHAR)");
        }
        return Optional.ofNullable(
                switch (type) {
                    case "VARCHAR" -> value;
                    case "TIMESTAMP", "TIMESTAMP_NS", "TIMESTAMP_MS", "TIMESTAMP_S" ->
                        "replace(CAST(" + value + " AS VARCHAR), ' ', 'T')";
                    case "TIMESTAMP WITH TIME ZONE", "TIMESTAMPTZ" ->
                        "replace(CAST(CAST(" + value + " AS TIMESTAMP) AS VARCHAR), ' ', 'T') || 'Z'";
                    case "FLOAT", "DOUBLE" ->
                        "CAST(" + ExpressionSql.PRESENT + "(CAST(" + value + " AS DOUBLE)) AS VARCHAR)";
                    case "TINYINT",
                            "SMALLINT",
                            "INTEGER",
                            "BIGINT",
                            "UTINYINT",
                            "USMALLINT",
                            "UINTEGER",
                            "UBIGINT",
                            "HUGEINT",
                            "UHUGEINT",
                            "BOOLEAN",
                            "DATE",
                            "TIME",
                            "TIME_NS",
                            "UUID",
                            "INTERVAL" -> "CAST(" + value + " AS VARCHAR)";
                    default -> type.startsWith("ENUM(") ? "CAST(" + value + " AS VARCHAR)" : null;
                });
    }
}
