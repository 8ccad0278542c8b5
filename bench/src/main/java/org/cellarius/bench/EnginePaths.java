package org.cellarius.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cellarius.duckdb.DuckDbEngine;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.Progress;
import org.cellarius.engine.Selection;
import org.cellarius.engine.StarTable;
import org.cellarius.galaxy.frame.GalactocentricFrame;
import org.cellarius.galaxy.frame.PhaseSpaceKernel;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.galaxy.random.CounterRandom;

/**
 * One of the engine's paths, timed in a process of its own: {@code EnginePaths FOLDER PATH ROWS REPETITIONS}. Prints the
 * seconds, then what was checked.
 */
final class EnginePaths {

    /** The paths that are timed. */
    enum Route {
        GENERATE("generated numbers to Parquet: 10 columns out", ""),
        FOLD("`fold`: 10 Parquet columns into blocks of a statistic", "≥ 6"),
        SCAN("`scan`: 10 Parquet columns in order", "≥ 6"),
        KERNEL("kernel path: 10 Parquet columns in, 10 out", "≥ 1.5"),
        PHASE_SPACE("positions of a survey: 12 Parquet columns in, 20 out", "");

        private final String described;
        private final String target;

        Route(String described, String target) {
            this.described = described;
            this.target = target;
        }

        String described() {
            return described;
        }

        /** Wanted million rows a second; empty without a target. */
        String target() {
            return target;
        }
    }

    private final Path folder;
    private final long rows;
    private final int repetitions;
    private final DuckDbEngine engine;

    private EnginePaths(Path folder, long rows, int repetitions, DuckDbEngine engine) {
        this.folder = folder;
        this.rows = rows;
        this.repetitions = repetitions;
        this.engine = engine;
    }

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        try (DuckDbEngine engine = DuckDbEngine.open(new EngineSettings(
                folder, List.of(), List.of(), Runtime.getRuntime().availableProcessors(), 1024))) {
            var paths = new EnginePaths(folder, Long.parseLong(args[2]), Integer.parseInt(args[3]), engine);
            switch (Route.valueOf(args[1])) {
                case GENERATE -> paths.generate();
                case FOLD -> paths.fold();
                case SCAN -> paths.scan();
                case KERNEL -> paths.kernel();
                case PHASE_SPACE -> paths.phaseSpace();
            }
        }
    }

    private void generate() {
        report(Timing.of(
                repetitions,
                () -> engine.generate(
                        rows, new RandomColumns(new CounterRandom(1660)), columnsFile(), Progress.SILENT)));
        System.out.println(engine.open(columnsFile()).rows() + " rows in the file");
    }

    private void fold() {
        Selection selection = Columns.all(engine.open(columnsFile()), RandomColumns.names());
        var sums = new double[1][];
        report(Timing.of(
                repetitions,
                () -> sums[0] = engine.fold(selection, new ColumnSums(RandomColumns.COLUMNS), Progress.SILENT)));
        checkSums(sums[0]);
    }

    private void scan() {
        Selection selection = Columns.all(engine.open(columnsFile()), RandomColumns.names());
        var sums = new double[RandomColumns.COLUMNS];
        report(Timing.of(repetitions, () -> {
            java.util.Arrays.fill(sums, 0);
            var partial = new ColumnSums(RandomColumns.COLUMNS);
            engine.scan(selection, (n, in) -> partial.fold(sums, n, in), Progress.SILENT);
        }));
        checkSums(sums);
    }

    /** Compensated sums in SQL are the other witness. */
    private void checkSums(double[] sums) {
        double[] expected = engine.database()
                .numbers(RandomColumns.names().stream()
                        .map(n -> "fsum(" + n + ")")
                        .collect(Collectors.joining(
                                ", ", "SELECT ", " FROM " + engine.database().source(engine.open(columnsFile())))));
        double largest = IntStream.range(0, sums.length)
                .mapToDouble(k -> Math.abs(sums[k] / expected[k] - 1))
                .max()
                .orElseThrow();
        System.out.printf("largest relative difference of the sums from SQL's compensated ones: %.1e%n", largest);
    }

    private void kernel() {
        StarTable table = engine.open(columnsFile());
        Path output = folder.resolve("scaled.parquet");
        report(Timing.of(
                repetitions,
                () -> engine.applyKernel(
                        table,
                        new ScaledColumns(),
                        Columns.of(table, RandomColumns.names()),
                        List.of(),
                        output,
                        Progress.SILENT)));
        String different = RandomColumns.names().stream()
                .map(n -> "a." + n + " IS DISTINCT FROM 1 - b." + n)
                .collect(Collectors.joining(" OR "));
        System.out.printf(
                "%.0f of %,d rows differ from 1 - c computed in SQL%n",
                engine.database()
                        .numbers("SELECT count(*) FILTER (" + different + ") FROM "
                                + engine.database().source(engine.open(output)) + " a POSITIONAL JOIN "
                                + engine.database().source(table) + " b")[0],
                rows);
    }

    private void phaseSpace() {
        StarTable table = engine.database()
                .write(
                        "SELECT * REPLACE (nullif(distance, -9999) / 1000 AS distance) FROM "
                                + engine.database().source(engine.open(SurveyFiles.parquet(folder))),
                        engine.open(SurveyFiles.parquet(folder)).columns(),
                        folder.resolve("kpc.parquet"));
        Path output = folder.resolve("placed.parquet");
        var kernel = new PhaseSpaceKernel(new GalactocentricFrame(Sun.HAWKINS_2023), PhaseSpaceKernel.Motions.UNKNOWN);
        report(Timing.of(
                repetitions,
                () -> engine.applyKernel(
                        table, kernel, Columns.of(table, kernel.inputs()), table.names(), output, Progress.SILENT)));
        Optional<String> farthest = engine.database()
                .rows("SELECT max(abs(sqrt((x + r0x) ** 2 + y ** 2 + (z - 0.029) ** 2)"
                        + " / distance - 1)) FROM (SELECT *, sqrt(8.27 ** 2 - 0.029 ** 2) AS r0x FROM "
                        + engine.database().source(engine.open(output)) + ")")
                .getFirst()
                .getFirst();
        System.out.printf(
                "largest relative change of a distance from the Sun: %.1e%n", Double.valueOf(farthest.orElse("NaN")));
    }

    private Path columnsFile() {
        return folder.resolve("columns.parquet");
    }

    private static void report(Timing timing) {
        System.out.println(timing.written());
    }
}
