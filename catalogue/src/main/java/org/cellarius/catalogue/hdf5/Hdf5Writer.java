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
import java.util.stream.IntStream;
import org.cellarius.catalogue.BlockReader;
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
            if (rowCount == 0) {
                fields.forEach(column -> putOneRow(out, column));
            } else {
                put(out, fields, (int) rowCount, rows);
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
                    new ColumnDescription(name, d.type(), d.unit(), d.description(), d.ucd(), d.precision()),
                    column.first(),
                    column.length()));
        }
        return named;
    }

    private static String nameOf(VectorColumn column) {
        return column.description().name();
    }

    private static void put(WritableHdfFile out, List<VectorColumn> fields, int rowCount, StreamedTable.Rows rows)
            throws IOException {
        List<WholeColumn> whole =
                fields.stream().map(f -> WholeColumn.of(f, rowCount)).toList();
        int[] indices = fields.stream()
                .flatMapToInt(f -> IntStream.range(f.first(), f.first() + f.length()))
                .toArray();
        int at = 0;
        try (BlockReader reader = rows.open(indices)) {
            for (int count = reader.next(); count > 0; count = reader.next()) {
                if (at + count > rowCount) {
                    throw new IOException("more rows came than the " + rowCount + " that were announced");
                }
                int place = 0;
                for (WholeColumn column : whole) {
                    column.take(reader, place, at, count);
                    place += column.elements();
                }
                at += count;
            }
        }
        if (at != rowCount) {
            throw new IOException(at + " rows came where " + rowCount + " were announced");
        }
        for (int k = 0; k < whole.size(); k++) {
            String name = nameOf(fields.get(k));
            describe(out.putDataset(name, whole.get(k).array()), fields.get(k).description());
            if (anyOf(whole.get(k).missing())) {
                out.putDataset(name + ".mask", whole.get(k).missing());
            }
        }
    }

    /** Of a table without rows; the row is taken off afterwards. */
    private static void putOneRow(WritableHdfFile out, VectorColumn column) {
        ColumnDescription d = column.description();
        Object array = switch (d.type()) {
            case DOUBLE -> WholeColumn.numbers(column, 1);
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
}
