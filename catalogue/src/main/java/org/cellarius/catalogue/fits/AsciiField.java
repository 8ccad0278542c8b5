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
 * @param start the first byte of the field in the row, from 0
 * @param width its length in bytes
 * @param missing the text that means a missing value (TNULL), beside a blank field
 * @param scale TSCAL
 * @param zero TZERO
 */
record AsciiField(
        ColumnDescription description, int start, int width, Optional<String> missing, double scale, double zero) {
    private static final Pattern FORMAT = Pattern.compile("([AIFED])(\\d{1,6})(?:\\.\\d{1,6})?");

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
        ColumnType type = switch (parts.group(1)) {
            case "A" -> ColumnType.TEXT;
            case "I" -> scale == 1 && zero == 0 ? ColumnType.LONG : ColumnType.DOUBLE;
            default -> ColumnType.DOUBLE;
        };
        String written = text(header, "TTYPE" + number);
        ColumnDescription description = new ColumnDescription(
                written.isEmpty() ? "unnamed_" + number : written,
                type,
                text(header, "TUNIT" + number),
                text(header, "TCOMM" + number),
                text(header, "TUCD" + number));
        String missing = text(header, "TNULL" + number);
        return new AsciiField(
                description,
                (int) (column - 1),
                width,
                missing.isEmpty() ? Optional.empty() : Optional.of(missing),
                scale,
                zero);
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
