package org.cellarius.catalogue.stil;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.VectorColumn;
import org.jspecify.annotations.Nullable;
import uk.ac.starlink.table.AbstractStarTable;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.DescribedValue;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.votable.VOStarTable;

/** Blocks of columns as the sequential table that STIL's writers take; each pass opens the rows anew. */
final class BlockStarTable extends AbstractStarTable {
    private final ColumnInfo[] infos;
    private final List<VectorColumn> fields;
    private final int[] columns;
    private final long rowCount;
    private final StreamedTable.Rows rows;
    /** Texts of each column with letters beyond the 65,536 of unicodeChar, in the pass that began last. */
    private final long[] lossy;

    BlockStarTable(List<ColumnDescription> columns, long rowCount, StreamedTable.Rows rows) {
        // Only numbers that are not whole have a missing value within a vector of a VOTable.
        this.fields = VectorColumn.of(columns, Set.of(ColumnType.DOUBLE));
        this.infos = fields.stream().map(BlockStarTable::info).toArray(ColumnInfo[]::new);
        this.columns = IntStream.range(0, columns.size()).toArray();
        this.rowCount = rowCount;
        this.rows = rows;
        this.lossy = new long[columns.size()];
    }

    /** What was lost on the way out, once the rows have been taken. */
    List<String> notes() {
        return fields.stream()
                .filter(f -> lossy[f.first()] > 0)
                .map(f ->
                        "%,d text%s of column '%s' lose%s letters: unicodeChar of VOTable knows none beyond U+FFFF; .parquet, .ecsv, .csv, .h5 and .feather keep them"
                                .formatted(
                                        lossy[f.first()],
                                        lossy[f.first()] == 1 ? "" : "s",
                                        f.description().name(),
                                        lossy[f.first()] == 1 ? "s" : ""))
                .toList();
    }

    private static ColumnInfo info(VectorColumn field) {
        ColumnDescription column = field.description();
        Class<?> content = switch (column.type()) {
            case DOUBLE ->
                column.isSingle()
                        ? field.length() > 1 ? float[].class : Float.class
                        : field.length() > 1 ? double[].class : Double.class;
            case LONG -> Long.class;
            case BOOLEAN -> Boolean.class;
            case TEXT -> String.class;
        };
        ColumnInfo info = new ColumnInfo(column.name(), content, column.description());
        if (field.length() > 1) {
            info.setShape(new int[] {field.length()});
        }
        if (!column.ucd().isEmpty()) {
            info.setUCD(column.ucd());
        }
        if (!column.unit().isEmpty()) {
            info.setUnitString(column.unit());
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
        Arrays.fill(lossy, 0);
        return new Rows(rows.open(columns));
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
        public @Nullable Object getCell(int field) {
            VectorColumn wanted = fields.get(field);
            boolean single = wanted.description().isSingle();
            if (wanted.length() == 1) {
                Object cell = scalar(wanted.first());
                return single && cell instanceof Double value ? Float.valueOf(value.floatValue()) : cell;
            }
            if (single) {
                float[] vector = new float[wanted.length()];
                for (int k = 0; k < vector.length; k++) {
                    vector[k] = scalar(wanted.first() + k) instanceof Double value ? value.floatValue() : Float.NaN;
                }
                return vector;
            }
            double[] vector = new double[wanted.length()];
            for (int k = 0; k < vector.length; k++) {
                vector[k] = scalar(wanted.first() + k) instanceof Double value ? value : Double.NaN;
            }
            return vector;
        }

        private @Nullable Object scalar(int column) {
            return switch (reader.column(column)) {
                case ColumnBuffer.Doubles doubles -> doubles.values()[at];
                case ColumnBuffer.Longs longs -> longs.missing()[at] ? null : longs.values()[at];
                case ColumnBuffer.Booleans booleans -> booleans.missing()[at] ? null : booleans.values()[at];
                case ColumnBuffer.Texts texts -> {
                    String text = texts.values()[at];
                    if (text != null && text.chars().anyMatch(c -> Character.isSurrogate((char) c))) {
                        lossy[column]++;
                    }
                    yield text;
                }
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
