package org.cellarius.engine;

import java.util.Locale;
import java.util.stream.Stream;

/** What a column is in a table of results: reports, comparisons and other readers go by it, never by names. */
public sealed interface ColumnRole {

    /** What a row belongs to. */
    enum Key implements ColumnRole {
        /** The name of a product. */
        PRODUCT,
        /** What is varied, or to what. */
        SETTING,
        /** The name of a population; empty where there is one. */
        POPULATION,
        /** The name of a variant; empty where there is one. */
        VARIANT,
        /** What the slices of a row are of, with its unit, where rows differ. */
        SLICED_BY,
        /** The number of a slice, from 1. */
        SLICE,
        SLICE_LOW,
        SLICE_HIGH,
        /** The place of a row within its slice: a bin, a window, a cell. */
        PLACE
    }

    /**
     * A number or a word that was measured.
     *
     * @param digits significant digits that are shown of a number without an error
     */
    record Value(int digits) implements ColumnRole {

        /** As many digits as are usual. */
        public static final Value USUAL = new Value(6);
    }

    /**
     * The one-sigma error to quote of a value.
     *
     * @param value the value's column
     */
    record ErrorOf(String value) implements ColumnRole {}

    /** What is neither. */
    enum Other implements ColumnRole {
        /** Stars behind the row. */
        COUNT,
        /** OK, or why the row has no numbers. */
        STATUS,
        /** The unit of the row's values, where rows have different ones. */
        UNIT,
        /** Whether figures show the row: yes or no. */
        SHOWN,
        /** For machines: journals do not print it. */
        DETAIL
    }

    /**
     * The role of a word.
     *
     * @param of the value whose error it is; else empty
     */
    static ColumnRole of(String word, String of) {
        return switch (word) {
            case "value" -> Value.USUAL;
            case "error" -> new ErrorOf(of);
            default ->
                Stream.concat(Stream.of(Key.values()), Stream.<ColumnRole>of(Other.values()))
                        .filter(role -> role.word().equals(word))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("there is no role '" + word + "' of a column"));
        };
    }

    /** As result files write it: {@code key:slice}, {@code value}, {@code error}, {@code count} &hellip; */
    default String word() {
        return switch (this) {
            case Key k -> "key:" + k.name().toLowerCase(Locale.ROOT).replace('_', '-');
            case Value v -> "value";
            case ErrorOf e -> "error";
            case Other o -> o.name().toLowerCase(Locale.ROOT);
        };
    }
}
