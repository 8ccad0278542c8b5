package org.cellarius.engine.sky;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.engine.FileColumn;
import org.cellarius.engine.Progress;
import org.cellarius.engine.ScaledColumn;

/**
 * The rows of a file in memory, column by column.
 *
 * @param columns the columns, in the order of the file
 * @param rows number of rows
 */
public record HeldTable(List<ColumnBuffer> columns, int rows) {

    /** What a word takes beside its letters: its object, its array, the place in the column. */
    private static final long BYTES_OF_A_WORD = 60;

    public HeldTable {
        columns = List.copyOf(columns);
    }

    /** The memory that the rows take, bytes, but for the letters of their words. */
    static double bytes(List<FileColumn> columns, long rows) {
        double bytes = 0;
        for (FileColumn column : columns) {
            bytes += switch (column.column().type()) {
                case DOUBLE -> 8;
                case LONG -> 9;
                case BOOLEAN -> 2;
                case TEXT -> BYTES_OF_A_WORD;
            };
        }
        return bytes * rows;
    }

    /**
     * Reads a file that knows its number of rows.
     *
     * @param letters how many bytes of letters there is room for; what is read is taken off
     * @return empty if the words are too long for that
     */
    public static Optional<HeldTable> read(
            StreamedTable file, List<FileColumn> columns, AtomicLong letters, Progress progress) {
        int rows = Math.toIntExact(file.rowCount().orElseThrow());
        List<ColumnBuffer> held = columns.stream()
                .map(c -> ColumnBuffer.of(c.column().type(), rows))
                .toList();
        progress.begin("reading " + file.path().getFileName(), rows);
        int at = 0;
        try (BlockReader reader =
                file.read(columns.stream().map(FileColumn::inFile).toList())) {
            for (int count = reader.next(); count > 0; count = reader.next()) {
                if (count > rows - at) {
                    throw notAnnounced(file, "more", rows);
                }
                for (int k = 0; k < held.size(); k++) {
                    take(reader.column(k), count, held.get(k), at);
                }
                at += count;
                progress.advance(count);
                if (letters.addAndGet(-letters(held, at - count, at)) < 0) {
                    return Optional.empty();
                }
            }
        } finally {
            progress.end();
        }
        if (at < rows) {
            throw notAnnounced(file, "fewer", rows);
        }
        return Optional.of(new HeldTable(held, rows));
    }

    private static long letters(List<ColumnBuffer> columns, int from, int to) {
        long letters = 0;
        for (ColumnBuffer column : columns) {
            if (column instanceof ColumnBuffer.Texts texts) {
                for (int i = from; i < to; i++) {
                    String word = texts.values()[i];
                    letters += word == null ? 0 : word.length();
                }
            }
        }
        return letters;
    }

    private static InputError notAnnounced(StreamedTable file, String howMany, int rows) {
        return new InputError(
                "there are %s rows than the %,d that the header announces".formatted(howMany, rows),
                file.path().toString(),
                "The file is damaged: fetch it again");
    }

    private static void take(ColumnBuffer block, int rows, ColumnBuffer into, int at) {
        switch (block) {
            case ColumnBuffer.Doubles from ->
                System.arraycopy(from.values(), 0, ((ColumnBuffer.Doubles) into).values(), at, rows);
            case ColumnBuffer.Longs from -> {
                System.arraycopy(from.values(), 0, ((ColumnBuffer.Longs) into).values(), at, rows);
                System.arraycopy(from.missing(), 0, ((ColumnBuffer.Longs) into).missing(), at, rows);
            }
            case ColumnBuffer.Booleans from -> {
                System.arraycopy(from.values(), 0, ((ColumnBuffer.Booleans) into).values(), at, rows);
                System.arraycopy(from.missing(), 0, ((ColumnBuffer.Booleans) into).missing(), at, rows);
            }
            case ColumnBuffer.Texts from ->
                System.arraycopy(from.values(), 0, ((ColumnBuffer.Texts) into).values(), at, rows);
        }
    }

    /** Numbers of a column, NaN where missing, in the unit wanted; the column itself where they are stored so. */
    double[] numbers(int column, ScaledColumn scaled) {
        double[] numbers = switch (columns.get(column)) {
            case ColumnBuffer.Doubles d ->
                scaled.factor() == 1 ? d.values() : d.values().clone();
            case ColumnBuffer.Longs d -> numbers(d);
            case ColumnBuffer.Booleans d -> throw new IllegalArgumentException(scaled.column() + " holds no numbers");
            case ColumnBuffer.Texts d -> throw new IllegalArgumentException(scaled.column() + " holds no numbers");
        };
        if (scaled.factor() != 1) {
            scaled.scale(numbers, rows);
        }
        return numbers;
    }

    private double[] numbers(ColumnBuffer.Longs from) {
        double[] numbers = new double[rows];
        for (int i = 0; i < rows; i++) {
            numbers[i] = from.missing()[i] ? Double.NaN : from.values()[i];
        }
        return numbers;
    }

    /** Where the column of a name is. */
    static int placeOf(String name, List<FileColumn> columns) {
        return IntStream.range(0, columns.size())
                .filter(k -> columns.get(k).column().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Puts the values of some rows into a buffer; of a negative row nothing. */
    void gather(int column, int[] rowsWanted, int count, ColumnBuffer into) {
        switch (columns.get(column)) {
            case ColumnBuffer.Doubles d ->
                gather(d.values(), rowsWanted, count, ((ColumnBuffer.Doubles) into).values());
            case ColumnBuffer.Longs d -> gather(d, rowsWanted, count, (ColumnBuffer.Longs) into);
            case ColumnBuffer.Booleans d -> gather(d, rowsWanted, count, (ColumnBuffer.Booleans) into);
            case ColumnBuffer.Texts d -> {
                var values = ((ColumnBuffer.Texts) into).values();
                for (int i = 0; i < count; i++) {
                    values[i] = rowsWanted[i] < 0 ? null : d.values()[rowsWanted[i]];
                }
            }
        }
    }

    private static void gather(double[] from, int[] rowsWanted, int count, double[] into) {
        for (int i = 0; i < count; i++) {
            into[i] = rowsWanted[i] < 0 ? Double.NaN : from[rowsWanted[i]];
        }
    }

    private static void gather(ColumnBuffer.Longs from, int[] rowsWanted, int count, ColumnBuffer.Longs into) {
        for (int i = 0; i < count; i++) {
            int row = rowsWanted[i];
            into.missing()[i] = row < 0 || from.missing()[row];
            into.values()[i] = row < 0 ? 0 : from.values()[row];
        }
    }

    private static void gather(ColumnBuffer.Booleans from, int[] rowsWanted, int count, ColumnBuffer.Booleans into) {
        for (int i = 0; i < count; i++) {
            int row = rowsWanted[i];
            into.missing()[i] = row < 0 || from.missing()[row];
            into.values()[i] = row >= 0 && from.values()[row];
        }
    }
}
