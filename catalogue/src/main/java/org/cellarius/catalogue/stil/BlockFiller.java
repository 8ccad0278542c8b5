package org.cellarius.catalogue.stil;

import java.io.IOException;
import java.lang.reflect.Array;
import java.util.StringJoiner;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.jspecify.annotations.Nullable;

/** Puts the cells of STIL rows into the buffers of a block. */
public final class BlockFiller {
    private final SpreadColumn[] columns;
    private final ColumnBuffer[] buffers;

    /** Makes buffers for some columns. */
    public BlockFiller(SpreadColumn[] columns) {
        this.columns = columns.clone();
        this.buffers = new ColumnBuffer[columns.length];
        for (int i = 0; i < columns.length; i++) {
            buffers[i] = ColumnBuffer.forBlock(columns[i].description().type());
        }
    }

    public ColumnBuffer buffer(int index) {
        return buffers[index];
    }

    /** A row of cells, each fetched at most once in a row per vector. */
    @FunctionalInterface
    public interface Cells {
        @Nullable
        Object cell(int stilColumn) throws IOException;
    }

    /** Fills row {@code row} of the block, {@code row < BLOCK_ROWS}. */
    public void fill(int row, Cells cells) throws IOException {
        assert row < BlockReader.BLOCK_ROWS;
        int fetched = -1;
        Object cell = null;
        for (int i = 0; i < columns.length; i++) {
            SpreadColumn column = columns[i];
            if (column.stilColumn() != fetched) {
                fetched = column.stilColumn();
                cell = cells.cell(fetched);
            }
            if (buffers[i] instanceof ColumnBuffer.Texts texts && column.element() < 0) {
                texts.values()[row] = text(whole(cell));
            } else {
                put(buffers[i], row, scalar(cell, Math.max(0, column.element())));
            }
        }
    }

    /** An element of a vector, or the cell itself; STIL gives a scalar bit of a binary VOTable as a vector of one. */
    private static @Nullable Object scalar(@Nullable Object cell, int index) {
        if (cell == null || !cell.getClass().isArray()) {
            return cell;
        }
        return index < Array.getLength(cell) ? Array.get(cell, index) : null;
    }

    /** An array of variable length as a text {@code [1.5, null]}, in which a missing value is null as in JSON. */
    private static @Nullable Object whole(@Nullable Object cell) {
        if (cell == null || !cell.getClass().isArray()) {
            return cell;
        }
        int length = Array.getLength(cell);
        var list = new StringJoiner(", ", "[", "]");
        for (int i = 0; i < length; i++) {
            Object element = Array.get(cell, i);
            boolean missing = element == null || (element instanceof Number n && Double.isNaN(n.doubleValue()));
            list.add(missing ? "null" : String.valueOf(element));
        }
        return length == 0 ? null : list.toString();
    }

    private static void put(ColumnBuffer buffer, int row, @Nullable Object cell) {
        switch (buffer) {
            case ColumnBuffer.Doubles doubles -> doubles.values()[row] = number(cell);
            case ColumnBuffer.Longs longs -> {
                boolean missing = cell == null;
                longs.missing()[row] = missing;
                longs.values()[row] = missing ? 0 : integer(cell);
            }
            case ColumnBuffer.Booleans booleans -> {
                booleans.missing()[row] = !(cell instanceof Boolean);
                booleans.values()[row] = cell instanceof Boolean truth && truth;
            }
            case ColumnBuffer.Texts texts -> texts.values()[row] = text(cell);
        }
    }

    private static double number(@Nullable Object cell) {
        return cell instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static long integer(@Nullable Object cell) {
        return cell instanceof Number number
                ? number.longValue()
                : Long.parseLong(String.valueOf(cell).strip());
    }

    private static @Nullable String text(@Nullable Object cell) {
        if (cell == null) {
            return null;
        }
        String text = cell.toString().stripTrailing();
        return text.isEmpty() ? null : text;
    }
}
