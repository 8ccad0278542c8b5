package org.cellarius.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.cellarius.duckdb.DuckDbEngine;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.Progress;
import org.cellarius.engine.Selection;
import org.cellarius.engine.StarTable;
import org.cellarius.galaxy.column.RowsInMemory;
import org.cellarius.galaxy.column.Tasks;
import org.cellarius.galaxy.population.GroupedSelection;
import org.cellarius.galaxy.population.QuantilePass;
import org.cellarius.galaxy.population.QuantileStep;
import org.cellarius.galaxy.population.QuantilesByGroup;
import org.cellarius.galaxy.population.RectangularCells;
import org.cellarius.galaxy.random.CounterRandom;

/** Exact medians in cells of the plane by our passes, by pandas and by numpy. */
final class MediansBesidePandas {

    private static final double WIDTH_KPC = 0.5;
    private static final List<String> COLUMNS = List.of("value", "x", "y");

    private final int stars;
    private final int repetitions;
    private final Path scratch;
    private final RectangularCells cells = RectangularCells.covering(WIDTH_KPC, WIDTH_KPC, -24, 8, -16, 16);

    MediansBesidePandas(Scale scale, Path scratch) {
        this.stars = scale.medianValues();
        this.repetitions = scale.repetitions();
        this.scratch = scratch;
    }

    public static void main(String[] args) {
        boolean quick = List.of(args).contains("--quick");
        System.out.println(
                new MediansBesidePandas(quick ? Scale.QUICK : Scale.FULL, Scratch.folder(Path.of(args[0], "medians")))
                        .section());
    }

    String section() {
        double[][] columns = columns();
        String load = Machine.load();
        var found = new QuantilesByGroup[1];
        Timing inMemory = Timing.ofWarm(repetitions, () -> found[0] = inMemory(columns));
        var rows = new RowsInMemory.Of(columns, stars);
        int cores = Runtime.getRuntime().availableProcessors();
        Timing selected = Timing.ofWarm(
                repetitions, () -> found[0] = GroupedSelection.of(cells, new double[] {0.5}, rows, Tasks.IN_TURN));
        Timing together = Timing.ofWarm(
                repetitions,
                () -> found[0] = GroupedSelection.of(
                        cells,
                        new double[] {0.5},
                        rows,
                        (n, task) -> IntStream.range(0, n).parallel().forEach(task)));
        Timing fromParquet = fromParquet(columns, found);
        var table = new Table("what", "threads", "seconds: median (range)", "million values/s");
        table.row("ours, arrays in memory", cores, together.shown(), together.millionRowsPerSecond(stars));
        table.row("ours, arrays in memory", 1, selected.shown(), selected.millionRowsPerSecond(stars));
        table.row(
                "ours, arrays in memory, in passes without a copy",
                1,
                inMemory.shown(),
                inMemory.millionRowsPerSecond(stars));
        table.row(
                "ours, from Parquet, memory independent of the rows",
                "all cores to read, 1 to fold",
                fromParquet.shown(),
                fromParquet.millionRowsPerSecond(stars));
        String heading = "### Medians: %,d values in cells of %s kpc%n%nLoad average at the start: %s.%n%n"
                .formatted(stars, WIDTH_KPC, load);
        Optional<String> python = Python.with("numpy", "pandas");
        if (python.isEmpty()) {
            Scratch.clear(scratch);
            return heading + table.markdown()
                    + "\nNo Python with pandas on this machine: the comparison was left out.\n";
        }
        for (int k = 0; k < columns.length; k++) {
            RawColumn.write(scratch, COLUMNS.get(k), columns[k]);
        }
        List<String> printed = Python.run(python.get(), "medians.py", scratch, repetitions, WIDTH_KPC);
        Timing pandas = Timing.read(printed.get(1));
        Timing numpy = Timing.read(printed.get(2));
        table.row(
                "pandas `groupby().median()`, arrays in memory", 1, pandas.shown(), pandas.millionRowsPerSecond(stars));
        table.row(
                "numpy `argsort` and `median`, arrays in memory", 1, numpy.shown(), numpy.millionRowsPerSecond(stars));
        String agreement = agreement(found[0]) + " (" + printed.get(0) + ").\n";
        Scratch.clear(scratch);
        return heading + table.markdown() + "\n" + agreement;
    }

    /** Values, and places in the plane about the Sun. */
    private double[][] columns() {
        var random = new CounterRandom(1660);
        double[][] columns = new double[COLUMNS.size()][stars];
        for (int i = 0; i < stars; i++) {
            columns[0][i] = 0.2 * random.normal(i, 0);
            columns[1][i] = -8.27 + 2.5 * random.normal(i, 1);
            columns[2][i] = 2.5 * random.normal(i, 2);
        }
        return columns;
    }

    private QuantilesByGroup inMemory(double[][] columns) {
        int block = SurveyBlock.ROWS;
        double[][] in = new double[columns.length][block];
        return allPasses(pass -> {
            QuantilePass.State state = pass.empty();
            for (int from = 0; from < stars; from += block) {
                int rows = Math.min(block, stars - from);
                for (int k = 0; k < columns.length; k++) {
                    System.arraycopy(columns[k], from, in[k], 0, rows);
                }
                state = pass.fold(state, rows, in);
            }
            return state;
        });
    }

    private Timing fromParquet(double[][] columns, QuantilesByGroup[] found) {
        try (DuckDbEngine engine = DuckDbEngine.open(EngineSettings.in(scratch, List.of()))) {
            StarTable table = engine.generate(
                    stars, new StoredColumns(COLUMNS, columns), scratch.resolve("plane.parquet"), Progress.SILENT);
            Selection selection = Columns.all(table, COLUMNS);
            return Timing.ofWarm(
                    repetitions, () -> found[0] = allPasses(pass -> engine.fold(selection, pass, Progress.SILENT)));
        }
    }

    private QuantilesByGroup allPasses(Function<QuantilePass, QuantilePass.State> fold) {
        QuantileStep step = QuantilePass.first(cells, new double[] {0.5}, -2, 2);
        while (true) {
            switch (step) {
                case QuantilePass pass -> step = pass.after(fold.apply(pass));
                case QuantilesByGroup done -> {
                    return done;
                }
            }
        }
    }

    private String agreement(QuantilesByGroup ours) {
        double[] kx = RawColumn.read(scratch, "peer_kx");
        double[] ky = RawColumn.read(scratch, "peer_ky");
        double[] counts = RawColumn.read(scratch, "peer_count");
        double[] medians = RawColumn.read(scratch, "peer_median");
        double largest = 0;
        int different = 0;
        int outside = 0;
        for (int c = 0; c < medians.length; c++) {
            double[][] middle = {{(kx[c] + 0.5) * WIDTH_KPC}, {(ky[c] + 0.5) * WIDTH_KPC}};
            int g = cells.groupOf(middle, 0, 0);
            if (g < 0) {
                outside++;
                continue;
            }
            different += ours.counts()[g] == (long) counts[c] ? 0 : 1;
            largest = Math.max(largest, Math.abs(ours.values()[g][0] - medians[c]));
        }
        return "Cells of the peer: %,d, of which %d lie outside our map and %d have another count than ours; largest difference of a median: %.1e"
                .formatted(medians.length, outside, different, largest);
    }
}
