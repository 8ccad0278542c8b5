package org.cellarius.catalogue.stil;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.ColumnDescription;
import org.jspecify.annotations.Nullable;
import uk.ac.starlink.table.AbstractStarTable;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.DescribedValue;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.Tables;
import uk.ac.starlink.votable.VOStarTable;

/** Blocks of columns as the sequential table that STIL's writers take; each pass opens the rows anew. */
final class BlockStarTable extends AbstractStarTable {
    private final ColumnInfo[] infos;
    private final long rowCount;
    private final Supplier<BlockReader> rows;

    BlockStarTable(List<ColumnDescription> columns, long rowCount, Supplier<BlockReader> rows) {
        this.infos = columns.stream().map(BlockStarTable::info).toArray(ColumnInfo[]::new);
        this.rowCount = rowCount;
        this.rows = rows;
    }

    private static ColumnInfo info(ColumnDescription column) {
        Class<?> content = switch (column.type()) {
            case DOUBLE -> Double.class;
            case LONG -> Long.class;
            case BOOLEAN -> Boolean.class;
            case TEXT -> String.class;
        };
        ColumnInfo info = new ColumnInfo(column.name(), content, column.description());
        if (!column.unit().isEmpty()) {
            info.setUnitString(column.unit());
        }
        if (content == Long.class) {
            // The FITS null of integer columns: no identifier is the most negative number.
            info.setAuxDatum(new DescribedValue(Tables.NULL_VALUE_INFO, Long.MIN_VALUE));
        }
        if (content == String.class) {
            // VOTable's plain char is ASCII until version 1.4.
            info.setAuxDatum(new DescribedValue(VOStarTable.DATATYPE_INFO, "unicodeChar"));
        }
        return info;
    }

    @Override
    public int getColumnCount() {
        return infos.length;
    }

    @Override
    public long getRowCount() {
        return rowCount;
    }

    @Override
    public ColumnInfo getColumnInfo(int index) {
        return infos[index];
    }

    @Override
    public RowSequence getRowSequence() {
        return new Rows(rows.get());
    }

    private final class Rows implements RowSequence {
        private final BlockReader reader;
        private int inBlock;
        private int at = -1;
        private long delivered;

        Rows(BlockReader reader) {
            this.reader = reader;
        }

        @Override
        public boolean next() throws IOException {
            at++;
            if (at >= inBlock) {
                inBlock = reader.next();
                at = 0;
            }
            if (inBlock == 0) {
                if (delivered != rowCount) {
                    throw new IOException(delivered + " rows came where " + rowCount + " were announced");
                }
                return false;
            }
            delivered++;
            return true;
        }

        @Override
        public @Nullable Object getCell(int column) {
            return switch (reader.column(column)) {
                case ColumnBuffer.Doubles doubles -> doubles.values()[at];
                case ColumnBuffer.Longs longs -> longs.missing()[at] ? null : longs.values()[at];
                case ColumnBuffer.Booleans booleans -> booleans.missing()[at] ? null : booleans.values()[at];
                case ColumnBuffer.Texts texts -> texts.values()[at];
            };
        }

        @Override
        @SuppressWarnings("NullAway") // STIL's rows hold null for missing cells and its signature does not say so
        public Object[] getRow() {
            Object[] row = new Object[infos.length];
            for (int i = 0; i < row.length; i++) {
                row[i] = getCell(i);
            }
            return row;
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}
