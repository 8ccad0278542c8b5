package org.cellarius.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.catalogue.TableWriter;
import org.cellarius.duckdb.DuckDbEngine;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.TableColumn;

/**
 * Tables larger than memory: a FITS file of 20 GB to Parquet and two of its columns out of that, and a match of up to 1e8 rows with
 * a million. Alone: {@code LargeTables SCRATCH [--quick]}; needs 45 GB of disk.
 */
final class LargeTables {
    private static final int COLUMNS = 100;
    private static final String HEAP = "-Xmx1536m";
    private static final String DATABASE_MIB = "1536";

    private final Path scratch;
    private final boolean quick;

    LargeTables(boolean quick, Path scratch) {
        this.quick = quick;
        this.scratch = scratch;
    }

    public static void main(String[] args) throws IOException {
        boolean quick = List.of(args).contains("--quick");
        System.out.println(new LargeTables(
                        quick, Scratch.folder(Path.of(args[0], "large").toAbsolutePath()))
                .section());
    }

    String section() throws IOException {
        String load = Machine.load();
        String text = """
                ### Large tables

                Whole processes with %s and --memory %s. FITS to Parquet: %d columns of double precision; then a line through two of them, for which only
                these columns are read. Match: rows of A passing by a million rows of B at 2 arcsec, Parquet to Parquet. Load average at the start: %s.

                %s
                %s""".formatted(HEAP, DATABASE_MIB, COLUMNS, load, wide(), matches());
        Scratch.clear(scratch);
        return text;
    }

    private String wide() throws IOException {
        long rows = quick ? 250_000 : 25_000_000;
        Path fits = scratch.resolve("wide.fits");
        Path parquet = scratch.resolve("wide.parquet");
        TableWriter.write(
                fits,
                TableFormat.FITS,
                MadeColumns.descriptions(COLUMNS),
                rows,
                indices -> new MadeColumns(rows, indices),
                Map.of(),
                note -> {});
        var table = new Table("step", "rows", "file, GB", "wall s", "CPU s", "peak memory, MiB");
        double gigabytes = Files.size(fits) * 1e-9;
        row(table, "FITS to Parquet", rows, gigabytes, run("convert", fits, parquet));
        Files.delete(fits);
        row(
                table,
                "least squares through two columns of the Parquet file",
                rows,
                Files.size(parquet) * 1e-9,
                run("fit", parquet, "--x", "c3", "--y", "c13", "--method", "ols", "--json"));
        Files.delete(parquet);
        return table.markdown();
    }

    private String matches() throws IOException {
        var table = new Table("match", "rows of A", "A's file, GB", "wall s", "CPU s", "peak memory, MiB");
        Path b = scratch.resolve("b.parquet");
        sky(1_000_000, b);
        for (long rows :
                quick ? List.of(100_000L, 1_000_000L) : List.of(100_000L, 1_000_000L, 10_000_000L, 100_000_000L)) {
            Path a = scratch.resolve("a.parquet");
            sky(rows, a);
            row(
                    table,
                    "`match --find each`",
                    rows,
                    Files.size(a) * 1e-9,
                    run("match", a, b, scratch.resolve("o.parquet"), "--radius", "2arcsec", "--find", "each"));
            Files.delete(a);
            Files.delete(scratch.resolve("o.parquet"));
        }
        return table.markdown();
    }

    private static void row(Table table, String what, long rows, double gigabytes, MeasuredProcess cost) {
        table.row(
                what,
                "%,d".formatted(rows),
                "%.2f".formatted(gigabytes),
                "%.1f".formatted(cost.wallSeconds()),
                "%.1f".formatted(cost.cpuSeconds()),
                "%.0f".formatted(cost.peakMiB()));
    }

    private MeasuredProcess run(String command, Object... arguments) {
        var words = new ArrayList<String>();
        words.add(MeasuredProcess.home().resolve("cellarius").toString());
        words.add(command);
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        words.addAll(List.of("--memory", DATABASE_MIB));
        return MeasuredProcess.run(words, Map.of("CELLARIUS_JAVA_OPTIONS", HEAP), scratch.resolve("log"));
    }

    /** Uniform positions from hashes of the row's number. */
    private void sky(long rows, Path file) {
        var columns = List.of(
                new TableColumn("id", ColumnType.LONG, "", ""),
                new TableColumn("ra", ColumnType.DOUBLE, "deg", ""),
                new TableColumn("dec", ColumnType.DOUBLE, "deg", ""),
                new TableColumn("mag", ColumnType.DOUBLE, "mag", ""));
        String uniform = "(hash(i * 16 + %d) / 18446744073709551616.0)";
        try (DuckDbEngine engine = DuckDbEngine.open(EngineSettings.in(scratch, List.of()))) {
            engine.database()
                    .write(
                            "SELECT i AS id, 360 * " + uniform.formatted(1) + " AS ra, degrees(asin(2 * "
                                    + uniform.formatted(2) + " - 1)) AS dec, 10 + i % 997 / 100.0 AS mag FROM range("
                                    + rows + ") t(i)",
                            columns,
                            file);
        }
    }
}
