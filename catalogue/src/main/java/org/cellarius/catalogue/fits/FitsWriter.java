package org.cellarius.catalogue.fits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.VectorColumn;
import org.jspecify.annotations.Nullable;

/**
 * Writes a FITS binary table: numbers of 64 bits, of 32 where the column is of single precision, missing integers as TNULL, missing numbers as NaN, texts as wide as the longest
 * one. Texts and integers are looked through first, in a pass over their columns alone; see {@link NullIntegers}.
 */
public final class FitsWriter {
    private static final int BLOCK_BYTES = 2880;
    private static final int MOST_COLUMNS = 999;

    private final List<ColumnDescription> columns;
    private final boolean[] single;
    private final int[] textBytes;
    private final NullIntegers nulls;
    private final int[] starts;
    private final int rowBytes;

    private FitsWriter(
            List<ColumnDescription> columns, List<VectorColumn> fields, int[] textBytes, NullIntegers nulls) {
        this.columns = columns;
        this.single = new boolean[columns.size()];
        fields.stream()
                .filter(f -> f.description().isSingle())
                .forEach(f -> Arrays.fill(single, f.first(), f.first() + f.length(), true));
        this.textBytes = textBytes;
        this.nulls = nulls;
        this.starts = new int[columns.size()];
        int start = 0;
        for (int k = 0; k < starts.length; k++) {
            starts[k] = start;
            start += width(k);
        }
        this.rowBytes = start;
    }

