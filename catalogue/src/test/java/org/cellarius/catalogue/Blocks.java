package org.cellarius.catalogue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads whole columns for the tests. */
public final class Blocks {
    private Blocks() {}

    /** Opens a streamed table with automatic selection. */
    public static StreamedTable open(Path path) {
        return (StreamedTable) TableFile.open(path, TableSelection.automatic());
    }

    /** The names of the columns. */
    public static List<String> names(StreamedTable table) {
        return table.columns().stream().map(ColumnDescription::name).toList();
    }

    /** A column as a list of Double, Long, Boolean or String; null where missing (NaN stays NaN). */
    public static List<@Nullable Object> column(StreamedTable table, String name) {
        List<@Nullable Object> cells = new ArrayList<>();
        try (BlockReader reader = table.read(List.of(name))) {
            for (int rows = reader.next(); rows > 0; rows = reader.next()) {
                for (int i = 0; i < rows; i++) {
                    cells.add(cell(reader.column(0), i));
                }
            }
        }
        return cells;
    }

    /** A column of decimal numbers. */
    public static double[] numbers(StreamedTable table, String name) {
        return column(table, name).stream().mapToDouble(cell -> (Double) cell).toArray();
    }

    /** Reads every column of every row and counts the rows. */
    public static long readAll(StreamedTable table) {
        long count = 0;
        try (BlockReader reader = table.read(names(table))) {
            for (int rows = reader.next(); rows > 0; rows = reader.next()) {
                count += rows;
            }
        }
        return count;
    }

    /** One cell of a buffer. */
    public static @Nullable Object cell(ColumnBuffer buffer, int row) {
        return switch (buffer) {
            case ColumnBuffer.Doubles doubles -> (Object) doubles.values()[row];
            case ColumnBuffer.Longs longs -> longs.missing()[row] ? null : longs.values()[row];
            case ColumnBuffer.Booleans booleans -> booleans.missing()[row] ? null : booleans.values()[row];
            case ColumnBuffer.Texts texts -> texts.values()[row];
        };
    }
}
