package org.cellarius.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellarius.duckdb.DuckDbEngine;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.Progress;
import org.cellarius.engine.Selection;
import org.cellarius.engine.StarTable;
import org.cellarius.galaxy.profile.RunningMedian;
import org.cellarius.galaxy.profile.RunningWindow;
import org.cellarius.galaxy.random.CounterRandom;

/** Running medians of 200 stars, half of them new, of columns in memory: sorted and measured by us, and by numpy. */
final class RunningMediansBesideNumpy {

    private static final int WINDOW = 200;
    private static final List<String> COLUMNS = List.of("x", "y");

    private final int stars;
    private final int repetitions;
    private final Path scratch;

    RunningMediansBesideNumpy(Scale scale, Path scratch) {
        this.stars = scale.medianValues();
        this.repetitions = scale.repetitions();
        this.scratch = scratch;
    }

    public static void main(String[] args) {
        boolean quick = List.of(args).contains("--quick");
        System.out.println(new RunningMediansBesideNumpy(
                        quick ? Scale.QUICK : Scale.FULL, Scratch.folder(Path.of(args[0], "running")))
                .section());
    }

    String section() {
        double[][] columns = columns();
        String load = Machine.load();
        List<RunningWindow> windows = new ArrayList<>();
        Timing ours = ours(columns, windows);
        var table = new Table("what", "seconds: median (range)", "million stars/s");
        table.row("ours: sort, median, mean, quartiles, scatter", ours.shown(), ours.millionRowsPerSecond(stars));
        String heading =
                "### Running medians: %,d stars, windows of %d, half of them new%n%nLoad average at the start: %s.%n%n"
                        .formatted(stars, WINDOW, load);
        Optional<String> python = Python.with("numpy");
        if (python.isEmpty()) {
            Scratch.clear(scratch);
            return heading + table.markdown()
                    + "\nNo Python with numpy on this machine: the comparison was left out.\n";
        }
        for (int k = 0; k < columns.length; k++) {
            RawColumn.write(scratch, COLUMNS.get(k), columns[k]);
        }
        List<String> printed = Python.run(python.get(), "running_medians.py", scratch, repetitions, WINDOW);
        Timing numpy = Timing.read(printed.get(1));
        table.row("numpy: `argsort`, `median` and `mean` of windows", numpy.shown(), numpy.millionRowsPerSecond(stars));
        double[] medians = RawColumn.read(scratch, "peer_median");
        double largest = 0;
        for (int k = 0; k < Math.min(medians.length, windows.size()); k++) {
            largest = Math.max(largest, Math.abs(medians[k] - windows.get(k).yMedian()));
        }
        Scratch.clear(scratch);
        return heading
                + table.markdown()
                + "\nWindows: %,d ours, %,d the peer's; largest difference of a median: %.1e (%s).%n"
                        .formatted(windows.size(), medians.length, largest, printed.get(0));
    }

    /** Radii and metallicities of a disc. */
    private double[][] columns() {
        var random = new CounterRandom(1660);
        double[][] columns = new double[COLUMNS.size()][stars];
        for (int i = 0; i < stars; i++) {
            columns[0][i] = Math.hypot(-8.27 + 2.5 * random.normal(i, 1), 2.5 * random.normal(i, 2));
            columns[1][i] = -0.06 * (columns[0][i] - 8.27) + 0.2 * random.normal(i, 0);
        }
        return columns;
    }

    private Timing ours(double[][] columns, List<RunningWindow> windows) {
        try (DuckDbEngine engine = DuckDbEngine.open(EngineSettings.in(scratch, List.of()))) {
            StarTable table = engine.generate(
                    stars, new StoredColumns(COLUMNS, columns), scratch.resolve("disc.parquet"), Progress.SILENT);
            if (!engine.keepColumnsOf(table, Columns.of(table, COLUMNS), List.of(), Progress.SILENT)) {
                throw new IllegalStateException("no room for the columns: give the JVM more memory");
            }
            Selection sorted = Columns.all(table, COLUMNS).orderBy(Columns.of(table, List.of("x")));
            return Timing.ofWarm(repetitions, () -> {
                windows.clear();
                var running = new RunningMedian(WINDOW, 0.5, windows::add);
                engine.scan(
                        sorted,
                        (rows, in) -> {
                            for (int i = 0; i < rows; i++) {
                                running.add(in[0][i], in[1][i]);
                            }
                        },
                        Progress.SILENT);
            });
        }
    }
}
