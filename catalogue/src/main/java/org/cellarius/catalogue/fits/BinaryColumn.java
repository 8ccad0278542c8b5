package org.cellarius.catalogue.fits;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cellarius.catalogue.ColumnType;
import org.jspecify.annotations.Nullable;
import uk.ac.starlink.fits.FitsHeader;

/**
 * A column of a FITS binary table as its header describes it (FITS standard 4.0, section 7.3).
 *
 * @param number its number, from 1
 * @param name TTYPE, or {@code unnamed_} and the number
 * @param code the letter of TFORM: {@code L X B I J K A E D C M P Q}
 * @param repeat the count before the letter
 * @param content the letter behind P or Q: what an array of variable length holds; otherwise the code
 * @param textLength the bytes of one text of a column of texts; 0 for others
 * @param lastAxis the last number of TDIM, or the number of elements
 * @param missing TNULL
 * @param scale TSCAL
 * @param zero TZERO
 * @param unit TUNIT
 * @param description TCOMM
 * @param ucd TUCD
 */
record BinaryColumn(
        int number,
        String name,
        char code,
        int repeat,
        char content,
        int textLength,
        int lastAxis,
        OptionalLong missing,
        double scale,
        double zero,
        String unit,
        String description,
        String ucd) {
    private static final Pattern FORM = Pattern.compile("(\\d{0,9})([LXBIJKAEDCMPQ])(.*)");
    private static final Pattern TEXT_WIDTH = Pattern.compile("(\\d{1,9}).*");
    private static final Pattern DIMENSIONS = Pattern.compile("\\(\\s*\\d{1,9}(?:\\s*,\\s*\\d{1,9})*\\s*\\)");
    /** TZERO of unsigned integers of 64 bits. */
    private static final double HALF_OF_64_BITS = 0x1p63;

    /**
     * Reads the cards of column {@code number}, counted from 1.
     *
     * @throws IllegalArgumentException if the cards make no sense
     */
    static BinaryColumn of(FitsHeader header, int number) {
        String form = text(header, "TFORM" + number).toUpperCase(Locale.ROOT);
        Matcher parts = FORM.matcher(form);
        if (!parts.matches()) {
            throw new IllegalArgumentException("TFORM" + number + " is '" + form + "'");
        }
        char code = parts.group(2).charAt(0);
        int repeat = parts.group(1).isEmpty() ? 1 : Integer.parseInt(parts.group(1));
        String rest = parts.group(3);
        boolean variable = code == 'P' || code == 'Q';
        if (variable && (rest.isEmpty() || "LXBIJKAEDCM".indexOf(rest.charAt(0)) < 0)) {
            throw new IllegalArgumentException("TFORM" + number + " is '" + form + "'");
        }
        int[] axes = axes(text(header, "TDIM" + number), repeat);
        int textLength = code == 'A' ? textLength(rest, axes, repeat) : 0;
        int elements = textLength > 0 ? repeat / textLength : repeat;
        String name = text(header, "TTYPE" + number);
        Long missing = header.getLongValue("TNULL" + number);
        return new BinaryColumn(
                number,
                name.isEmpty() ? "unnamed_" + number : name,
                code,
                repeat,
                variable ? rest.charAt(0) : code,
                textLength,
                axes.length > 0 ? axes[axes.length - 1] : elements,
                missing == null ? OptionalLong.empty() : OptionalLong.of(missing),
                number(header, "TSCAL" + number, 1),
                number(header, "TZERO" + number, 0),
                text(header, "TUNIT" + number),
                text(header, "TCOMM" + number),
                text(header, "TUCD" + number));
    }

    /** The bytes that the column takes in a row. */
    long bytes() {
        return code == 'X' ? (repeat + 7) / 8 : (long) repeat * bytesOf(code);
    }

    /** The bytes of one item of a letter. */
    static int bytesOf(char code) {
        return switch (code) {
            case 'L', 'X', 'B', 'A' -> 1;
            case 'I' -> 2;
            case 'J', 'E' -> 4;
            case 'K', 'D', 'C', 'P' -> 8;
            case 'M', 'Q' -> 16;
            default -> throw new IllegalArgumentException("no type " + code);
        };
    }

    boolean isVariable() {
        return code == 'P' || code == 'Q';
    }

    boolean isScaled() {
        return scale != 1 || zero != 0;
    }

    boolean isInteger() {
        return "BIJK".indexOf(content) >= 0;
    }

    /** Integers whose TZERO only moves them, as those without sign have it, stay integers. */
    boolean isShifted() {
        return scale == 1 && zero == Math.rint(zero) && Math.abs(zero) <= HALF_OF_64_BITS;
    }

    /** TZERO as an integer; that of unsigned integers of 64 bits wraps to the lowest one, and so do the sums. */
    long shift() {
        return zero == HALF_OF_64_BITS ? Long.MIN_VALUE : (long) zero;
    }

    /** Whether values may be larger than a signed integer of 64 bits. */
    boolean isUnsigned64() {
        return content == 'K' && scale == 1 && zero == HALF_OF_64_BITS;
    }

    /** The scalars in a cell: texts, bits, numbers, the two parts of complex numbers. */
    int elements() {
        return switch (code) {
            case 'P', 'Q' -> 1;
            case 'A' -> textLength == 0 ? 1 : repeat / textLength;
            case 'C', 'M' -> 2 * repeat;
            default -> repeat;
        };
    }

    /** What a scalar of the column is delivered as. */
    ColumnType type() {
        return switch (code) {
            case 'L', 'X' -> ColumnType.BOOLEAN;
            case 'B', 'I', 'J', 'K' -> isShifted() ? ColumnType.LONG : ColumnType.DOUBLE;
            case 'E', 'D', 'C', 'M' -> ColumnType.DOUBLE;
            default -> ColumnType.TEXT;
        };
    }

    private static int textLength(String rest, int[] axes, int repeat) {
        if (axes.length > 0) {
            return Math.max(1, axes[0]);
        }
        Matcher width = TEXT_WIDTH.matcher(rest);
        int stated = width.matches() ? Integer.parseInt(width.group(1)) : 0;
        return stated > 0 && repeat % stated == 0 ? stated : repeat;
    }

    /** TDIM where it fits the repeat count; a faulty one is as good as none. */
    private static int[] axes(String written, int repeat) {
        if (!DIMENSIONS.matcher(written).matches()) {
            return new int[0];
        }
        int[] axes = Pattern.compile(",")
                .splitAsStream(written.substring(1, written.length() - 1))
                .mapToInt(axis -> Integer.parseInt(axis.strip()))
                .toArray();
        long product = 1;
        for (int axis : axes) {
            product = Math.min(product * axis, Integer.MAX_VALUE);
        }
        return product == repeat ? axes : new int[0];
    }

    private static String text(FitsHeader header, String key) {
        @Nullable Object value = header.getValue(key);
        return value == null ? "" : value.toString().strip();
    }

    private static double number(FitsHeader header, String key, double otherwise) {
        Double value = header.getDoubleValue(key);
        return value == null ? otherwise : value;
    }

    /** Whether its numbers are of single precision; scaled ones are calculated. */
    boolean isSingle() {
        return (code == 'E' || code == 'C') && scale == 1 && zero == 0;
    }
}
