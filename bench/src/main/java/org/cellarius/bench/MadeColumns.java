package org.cellarius.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;

/** A table of any size whose numbers follow from row and column, for files that the readers are measured on. */
final class MadeColumns implements BlockReader {
    private final long rows;
    private final int[] indices;
    private final List<ColumnBuffer.Doubles> buffers = new ArrayList<>();
    private long given;

    MadeColumns(long rows, int[] indices) {
        this.rows = rows;
        this.indices = indices.clone();
        for (int k = 0; k < indices.length; k++) {
            buffers.add(new ColumnBuffer.Doubles(new double[BLOCK_ROWS]));
        }
    }

    static List<ColumnDescription> descriptions(int columns) {
        return IntStream.range(0, columns)
                .mapToObj(k -> new ColumnDescription("c" + k, ColumnType.DOUBLE, "mas", ""))
                .toList();
    }

    @Override
    public int next() {
        int count = (int) Math.min(BLOCK_ROWS, rows - given);
        for (int k = 0; k < indices.length; k++) {
            fill(buffers.get(k).values(), indices[k], count);
        }
        given += count;
        return count;
    }

    /** Sixteen digits that no one would call regular, from a multiplication and a shift. */
    private void fill(double[] values, int column, int count) {
        for (int i = 0; i < count; i++) {
            long mixed = (given + i + 1) * 0x9E3779B97F4A7C15L + column * 0xD1B54A32D192ED03L;
            values[i] = (mixed >>> 11) * 0x1p-53;
        }
    }

    @Override
    public ColumnBuffer column(int index) {
        return buffers.get(index);
    }

    @Override
    public void close() {}
}
