package org.cellarius.catalogue.text;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;

/** The rows of text of fixed width. A blank field is missing, and so is one beyond the end of a line. */
final class FixedWidthReader implements BlockReader {
    private final Path path;
    private final TextLines lines;
    private final List<ByteByByte.Field> fields;
    private final ColumnBuffer[] buffers;
    private boolean open = true;

    FixedWidthReader(Path path, boolean gzipped, int skip, List<ByteByByte.Field> all, int[] indices) {
        this.path = path;
        this.fields = Arrays.stream(indices).mapToObj(all::get).toList();
        this.buffers = fields.stream()
                .map(f -> ColumnBuffer.forBlock(f.description().type()))
                .toArray(ColumnBuffer[]::new);
        this.lines = new TextLines(path, gzipped);
        while (lines.number() < skip && lines.next().isPresent()) {}
    }

    @Override
    public int next() {
        int rows = 0;
        while (open && rows < BLOCK_ROWS) {
            Optional<String> line = lines.next();
            if (line.isEmpty()) {
                break;
            }
            if (line.get().isBlank()) {
                continue;
            }
            for (int i = 0; i < buffers.length; i++) {
                put(buffers[i], rows, fields.get(i), line.get());
            }
            rows++;
        }
        return rows;
    }

    private void put(ColumnBuffer buffer, int row, ByteByByte.Field field, String line) {
        int end = Math.min(field.end(), line.length());
        String text = field.start() < end ? line.substring(field.start(), end).strip() : "";
        boolean words = field.description().type() == ColumnType.TEXT && !field.wideInteger();
        boolean missing = text.isEmpty() || field.isMissing(text) || (!words && MissingWords.inNumbers(text));
        switch (buffer) {
            case ColumnBuffer.Doubles d -> d.values()[row] = missing ? Double.NaN : number(field, text);
            case ColumnBuffer.Longs d -> {
                d.missing()[row] = missing;
                d.values()[row] = missing ? 0 : integer(field, text);
            }
            case ColumnBuffer.Texts d -> {
                if (field.wideInteger() && !missing && NumberText.kindOf(text) != NumberText.Kind.INTEGER) {
                    throw noNumber(field, text);
                }
                d.values()[row] = missing ? null : text;
            }
            case ColumnBuffer.Booleans d -> throw new IllegalStateException("these tables have no truth values");
        }
    }

    private double number(ByteByByte.Field field, String text) {
        if (NumberText.kindOf(text) == NumberText.Kind.WORD) {
            throw noNumber(field, text);
        }
        return NumberText.value(text);
    }

    private long integer(ByteByByte.Field field, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw noNumber(field, text).withCause(e);
        }
    }

    private InputError noNumber(ByteByByte.Field field, String text) {
        return new InputError(
                "'" + text + "' is no number that column '"
                        + field.description().name() + "' (bytes " + (field.start() + 1) + " to " + field.end()
                        + ") can hold",
                path + ", line " + lines.number(),
                "The description does not fit the file, or the line is damaged");
    }

    @Override
    public ColumnBuffer column(int index) {
        return buffers[index];
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            lines.close();
        }
    }
}
