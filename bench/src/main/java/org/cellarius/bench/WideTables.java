package org.cellarius.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.catalogue.TableSelection;
import org.cellarius.catalogue.TableWriter;

/** Tables of few rows and ever more columns: what a reader costs should grow with the columns and no faster. Alone: {@code WideTables SCRATCH}. */
final class WideTables {
    private static final List<Integer> COLUMNS = List.of(10, 100, 1_000, 3_000);
    private static final int ROWS = 20;
    private static final int REPETITIONS = 7;
    /** The most that FITS counts. */
    private static final int MOST_OF_FITS = 999;

    private final Path scratch;

    WideTables(Path scratch) {
        this.scratch = scratch;
    }

    public static void main(String[] args) throws IOException {
        System.out.println(
                new WideTables(Scratch.folder(Path.of(args[0], "wide").toAbsolutePath())).section());
    }

    /** How a table of so many columns gets into a file. */
    @FunctionalInterface
    private interface Maker {
        Path make(int columns) throws IOException;
    }

    String section() throws IOException {
        String load = Machine.load();
        var table = new Table("format", "10 columns, ms", "100", "1,000", "3,000", "3,000 beside 1,000, per column");
        row(table, "FITS (to 999 columns)", n -> written("t.fits", TableFormat.FITS, Math.min(n, MOST_OF_FITS)));
        row(table, "VOTable, BINARY2", n -> written("t.vot", TableFormat.VOTABLE, n));
        row(table, "VOTable, TABLEDATA", this::tableData);
        row(table, "HDF5", n -> written("t.h5", TableFormat.HDF5, n));
        row(table, "Feather", n -> written("t.feather", TableFormat.FEATHER, n));
        row(table, "text", this::text);
        row(table, "fixed width (ReadMe)", this::fixedWidth);
        Scratch.clear(scratch);
        return """
                ### Wide tables

                Opening a file of %d rows and reading all of it, warm. Load average at the start: %s.

                %s""".formatted(ROWS, load, table.markdown());
    }

    private static void row(Table table, String format, Maker maker) throws IOException {
        var cells = new java.util.ArrayList<Object>(List.of(format));
        double[] perColumn = new double[COLUMNS.size()];
        for (int k = 0; k < COLUMNS.size(); k++) {
            Path file = maker.make(COLUMNS.get(k));
            Timing timing = Timing.ofWarm(REPETITIONS, () -> read(file));
            perColumn[k] = timing.medianSeconds() / COLUMNS.get(k);
            cells.add("%.1f".formatted(1e3 * timing.medianSeconds()));
            Files.delete(file);
        }
        cells.add("%.2f".formatted(perColumn[3] / perColumn[2]));
        table.row(cells.toArray());
    }

    private static double read(Path file) {
        var table = (StreamedTable) TableFile.open(file, TableSelection.automatic());
        long rows = 0;
        try (BlockReader reader =
                table.read(table.columns().stream().map(ColumnDescription::name).toList())) {
            for (int count = reader.next(); count > 0; count = reader.next()) {
                rows += count;
            }
        }
        if (rows != ROWS) {
            throw new IllegalStateException(file + " gave " + rows + " rows");
        }
        return rows;
    }

    private Path written(String name, TableFormat format, int columns) {
        Path file = scratch.resolve(name);
        TableWriter.write(
                file,
                format,
                MadeColumns.descriptions(columns),
                ROWS,
                indices -> new MadeColumns(ROWS, indices),
                Map.of(),
                note -> {});
        return file;
    }

    private static String joined(int columns, String delimiter, IntFunction<String> word) {
        return IntStream.range(0, columns).mapToObj(word).collect(Collectors.joining(delimiter));
    }

    private Path tableData(int columns) throws IOException {
        return Files.writeString(
                scratch.resolve("d.vot"),
                "<VOTABLE version=\"1.4\" xmlns=\"http://www.ivoa.net/xml/VOTable/v1.3\"><RESOURCE><TABLE>"
                        + joined(columns, "", k -> "<FIELD name=\"c" + k + "\" datatype=\"double\" unit=\"mas\"/>")
                        + "<DATA><TABLEDATA>"
                        + ("<TR>" + joined(columns, "", k -> "<TD>" + k + ".25</TD>") + "</TR>").repeat(ROWS)
                        + "</TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>");
    }

    private Path text(int columns) throws IOException {
        return Files.writeString(
                scratch.resolve("t.txt"),
                joined(columns, " ", k -> "c" + k) + "\n" + (joined(columns, " ", k -> k + ".25") + "\n").repeat(ROWS));
    }

    private Path fixedWidth(int columns) throws IOException {
        Files.writeString(scratch.resolve("ReadMe"), """
                J/A+A/1/1   A wide table
                ================================================================================
                File Summary:
                --------------------------------------------------------------------------------
                 FileName   Lrecl  Records   Explanations
                --------------------------------------------------------------------------------
                ReadMe         80        .   This file
                table1.dat  %d       %d   Made
                --------------------------------------------------------------------------------

                Byte-by-byte Description of file: table1.dat
                --------------------------------------------------------------------------------
                   Bytes Format Units   Label     Explanations
                --------------------------------------------------------------------------------
                %s
                --------------------------------------------------------------------------------
                """.formatted(
                8 * columns,
                ROWS,
                joined(columns, "\n", k -> " %5d-%5d F7.2   mas     c%-6d Column".formatted(8 * k + 1, 8 * k + 7, k))));
        return Files.writeString(
                scratch.resolve("table1.dat"),
                (joined(columns, " ", k -> "%7.2f".formatted(k + 0.25)) + "\n").repeat(ROWS));
    }
}
