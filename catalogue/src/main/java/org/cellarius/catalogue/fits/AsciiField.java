package org.cellarius.catalogue.fits;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.jspecify.annotations.Nullable;
import uk.ac.starlink.fits.FitsHeader;

/**
 * A field of the rows of a FITS ASCII table.
 *
 * @param description the column; scaled numbers are {@link ColumnType#DOUBLE}
 * @param kind what is written in it
 * @param start the first byte of the field in the row, from 0
 * @param width its length in bytes
 * @param decimals digits of a real number behind the decimal point where none is written
 * @param missing the text that means a missing value (TNULL), beside a blank field
 * @param scale TSCAL
 * @param zero TZERO
 */
record AsciiField(
        ColumnDescription description,
        Kind kind,
        int start,
        int width,
        int decimals,
        Optional<String> missing,
        double scale,
        double zero) {
    private static final Pattern FORMAT = Pattern.compile("([AIFED])(\\d{1,6})(?:\\.(\\d{1,3}))?");

    /** What a field holds. */
    enum Kind {
        TEXT,
        INTEGER,
        REAL
    }

    /**
     * Reads the cards of column {@code number}, counted from 1.
     *
     * @throws IllegalArgumentException if the cards make no sense
     */
    static AsciiField of(FitsHeader header, int number, int rowBytes) {
        String format = text(header, "TFORM" + number).toUpperCase(Locale.ROOT);
        Matcher parts = FORMAT.matcher(format);
        if (!parts.matches()) {
            throw new IllegalArgumentException("TFORM" + number + " is '" + format + "'");
        }
        int width = Integer.parseInt(parts.group(2));
        Long column = header.getLongValue("TBCOL" + number);
        if (column == null || column < 1 || column - 1 + width > rowBytes) {
            throw new IllegalArgumentException(
                    "TBCOL" + number + " is " + column + " in rows of " + rowBytes + " bytes");
        }
        double scale = number(header, "TSCAL" + number, 1);
        double zero = number(header, "TZERO" + number, 0);
        Kind kind = switch (parts.group(1)) {
            case "A" -> Kind.TEXT;
            case "I" -> Kind.INTEGER;
            default -> Kind.REAL;
        };
        String written = text(header, "TTYPE" + number);
        ColumnDescription description = new ColumnDescription(
                written.isEmpty() ? "unnamed_" + number : written,
                switch (kind) {
                    case TEXT -> ColumnType.TEXT;
                    case INTEGER -> scale == 1 && zero == 0 ? ColumnType.LONG : ColumnType.DOUBLE;
                    case REAL -> ColumnType.DOUBLE;
                },
                text(header, "TUNIT" + number),
                text(header, "TCOMM" + number),
                text(header, "TUCD" + number));
        String missing = text(header, "TNULL" + number);
        return new AsciiField(
                description,
                kind,
                (int) (column - 1),
                width,
                kind == Kind.REAL && parts.group(3) != null ? Integer.parseInt(parts.group(3)) : 0,
                missing.isEmpty() ? Optional.empty() : Optional.of(missing),
                scale,
                zero);
    }

    /** A column of integers of which some need more than 64 bits: the digits as text, exact. */
    AsciiField asText() {
        ColumnDescription d = description;
        return new AsciiField(
                new ColumnDescription(d.name(), ColumnType.TEXT, d.unit(), d.description(), d.ucd()),
                kind,
                start,
                width,
                decimals,
                missing,
                scale,
                zero);
    }

    /** Whether a field without the blanks around it means a missing value; Fortran writes asterisks for what is too long. */
    boolean isMissing(String field) {
        return field.isEmpty()
                || missing.filter(field::equals).isPresent()
                || (kind != Kind.TEXT && field.chars().allMatch(c -> c == '*'));
    }

    private static String text(FitsHeader header, String key) {
        @Nullable Object value = header.getValue(key);
        return value == null ? "" : value.toString().strip();
    }

    private static double number(FitsHeader header, String key, double otherwise) {
        Double value = header.getDoubleValue(key);
        return value == null ? otherwise : value;
    }
}
