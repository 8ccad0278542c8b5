package org.cellarius.catalogue.fits;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.text.MissingWords;
import org.cellarius.catalogue.text.NumberBytes;
import org.cellarius.catalogue.text.NumberText;

/**
 * Reads the rows of a FITS ASCII table.
 *
 * <p>A blank field is a missing value here, as VizieR means it, although the letter of the standard makes it 0. So is a field
 * that Fortran filled with asterisks because the number was too long. Numbers are those of {@link FortranNumber}, {@code inf} and
 * {@code nan}.
 */
final class AsciiTableReader implements BlockReader {
    private final Path path;
    private final InputStream in;
    private final byte[] row;
    private final List<AsciiField> fields;
    private final ColumnBuffer[] buffers;
    private final long rowCount;
    private long rowsRead;
    private boolean open = true;

    /** Takes a stream that stands at the first row, and closes it. */
    AsciiTableReader(Path path, InputStream in, int rowBytes, long rowCount, List<AsciiField> fields) {
        this.path = path;
        this.in = new BufferedInputStream(in, 1 << 16);
        this.row = new byte[rowBytes];
        this.rowCount = rowCount;
        this.fields = List.copyOf(fields);
        this.buffers = fields.stream()
                .map(field -> ColumnBuffer.forBlock(field.description().type()))
                .toArray(ColumnBuffer[]::new);
    }

    @Override
    public int next() {
        int rows = 0;
        while (open && rows < BLOCK_ROWS && rowsRead < rowCount) {
            readRow();
            for (int i = 0; i < buffers.length; i++) {
                put(buffers[i], rows, fields.get(i));
            }
            rows++;
        }
        return rows;
    }

    private void readRow() {
        try {
            if (in.readNBytes(row, 0, row.length) < row.length) {
                throw new InputError("the table ends early", place(), "The file changed or is damaged: fetch it again");
            }
        } catch (IOException e) {
            throw new InputError("the table cannot be read: " + e.getMessage(), place(), "Fetch the file again")
                    .withCause(e);
        }
        rowsRead++;
    }

    private void put(ColumnBuffer buffer, int at, AsciiField field) {
        String whole = new String(row, field.start(), field.width(), StandardCharsets.ISO_8859_1);
        String text = whole.strip();
        boolean missing = field.isMissing(text);
        switch (buffer) {
            case ColumnBuffer.Doubles doubles -> doubles.values()[at] = missing ? Double.NaN : number(text, field);
            case ColumnBuffer.Longs longs -> {
                longs.missing()[at] = missing;
                longs.values()[at] = missing ? 0 : integer(text, field).longValueExact();
            }
            case ColumnBuffer.Texts texts ->
                texts.values()[at] = missing
                        ? null
                        : field.kind() == AsciiField.Kind.INTEGER
                                ? integer(text, field).toString()
                                : whole.stripTrailing();
            case ColumnBuffer.Booleans booleans -> throw new IllegalStateException("ASCII tables have no truth values");
        }
    }

    private double number(String text, AsciiField field) {
        double value =
                field.kind() == AsciiField.Kind.INTEGER ? integer(text, field).doubleValue() : real(text, field);
        return field.scale() == 1 && field.zero() == 0 ? value : value * field.scale() + field.zero();
    }

    private double real(String text, AsciiField field) {
        if (text.indexOf('.') >= 0) {
            double quick = NumberBytes.value(row, field.start(), field.start() + field.width());
            if (!Double.isNaN(quick)) {
                return quick;
            }
        }
        OptionalDouble value = FortranNumber.real(text, field.decimals());
        if (value.isPresent()) {
            return value.getAsDouble();
        }
        if (MissingWords.isNan(text)) {
            return Double.NaN;
        }
        if (NumberText.kindOf(text) == NumberText.Kind.WORD) {
            throw noNumber(text, field);
        }
        return NumberText.value(text);
    }

    private BigInteger integer(String text, AsciiField field) {
        return FortranNumber.integer(text).orElseThrow(() -> noNumber(text, field));
    }

    private InputError noNumber(String text, AsciiField field) {
        return new InputError(
                "'" + text + "' is no number that column '"
                        + field.description().name() + "' can hold",
                place(),
                "The file is damaged or its header wrong: fetch it again");
    }

    private String place() {
        return path + ", row " + rowsRead;
    }

    @Override
    public ColumnBuffer column(int index) {
        return buffers[index];
    }

    @Override
    public void close() {
        if (!open) {
            return;
        }
        open = false;
        try {
            in.close();
        } catch (IOException e) {
            throw new InputError("the file cannot be closed: " + e.getMessage(), path.toString(), "Try again")
                    .withCause(e);
        }
    }
}
