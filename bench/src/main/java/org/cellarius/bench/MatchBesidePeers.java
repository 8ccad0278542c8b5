package org.cellarius.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableSelection;
import org.cellarius.duckdb.DuckDbEngine;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.Progress;
import org.cellarius.engine.TableColumn;

/** {@code cellarius match} beside STILTS and astropy, whole processes from FITS to FITS. Alone: {@code MatchBesidePeers SCRATCH [--quick]}. */
final class MatchBesidePeers {

    private static final List<TableColumn> COLUMNS = List.of(
            new TableColumn("id", ColumnType.LONG, "", ""),
            new TableColumn("ra", ColumnType.DOUBLE, "deg", ""),
            new TableColumn("dec", ColumnType.DOUBLE, "deg", ""),
            new TableColumn("mag", ColumnType.DOUBLE, "mag", ""));
    private static final int RADIUS_ARCSEC = 2;

    private final Path scratch;
    private final List<Integer> sizes;

    MatchBesidePeers(boolean quick, Path scratch) {
        this.scratch = scratch;
        this.sizes = quick ? List.of(10_000, 100_000) : List.of(10_000, 100_000, 1_000_000);
    }

    public static void main(String[] args) {
        boolean quick = List.of(args).contains("--quick");
        System.out.println(new MatchBesidePeers(
                        quick, Scratch.folder(Path.of(args[0], "match").toAbsolutePath()))
                .section());
    }

    String section() {
        var table = new Table(
                "rows of A and of B",
                "program",
                "wall s",
                "CPU s",
                "peak memory, MiB",
                "pairs",
                "pairs that ours lacks, has alone");
        var alone = new Table("rows of A and of B", "program", "the match alone, s");
        String load = Machine.load();
        for (int rows : sizes) {
            write(rows);
            // The first one makes the start-up cache.
            ours();
            row(table, rows, "`cellarius match --find each`", ours(), "ours.fits");
            List<String> ours = alone();
            alone.row("%,d".formatted(rows), "Cellarius, first time of a process", ours.getFirst());
            alone.row("%,d".formatted(rows), "Cellarius, middle of the ten after it", ours.getLast());
            if (stilts()) {
                MeasuredProcess theirs = theirs();
                row(table, rows, "`stilts tskymatch2 find=best1`", theirs, "stilts.fits");
                alone.row("%,d".formatted(rows), "STILTS, as it says itself, whole seconds", elapsed(theirs));
            }
            Python.with("astropy")
                    .ifPresent(python ->
                            row(table, rows, "astropy `match_to_catalog_sky`", astropy(python), "astropy.fits"));
            Scratch.clear(scratch);
        }
        String absent = (stilts() ? "" : " STILTS is not there (`apt-get install stilts`), and was left out.")
                + (Python.with("astropy").isPresent()
                        ? ""
                        : " astropy is not there (`apt-get install python3-astropy`), and was left out.");
        return """
                ### Sky match

                Whole processes, one after the other, from two FITS tables of four columns to one: the nearest row of B within %d arcsec for each
                row of A. Uniform skies; of the rows of B seven in ten have a counterpart in A, about 0.3 arcsec away. Target: a million rows each four times
                faster than STILTS, twice as fast as astropy. Load average at the start: %s.%s

                %s

                The match alone, places in memory to pairs in memory, without start, reading and writing. Target: ten times as fast as STILTS.

                %s""".formatted(RADIUS_ARCSEC, load, absent, table.markdown(), alone.markdown());
    }

    /** Our match alone: the first time of a JVM that starts with a start-up cache, as the command does, and later ones. */
    private List<String> alone() {
        Path cache = scratch.resolve("alone.aot");
        alone("-XX:AOTCacheOutput=" + cache);
        return List.of(alone("-XX:AOTCache=" + cache).split(" ", -1));
    }

