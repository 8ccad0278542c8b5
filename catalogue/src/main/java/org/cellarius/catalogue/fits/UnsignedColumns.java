package org.cellarius.catalogue.fits;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * Columns of unsigned integers of 64 bits. Nearly all of them hold identifiers that a signed integer takes; one with a larger
 * value is delivered as text, every digit kept. Only the values tell, so such columns are looked through first.
 */
final class UnsignedColumns {
    private static final int BLOCK_BYTES = 1 << 20;

    private UnsignedColumns() {}

    static BinaryTable asTextWhereLarge(FitsBytes file, HeaderDataUnit unit, BinaryTable table) throws IOException {
        List<BinaryField> unsigned = table.fields().stream()
                .filter(f -> f.column().isUnsigned64() && !f.column().isVariable())
                .toList();
        if (unsigned.isEmpty()) {
            return table;
        }
        boolean[] large = new boolean[unsigned.size()];
        try (TableBytes bytes = TableBytes.open(file, unit)) {
            switch (table.storage()) {
                case ROW_BY_ROW -> rowByRow(bytes, table, unsigned, large);
                case COLUMN_BY_COLUMN -> columnByColumn(bytes, table, unsigned, large);
            }
        }
        return table.withFields(table.fields().stream()
                .map(f -> unsigned.contains(f) && large[unsigned.indexOf(f)] ? f.asText() : f)
                .toList());
    }

    private static void rowByRow(TableBytes bytes, BinaryTable table, List<BinaryField> unsigned, boolean[] large)
            throws IOException {
        int blockRows = Math.max(1, BLOCK_BYTES / table.rowBytes());
        for (long row = 0; row < table.rows(); row += blockRows) {
            int rows = (int) Math.min(blockRows, table.rows() - row);
            MemorySegment block = bytes.next(rows * table.rowBytes());
            for (int k = 0; k < large.length; k++) {
                large[k] |= isLarge(unsigned.get(k), block, unsigned.get(k).start(), table.rowBytes(), rows);
            }
        }
    }

    private static void columnByColumn(TableBytes bytes, BinaryTable table, List<BinaryField> unsigned, boolean[] large)
            throws IOException {
        for (int k = 0; k < large.length; k++) {
            BinaryField field = unsigned.get(k);
            int blockRows = Math.max(1, BLOCK_BYTES / field.bytesApart());
            for (long row = 0; row < table.rows() && !large[k]; row += blockRows) {
                int rows = (int) Math.min(blockRows, table.rows() - row);
                MemorySegment block =
                        bytes.at(field.cellStart() + row * field.bytesApart(), (long) rows * field.bytesApart());
                large[k] = isLarge(field, block, field.startInCell(), field.bytesApart(), rows);
            }
        }
    }

    /** What is stored lies 2^63 below the value. */
    private static boolean isLarge(BinaryField field, MemorySegment block, long start, int apart, int rows) {
        boolean hasMissing = field.column().missing().isPresent();
        long missing = field.column().missing().orElse(0);
        boolean found = false;
        for (int i = 0; i < rows; i++) {
            long stored = block.get(BinaryCells.LONG, start + (long) i * apart);
            found |= stored >= 0 && !(hasMissing && stored == missing);
        }
        return found;
    }
}
