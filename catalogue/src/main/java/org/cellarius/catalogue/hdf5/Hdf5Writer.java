package org.cellarius.catalogue.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableDataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.VectorColumn;

/**
 * Writes a table as datasets of equal length in the root group, with attributes {@code unit}, {@code description} and
 * {@code ucd}. Missing integers and truth values are told by a dataset {@code NAME.mask}. The library takes whole columns,
 * so the table must fit the memory.
 */
public final class Hdf5Writer {
    private static final int MOST_ROWS = Integer.MAX_VALUE - 16;

    private Hdf5Writer() {}

    /** Writes a file; see {@link org.cellarius.catalogue.TableWriter#write}. */
    public static void write(
            Path file,
            List<ColumnDescription> columns,
            long rowCount,
            StreamedTable.Rows rows,
            Map<String, String> facts,
            Consumer<String> told) {
        long bytes = Math.multiplyExact(rowCount, 16L * columns.size());
        if (rowCount > MOST_ROWS || bytes > Runtime.getRuntime().maxMemory() / 2) {
            throw new InputError(
                    "an HDF5 table of %,d rows and %d columns does not fit the memory"
                            .formatted(rowCount, columns.size()),
                    file.toString(),
                    "Write it as .parquet or .fits, or give more memory with CELLARIUS_JAVA_OPTIONS=-Xmx…");
        }
        try (WritableHdfFile out = HdfFile.write(file)) {
            facts.forEach(out::putAttribute);
            List<VectorColumn> fields = named(VectorColumn.of(columns, Set.of(ColumnType.DOUBLE)), told);
            if (!fields.isEmpty()) {
                out.putAttribute(
                        Hdf5Layout.ORDER,
                        fields.stream().map(Hdf5Writer::nameOf).toArray(String[]::new));
            }
            for (VectorColumn column : fields) {
                if (rowCount == 0) {
                    putOneRow(out, column);
                } else {
                    put(out, column, (int) rowCount, rows);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException(file + ": " + e.getMessage(), e));
        } catch (RuntimeException e) {
            // The library wraps what the file system says.
            if (e instanceof InputError) {
                throw e;
            }
            throw new UncheckedIOException(new IOException(file + ": " + e.getMessage(), e));
        }
        if (rowCount == 0) {
            takeRowsOff(file);
        }
    }

    private static void takeRowsOff(Path file) {
        try {
            EmptyDatasets.takeRowsOff(file);
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException(file + ": " + e.getMessage(), e));
        }
    }

    /** A slash would make a group: such names are changed, and stay different from others. */
    private static List<VectorColumn> named(List<VectorColumn> columns, Consumer<String> told) {
        Set<String> taken = columns.stream().map(Hdf5Writer::nameOf).collect(Collectors.toCollection(HashSet::new));
        var named = new ArrayList<VectorColumn>();
        for (VectorColumn column : columns) {
            ColumnDescription d = column.description();
            if (d.name().indexOf('/') < 0) {
                named.add(column);
                continue;
            }
            String wished = d.name().replace('/', '|');
            String name = wished;
            for (int n = 2; !taken.add(name); n++) {
                name = wished + "_" + n;
            }
            told.accept("the column '" + d.name() + "' is called '" + name + "': a slash separates groups in HDF5");
            named.add(new VectorColumn(
                    new ColumnDescription(name, d.type(), d.unit(), d.description(), d.ucd()),
                    column.first(),
                    column.length()));
        }
        return named;
    }

    private static String nameOf(VectorColumn column) {
        return column.description().name();
    }

    private static void put(WritableHdfFile out, VectorColumn column, int rowCount, StreamedTable.Rows rows)
            throws IOException {
        ColumnDescription d = column.description();
        String name = nameOf(column);
        boolean[] missing = new boolean[rowCount];
        Object array = switch (d.type()) {
            case DOUBLE -> column.length() > 1 ? vectors(column, rowCount, rows) : numbers(column, rowCount, rows);
            case LONG -> integers(column, missing, rows);
            case BOOLEAN -> truths(column, missing, rows);
            case TEXT -> texts(column, rowCount, rows);
        };
        describe(out.putDataset(name, array), d);
        if (anyOf(missing)) {
            out.putDataset(name + ".mask", missing);
        }
    }