    private String alone(String cache) {
        MeasuredProcess run = measured(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseParallelGC",
                "-Xmx1g",
                cache,
                "-cp",
                MeasuredProcess.jars(),
                MatchAlone.class.getName(),
                file("a.fits"),
                file("b.fits"),
                String.valueOf(RADIUS_ARCSEC)));
        return run.printed().getFirst();
    }

    private static String elapsed(MeasuredProcess stilts) {
        return stilts.output().stream()
                .filter(line -> line.startsWith("Elapsed time for match"))
                .map(line -> line.replaceAll("\\D", ""))
                .findFirst()
                .orElse("");
    }

    private MeasuredProcess ours() {
        return measured(List.of(
                MeasuredProcess.home().resolve("cellarius").toString(),
                "match",
                file("a.fits"),
                file("b.fits"),
                file("ours.fits"),
                "--radius=" + RADIUS_ARCSEC + "arcsec",
                "--find=each",
                "--force"));
    }

    private MeasuredProcess theirs() {
        return measured(List.of(
                "stilts",
                "tskymatch2",
                "in1=" + file("a.fits"),
                "in2=" + file("b.fits"),
                "ra1=ra",
                "dec1=dec",
                "ra2=ra",
                "dec2=dec",
                "error=" + RADIUS_ARCSEC,
                "find=best1",
                "join=1and2",
                "out=" + file("stilts.fits")));
    }

    private MeasuredProcess astropy(String python) {
        return measured(List.of(
                python,
                MeasuredProcess.home().resolve("bench/peers/match.py").toString(),
                scratch.toString(),
                "a.fits",
                "b.fits",
                "astropy.fits",
                String.valueOf(RADIUS_ARCSEC)));
    }

    private MeasuredProcess measured(List<String> command) {
        return MeasuredProcess.run(command, Map.of(), scratch.resolve("log"));
    }

    private String file(String name) {
        return scratch.resolve(name).toString();
    }

    private static boolean stilts() {
        return List.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator, -1)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "stilts")));
    }

    private void row(Table table, int rows, String program, MeasuredProcess cost, String output) {
        table.row(
                "%,d".formatted(rows),
                program,
                "%.2f".formatted(cost.wallSeconds()),
                // STILTS is started by a script, whose own cost tells nothing.
                program.contains("stilts") ? "" : "%.1f".formatted(cost.cpuSeconds()),
                program.contains("stilts") ? "" : "%.0f".formatted(cost.peakMiB()),
                pairs(output),
                output.equals("ours.fits") ? "" : differences(output));
    }

    private String pairs(String output) {
        return withEngine(engine -> "%,.0f"
                .formatted(engine.database().numbers("SELECT count(*) FROM " + source(engine, output, "counted"))[0]));
    }

    private String differences(String output) {
        return withEngine(engine -> {
            String ours = source(engine, "ours.fits", "ours");
            String theirs = source(engine, output, "theirs");
            return missing(engine, theirs, ours) + ", " + missing(engine, ours, theirs);
        });
    }

    private static String missing(DuckDbEngine engine, String from, String in) {
        return "%.0f"
                .formatted(engine.database()
                        .numbers("SELECT count(*) FROM (FROM " + from + " EXCEPT FROM " + in + ")")[0]);
    }

    /** A table's pairs of identifiers: its first column and its fifth. */
    private String source(DuckDbEngine engine, String output, String name) {
        var table = engine.importTable(
                TableFile.open(scratch.resolve(output), TableSelection.automatic()),
                Optional.empty(),
                scratch.resolve(name + ".parquet"),
                Progress.SILENT);
        return "(SELECT \"%s\" AS a, \"%s\" AS b FROM %s)"
                .formatted(
                        table.names().get(0),
                        table.names().get(4),
                        engine.database().source(table));
    }

    private <T> T withEngine(java.util.function.Function<DuckDbEngine, T> work) {
        try (DuckDbEngine engine = DuckDbEngine.open(EngineSettings.in(scratch, List.of()))) {
            return work.apply(engine);
        }
    }

    /** Two skies: positions from hashes of the row's number. */
    private void write(int rows) {
        String uniform = "(hash(%s * 16 + %d) / 18446744073709551616.0)";
        String sky = "360 * " + uniform.formatted("i", 1) + " AS ra, degrees(asin(2 * " + uniform.formatted("i", 2)
                + " - 1)) AS dec";
        String offset = "((" + uniform.formatted("i", 3) + " + " + uniform.formatted("i", 4) + " - 1) * 0.75 / 3600)";
        String other = "((" + uniform.formatted("i", 5) + " + " + uniform.formatted("i", 6) + " - 1) * 0.75 / 3600)";
        withEngine(engine -> {
            String first = "SELECT i AS id, ra, dec, 10 + i % 997 / 100.0 AS mag FROM (SELECT i, " + sky
                    + " FROM range(" + rows + ") t(i))";
            engine.export(
                    engine.database().write(first, COLUMNS, scratch.resolve("a.parquet")), scratch.resolve("a.fits"));
            // The first seven in ten of a shuffled sky are displaced; the others are new.
            String second = "SELECT j AS id, CASE WHEN i < 0.7 * " + rows + " THEN (ra + " + offset
                    + " / cos(radians(dec)) + 360) % 360 ELSE ra END AS ra, "
                    + "CASE WHEN i < 0.7 * " + rows + " THEN greatest(-90, least(90, dec + " + other
                    + ")) ELSE dec END AS dec, 10 + j % 991 / 100.0 AS mag FROM (SELECT j, i, " + sky
                    + " FROM (SELECT j, CASE WHEN s < 0.7 * " + rows + " THEN s ELSE s + " + rows
                    + " END AS i FROM (SELECT j, (j * 7919) % " + rows + " AS s FROM range(" + rows
                    + ") t(j)))) ORDER BY j";
            engine.export(
                    engine.database().write(second, COLUMNS, scratch.resolve("b.parquet")), scratch.resolve("b.fits"));
            return rows;
        });
        for (String name : List.of("a.parquet", "b.parquet")) {
            try {
                Files.delete(scratch.resolve(name));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