    /** Writes a file; see {@link org.cellarius.catalogue.TableWriter#write}. */
    public static void write(
            Path file,
            List<ColumnDescription> columns,
            long rowCount,
            StreamedTable.Rows rows,
            Map<String, String> facts,
            Consumer<String> told) {
        var ascii = new AsciiLetters();
        List<VectorColumn> fields =
                ascii.columns(VectorColumn.of(columns, Set.of(ColumnType.DOUBLE, ColumnType.LONG, ColumnType.BOOLEAN)));
        if (fields.size() > MOST_COLUMNS) {
            throw new InputError(
                    "the table has " + fields.size() + " columns and FITS holds at most " + MOST_COLUMNS,
                    file.toString(),
                    "Write it as .parquet or .vot");
        }
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            FitsWriter writer = new FitsWriter(
                    columns, fields, textBytes(columns, rows, ascii), NullIntegers.of(fields, columns.size(), rows));
            ascii.notes().forEach(told);
            writeAll(out, ByteBuffer.wrap(writer.headers(fields, rowCount, facts)));
            writer.writeRows(out, rows, rowCount);
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException(file + ": " + e.getMessage(), e));
        }
    }

    /** The bytes of the longest text of each column of texts, at least 1; texts with other letters are counted. */
    private static int[] textBytes(List<ColumnDescription> columns, StreamedTable.Rows rows, AsciiLetters ascii) {
        int[] longest = new int[columns.size()];
        int[] texts = java.util.stream.IntStream.range(0, columns.size())
                .filter(k -> columns.get(k).type() == ColumnType.TEXT)
                .toArray();
        if (texts.length == 0) {
            return longest;
        }
        Arrays.stream(texts).forEach(k -> longest[k] = 1);
        long[] lossy = new long[texts.length];
        String[] examples = new String[texts.length];
        Arrays.fill(examples, "");
        try (BlockReader reader = rows.open(texts)) {
            for (int count = reader.next(); count > 0; count = reader.next()) {
                for (int k = 0; k < texts.length; k++) {
                    if (reader.column(k) instanceof ColumnBuffer.Texts t) {
                        longest[texts[k]] = Math.max(longest[texts[k]], longest(t.values(), count));
                        for (int i = 0; i < count; i++) {
                            String text = t.values()[i];
                            if (text != null && !AsciiLetters.isAscii(text)) {
                                examples[k] = lossy[k]++ == 0 ? text : examples[k];
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < texts.length; k++) {
            if (lossy[k] > 0) {
                ascii.texts(columns.get(texts[k]).name(), lossy[k], examples[k]);
            }
        }
        return longest;
    }

    private static int longest(@Nullable String[] values, int count) {
        int longest = 0;
        for (int i = 0; i < count; i++) {
            String value = values[i];
            longest = value == null ? longest : Math.max(longest, value.length());
        }
        return longest;
    }

    private int width(int column) {
        return switch (columns.get(column).type()) {
            case DOUBLE -> single[column] ? Float.BYTES : Double.BYTES;
            case LONG -> Long.BYTES;
            case BOOLEAN -> 1;
            case TEXT -> textBytes[column];
        };
    }

    private byte[] headers(List<VectorColumn> fields, long rowCount, Map<String, String> facts) {
        var primary = new FitsCards()
                .card("SIMPLE", "T")
                .card("BITPIX", "8")
                .card("NAXIS", "0")
                .card("EXTEND", "T")
                .end();
        var table = new FitsCards()
                .text("XTENSION", "BINTABLE")
                .card("BITPIX", "8")
                .card("NAXIS", "2")
                .card("NAXIS1", Integer.toString(rowBytes))
                .card("NAXIS2", Long.toString(rowCount))
                .card("PCOUNT", "0")
                .card("GCOUNT", "1")
                .card("TFIELDS", Integer.toString(fields.size()));
        for (int n = 1; n <= fields.size(); n++) {
            VectorColumn field = fields.get(n - 1);
            ColumnDescription d = field.description();
            String repeat = field.length() == 1 ? "" : Integer.toString(field.length());
            table.text("TTYPE" + n, d.name())
                    .text(
                            "TFORM" + n,
                            switch (d.type()) {
                                case DOUBLE -> repeat + (d.isSingle() ? "E" : "D");
                                case LONG -> repeat + "K";
                                case BOOLEAN -> repeat + "L";
                                case TEXT -> textBytes[field.first()] + "A";
                            });
            if (nulls.isNeeded(field.first())) {
                table.card("TNULL" + n, Long.toString(nulls.value(field.first())));
            }
            table.textIfAny("TUNIT" + n, d.unit());
            table.textIfAny("TCOMM" + n, d.description());
            table.textIfAny("TUCD" + n, d.ucd());
        }
        facts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(fact -> table.comment(fact.getKey() + " = " + fact.getValue()));
        byte[] first = primary;
        byte[] second = table.end();
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private void writeRows(FileChannel out, StreamedTable.Rows rows, long rowCount) throws IOException {
        int[] all = java.util.stream.IntStream.range(0, columns.size()).toArray();
        ByteBuffer bytes = ByteBuffer.allocateDirect(Math.multiplyExact(BlockReader.BLOCK_ROWS, rowBytes));
        MemorySegment block = MemorySegment.ofBuffer(bytes);
        long written = 0;
        try (BlockReader reader = rows.open(all)) {
            for (int count = reader.next(); count > 0; count = reader.next()) {
                for (int k = 0; k < all.length; k++) {
                    encode(reader.column(k), block, k, count);
                }
                writeAll(out, bytes.clear().limit(count * rowBytes));
                written += count;
            }
        }
        if (written != rowCount) {
            throw new IOException(written + " rows came where " + rowCount + " were announced");
        }
        long length = written * rowBytes;
        writeAll(out, ByteBuffer.allocate((int) ((BLOCK_BYTES - length % BLOCK_BYTES) % BLOCK_BYTES)));
    }

    private void encode(ColumnBuffer buffer, MemorySegment block, int column, int rows) {
        long start = starts[column];
        switch (buffer) {
            case ColumnBuffer.Doubles d -> {
                for (int i = 0; i < rows; i++) {
                    long at = start + (long) i * rowBytes;
                    if (single[column]) {
                        block.set(BinaryCells.FLOAT, at, (float) d.values()[i]);
                    } else {
                        block.set(BinaryCells.DOUBLE, at, d.values()[i]);
                    }
                }
            }
            case ColumnBuffer.Longs d -> {
                long none = nulls.value(column);
                for (int i = 0; i < rows; i++) {
                    long value = d.missing()[i] ? none : d.values()[i];
                    block.set(BinaryCells.LONG, start + (long) i * rowBytes, value);
                }
            }
            case ColumnBuffer.Booleans d -> {
                for (int i = 0; i < rows; i++) {
                    int letter = d.missing()[i] ? 0 : d.values()[i] ? 'T' : 'F';
                    block.set(ValueLayout.JAVA_BYTE, start + (long) i * rowBytes, (byte) letter);
                }
            }
            case ColumnBuffer.Texts d -> {
                for (int i = 0; i < rows; i++) {
                    text(d.values()[i], block, start + (long) i * rowBytes, textBytes[column]);
                }
            }
        }
    }

    /** ASCII alone: the standard knows no other letters. A missing text is one of NULs. */
    private static void text(@Nullable String value, MemorySegment block, long start, int width) {
        byte[] letters = value == null ? new byte[0] : value.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < width; i++) {
            byte letter = i < letters.length ? letters[i] : value == null ? 0 : (byte) ' ';
            block.set(ValueLayout.JAVA_BYTE, start + i, letter);
        }
    }

    private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