    /** Of a table without rows; the row is taken off afterwards. */
    private static void putOneRow(WritableHdfFile out, VectorColumn column) {
        ColumnDescription d = column.description();
        Object array = switch (d.type()) {
            case DOUBLE -> column.length() > 1 ? new double[1][column.length()] : new double[1];
            case LONG -> new long[1];
            case BOOLEAN -> new boolean[1];
            case TEXT -> new String[] {" "};
        };
        describe(out.putDataset(nameOf(column), array), d);
    }

    private static void describe(WritableDataset dataset, ColumnDescription d) {
        attribute(dataset, "unit", d.unit());
        attribute(dataset, "description", d.description());
        attribute(dataset, "ucd", d.ucd());
    }

    private static void attribute(WritableDataset dataset, String name, String value) {
        if (!value.isEmpty()) {
            dataset.putAttribute(name, value);
        }
    }

    private static boolean anyOf(boolean[] flags) {
        for (boolean flag : flags) {
            if (flag) {
                return true;
            }
        }
        return false;
    }

    /** Takes a column's blocks one after the other. */
    @FunctionalInterface
    private interface Taker {
        void take(BlockReader reader, int at, int count);
    }

    private static void read(VectorColumn column, int rowCount, StreamedTable.Rows rows, Taker taker)
            throws IOException {
        int[] indices = new int[column.length()];
        for (int k = 0; k < indices.length; k++) {
            indices[k] = column.first() + k;
        }
        int at = 0;
        try (BlockReader reader = rows.open(indices)) {
            for (int count = reader.next(); count > 0; count = reader.next()) {
                if (at + count > rowCount) {
                    throw new IOException("more rows came than the " + rowCount + " that were announced");
                }
                taker.take(reader, at, count);
                at += count;
            }
        }
        if (at != rowCount) {
            throw new IOException(at + " rows came where " + rowCount + " were announced");
        }
    }

    private static double[] numbers(VectorColumn column, int rowCount, StreamedTable.Rows rows) throws IOException {
        double[] all = new double[rowCount];
        read(column, rowCount, rows, (reader, at, count) -> {
            if (reader.column(0) instanceof ColumnBuffer.Doubles d) {
                System.arraycopy(d.values(), 0, all, at, count);
            }
        });
        return all;
    }

    private static double[][] vectors(VectorColumn column, int rowCount, StreamedTable.Rows rows) throws IOException {
        double[][] all = new double[rowCount][column.length()];
        read(column, rowCount, rows, (reader, at, count) -> {
            for (int k = 0; k < column.length(); k++) {
                if (reader.column(k) instanceof ColumnBuffer.Doubles d) {
                    for (int i = 0; i < count; i++) {
                        all[at + i][k] = d.values()[i];
                    }
                }
            }
        });
        return all;
    }

    private static long[] integers(VectorColumn column, boolean[] missing, StreamedTable.Rows rows) throws IOException {
        long[] all = new long[missing.length];
        read(column, missing.length, rows, (reader, at, count) -> {
            if (reader.column(0) instanceof ColumnBuffer.Longs d) {
                System.arraycopy(d.values(), 0, all, at, count);
                System.arraycopy(d.missing(), 0, missing, at, count);
            }
        });
        return all;
    }

    private static boolean[] truths(VectorColumn column, boolean[] missing, StreamedTable.Rows rows)
            throws IOException {
        boolean[] all = new boolean[missing.length];
        read(column, missing.length, rows, (reader, at, count) -> {
            if (reader.column(0) instanceof ColumnBuffer.Booleans d) {
                System.arraycopy(d.values(), 0, all, at, count);
                System.arraycopy(d.missing(), 0, missing, at, count);
            }
        });
        return all;
    }

    private static String[] texts(VectorColumn column, int rowCount, StreamedTable.Rows rows) throws IOException {
        String[] all = new String[rowCount];
        read(column, rowCount, rows, (reader, at, count) -> {
            if (reader.column(0) instanceof ColumnBuffer.Texts d) {
                for (int i = 0; i < count; i++) {
                    String text = d.values()[i];
                    all[at + i] = text == null ? "" : text;
                }
            }
        });
        return all;
    }
}
