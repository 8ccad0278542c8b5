package org.cellarius.study.run;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.ParquetTable;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableSelection;

/** Columns of small tables as numbers in memory; NaN where missing. */
final class SmallColumns {

    private SmallColumns() {}

    /** The columns of a table of the file. */
    static double[][] of(Path path, Optional<String> table, List<String> names, String where) {
        return read(opened(path, table, where), names);
    }

    /** Whether a table has a column. */
    static boolean has(Path path, Optional<String> table, String name, String where) {
        return opened(path, table, where).columns().stream()
                .anyMatch(c -> c.name().equals(name));
    }

    /** A column of any table of the file. */
    static double[] anywhere(Path path, String name, String where) {
        int tables = TableFile.tablesIn(path).size();
        return IntStream.rangeClosed(1, tables)
                .mapToObj(t -> Optional.of(String.valueOf(t)))
                .filter(t -> has(path, t, name, where))
                .findFirst()
                .map(t -> of(path, t, List.of(name), where)[0])
                .orElseThrow(() -> new InputError(
                        "'" + path.getFileName() + "' has no '" + name + "'", where, "Check the file, and its 'kind'"));
    }

    private static StreamedTable opened(Path path, Optional<String> table, String where) {
        TableSelection selection =
                table.map(t -> TableSelection.automatic().withHdu(t)).orElse(TableSelection.automatic());
        return switch (TableFile.open(path, selection)) {
            case StreamedTable s -> s;
            case ParquetTable p ->
                throw new InputError(
                        "'" + path.getFileName() + "' is a Parquet file", where, "Give it as CSV, FITS or HDF5");
        };
    }

    private static double[][] read(StreamedTable table, List<String> names) {
        double[][] columns = new double[names.size()][0];
        int filled = 0;
        try (BlockReader reader = table.read(names)) {
            for (int rows = reader.next(); rows > 0; rows = reader.next()) {
                for (int c = 0; c < columns.length; c++) {
                    if (filled + rows > columns[c].length) {
                        columns[c] = Arrays.copyOf(columns[c], Math.max(filled + rows, 2 * columns[c].length));
                    }
                    copy(reader.column(c), rows, columns[c], filled, names.get(c), table.path());
                }
                filled += rows;
            }
        }
        for (int c = 0; c < columns.length; c++) {
            columns[c] = Arrays.copyOf(columns[c], filled);
        }
        return columns;
    }

    private static void copy(ColumnBuffer from, int rows, double[] to, int at, String name, Path path) {
        switch (from) {
            case ColumnBuffer.Doubles d -> System.arraycopy(d.values(), 0, to, at, rows);
            case ColumnBuffer.Longs l -> {
                for (int i = 0; i < rows; i++) {
                    to[at + i] = l.missing()[i] ? Double.NaN : l.values()[i];
                }
            }
            case ColumnBuffer.Booleans b -> {
                for (int i = 0; i < rows; i++) {
                    to[at + i] = b.missing()[i] ? Double.NaN : b.values()[i] ? 1 : 0;
                }
            }
            case ColumnBuffer.Texts t ->
                throw new InputError(
                        "the column '" + name + "' holds texts where numbers are wanted",
                        path.toString(),
                        "Check the file, and its 'kind'");
        }
    }
}
