package org.cellarius.duckdb;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.Precision;
import org.cellarius.catalogue.parquet.ParquetWriter;
import org.cellarius.engine.Packing;
import org.cellarius.engine.PartialFiles;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;

/**
 * A table without some of its rows, written while it is read: the database says which rows go, and the others pass in their order. The database itself would carry all
 * columns through a join and sort them afterwards.
 */
record KeptRows(DuckDbEngine engine, Database database, Packing packing, int threads) {

    /** Whether all columns come back as they lie there; numbers of single precision would become others. */
    static boolean fits(StarTable table) {
        return table.rows() <= Integer.MAX_VALUE
                && table.columns().stream().noneMatch(c -> c.precision() == Precision.SINGLE);
    }

    /**
     * Writes the rows that stay.
     *
     * @param gone a query of the numbers of those that go, counted from 0
     */
    StarTable without(StarTable table, String gone, Path output) {
        BitSet left = numbers(gone);
        left.flip(0, (int) table.rows());
        PartialFiles.write(output, partial -> write(table, left, partial));
        return engine.open(output);
    }

    private BitSet numbers(String query) {
        var found = new BitSet();
        var number = new TableColumn("row_number_", ColumnType.LONG, "", "");
        try (var blocks = ResultBlocks.of(database.connection(), "(" + query + ")", List.of(number))) {
            for (int rows = blocks.next(); rows > 0; rows = blocks.next()) {
                long[] numbers = ((ColumnBuffer.Longs) blocks.column(0)).values();
                for (int i = 0; i < rows; i++) {
                    found.set((int) numbers[i]);
                }
            }
        }
        return found;
    }

    private void write(StarTable table, BitSet left, Path path) {
        List<ParquetWriter.Column> columns = table.columns().stream()
                .map(c -> new ParquetWriter.Column(c.name(), c.type()))
                .toList();
        try (var blocks = ResultBlocks.of(database.connection(), DuckDbTable.sql(table), table.columns());
                var writer = new ParquetWriter(
                        path,
                        columns,
                        ParquetSchema.entries(table.columns(), packing),
                        ParquetSchema.codec(packing),
                        threads)) {
            List<ColumnBuffer> buffers = blocks.columns();
            int[] chosen = new int[0];
            int before = 0;
            for (int rows = blocks.next(); rows > 0; rows = blocks.next()) {
                chosen = chosen.length < rows ? new int[rows] : chosen;
                int count = 0;
                for (int i = left.nextSetBit(before); i >= 0 && i < before + rows; i = left.nextSetBit(i + 1)) {
                    chosen[count++] = i - before;
                }
                if (count > 0) {
                    writer.append(buffers, chosen, count);
                }
                before += rows;
            }
            writer.finish();
        }
    }
}
