package org.cellarius.bench;

import java.nio.file.Path;
import java.util.List;
import org.cellarius.duckdb.DuckDbEngine;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.Progress;
import org.cellarius.engine.Selection;
import org.cellarius.engine.StarTable;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.fit.LineFit;
import org.cellarius.galaxy.fit.LineMethod;
import org.cellarius.galaxy.fit.LinesByGroup;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.galaxy.population.MomentsByGroup;
import org.cellarius.galaxy.population.QuantilePass;
import org.cellarius.galaxy.population.QuantileStep;
import org.cellarius.galaxy.population.RectangularCells;
import org.cellarius.galaxy.random.CounterRandom;

/** A weighted line through a hundred million stars of a Parquet file, their means and medians in the cells of a plane, beside what reading the columns takes. Alone: {@code HundredMillionStars SCRATCH [--quick]}. */
final class HundredMillionStars {

    private static final double SLOPE = -0.06;

    private static final RectangularCells CELLS = RectangularCells.covering(0.25, 0.01, 4, 14, 0, 0.13);

    private final Path folder;
    private final long rows;

    HundredMillionStars(Path folder, long rows) {
        this.folder = folder;
        this.rows = rows;
    }

    public static void main(String[] args) {
        boolean quick = List.of(args).contains("--quick");
        System.out.println(new HundredMillionStars(Path.of(args[0]), quick ? 1_000_000 : 100_000_000).section());
    }

    String section() {
        try (DuckDbEngine engine = DuckDbEngine.open(new EngineSettings(
                folder, List.of(), List.of(), Runtime.getRuntime().availableProcessors(), 1024))) {
            StarTable stars = engine.generate(rows, new Survey(), folder.resolve("line.parquet"), Progress.SILENT);
            Timing decoder = Timing.ofWarm(
                    3,
                    () -> engine.database()
                            .numbers("SELECT sum(x), sum(y), sum(y_error) FROM "
                                    + engine.database().source(stars)));
            LineFit[] found = new LineFit[1];
            Timing blocks = Timing.ofWarm(
                    3,
                    () -> found[0] = engine
                            .fold(
                                    Columns.all(stars, List.of("x", "y", "y_error")),
                                    new LinesByGroup(LineMethod.WLS, new Grouping.Everyone()),
                                    Progress.SILENT)[0]
                            .fit(LineMethod.WLS, 3));
            var table = new Table("what", "s", "million rows/s");
            table.row(
                    "sums of the three columns in the database: decoder alone",
                    decoder.shown(),
                    decoder.millionRowsPerSecond(rows));
            table.row("weighted line, its sums block by block", blocks.shown(), blocks.millionRowsPerSecond(rows));
            Selection plane = Columns.all(stars, List.of("y", "x", "y_error"));
            Timing means = Timing.of(3, () -> engine.fold(plane, new MomentsByGroup(CELLS), Progress.SILENT));
            table.row(
                    "mean of y in %,d cells of x and its error".formatted(CELLS.groups()),
                    means.shown(),
                    means.millionRowsPerSecond(rows));
            int[] passes = new int[1];
            Timing medians = Timing.of(3, () -> passes[0] = medians(engine, plane));
            table.row(
                    "exact median in the same cells, %d passes".formatted(passes[0]),
                    medians.shown(),
                    medians.millionRowsPerSecond(rows));
            return "Weighted least squares through %,d stars of a Parquet file of %,d MB; slope found %.6f ± %.6f, truth %.2f.\n\n"
                            .formatted(
                                    rows,
                                    engine.database().file(stars).toFile().length() / 1_000_000,
                                    found[0].slope(),
                                    found[0].slopeSd(),
                                    SLOPE)
                    + table.markdown();
        }
    }

    /** All passes of the medians; gives their number. */
    private static int medians(DuckDbEngine engine, Selection plane) {
        QuantileStep step = QuantilePass.first(CELLS, new double[] {0.5}, -3, 3);
        int passes = 0;
        while (step instanceof QuantilePass pass) {
            step = pass.after(engine.fold(plane, pass, Progress.SILENT));
            passes++;
        }
        return passes;
    }

    /** Stars about a line. */
    private record Survey() implements ColumnKernel {
        @Override
        public List<String> inputs() {
            return List.of("row");
        }

        @Override
        public List<OutputColumn> outputs() {
            return List.of(
                    new OutputColumn("x", "kpc", "radius"),
                    new OutputColumn("y", "dex", "[Fe/H]"),
                    new OutputColumn("y_error", "dex", "its error"));
        }

        @Override
        public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
            var random = new CounterRandom(4);
            for (int i = 0; i < rows; i++) {
                long star = (long) in[0][i];
                out[0][i] = 4 + 10 * random.uniform(star, 0);
                out[2][i] = 0.02 + 0.1 * random.uniform(star, 1);
                out[1][i] = 0.5 + SLOPE * out[0][i] + out[2][i] * random.normal(star, 0);
                status[i] = StarStatus.OK;
            }
        }
    }
}
