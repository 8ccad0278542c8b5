package org.cellarius.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.duckdb.DuckDbEngine;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.Progress;
import org.cellarius.engine.StarTable;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.frame.PhaseSpaceKernel;
import org.cellarius.galaxy.frame.PhaseSpaceKernel.Motions;
import org.cellarius.galaxy.random.CounterRandom;

/** Positions and velocities of the same stars by our kernel and by astropy. */
final class CoordinatesBesideAstropy {

    private static final List<String> COMPARED = List.of("x", "y", "z", "vx", "vy", "vz");

    private final int stars;
    private final int repetitions;
    private final Path scratch;
    private final PhaseSpaceKernel kernel = SurveyBlock.kernel(Motions.KNOWN);

    CoordinatesBesideAstropy(Scale scale, Path scratch) {
        this.stars = scale.coordinateStars();
        this.repetitions = scale.repetitions();
        this.scratch = scratch;
    }

    String section() {
        double[][] sky = sky();
        String load = Machine.load();
        double[][] ours = new double[COMPARED.size()][stars];
        Timing alone = kernelAlone(sky, ours);
        Timing throughParquet = throughParquet(sky, ours);
        var table = new Table("what", "threads", "seconds: median (range)", "million stars/s");
        table.row("our kernel, arrays to arrays", 1, alone.shown(), alone.millionRowsPerSecond(stars));
        table.row(
                "ours, Parquet to Parquet (6 columns in, 19 out)",
                "all cores",
                throughParquet.shown(),
                throughParquet.millionRowsPerSecond(stars));
        String heading = "### Coordinates: %,d stars, 6-D, ICRS to Galactocentric%n%nLoad average at the start: %s.%n%n"
                .formatted(stars, load);
        Optional<String> python = Python.with("numpy", "astropy");
        if (python.isEmpty()) {
            Scratch.clear(scratch);
            return heading + table.markdown()
                    + "\nNo Python with astropy on this machine: the comparison was left out.\n";
        }
        for (int k = 0; k < sky.length; k++) {
            RawColumn.write(scratch, kernel.inputs().get(k), sky[k]);
        }
        List<String> printed = Python.run(python.get(), "coordinates.py", scratch, repetitions);
        Timing theirs = Timing.read(printed.get(1));
        table.row(
                "astropy, `SkyCoord` made and transformed, arrays to arrays",
                1,
                theirs.shown(),
                theirs.millionRowsPerSecond(stars));
        String agreement = "Largest differences: %.1e kpc, %.1e km/s (%s).%n"
                .formatted(largest(ours, 0, 3), largest(ours, 3, 6), printed.get(0));
        Scratch.clear(scratch);
        return heading + table.markdown() + "\n" + agreement;
    }

    /** Directions over the whole sky, distances of 0.1 to 10 kpc, motions of a disc. */
    private double[][] sky() {
        var random = new CounterRandom(1660);
        double[][] sky = new double[kernel.inputs().size()][stars];
        for (int i = 0; i < stars; i++) {
            sky[0][i] = 360 * random.uniform(i, 0);
            sky[1][i] = Math.toDegrees(Math.asin(2 * random.uniform(i, 1) - 1));
            sky[2][i] = 0.1 + 9.9 * random.uniform(i, 2);
            sky[3][i] = 5 * random.normal(i, 3);
            sky[4][i] = 5 * random.normal(i, 4);
            sky[5][i] = 40 * random.normal(i, 5);
        }
        return sky;
    }

    private Timing kernelAlone(double[][] sky, double[][] ours) {
        int block = SurveyBlock.ROWS;
        double[][] in = new double[sky.length][block];
        double[][] out = new double[kernel.outputs().size()][block];
        StarStatus[] status = new StarStatus[block];
        int[] wanted = wanted();
        return Timing.ofWarm(repetitions, () -> {
            for (int from = 0; from < stars; from += block) {
                int rows = Math.min(block, stars - from);
                for (int k = 0; k < sky.length; k++) {
                    System.arraycopy(sky[k], from, in[k], 0, rows);
                }
                kernel.apply(rows, in, out, status);
                for (int k = 0; k < wanted.length; k++) {
                    System.arraycopy(out[wanted[k]], 0, ours[k], from, rows);
                }
            }
        });
    }

    /** Columns of the kernel's output that are compared. */
    private int[] wanted() {
        List<String> names = kernel.outputs().stream().map(c -> c.name()).toList();
        return COMPARED.stream().mapToInt(names::indexOf).toArray();
    }

    private Timing throughParquet(double[][] sky, double[][] ours) {
        try (DuckDbEngine engine = DuckDbEngine.open(EngineSettings.in(scratch, List.of()))) {
            StarTable table = engine.generate(
                    stars, new StoredColumns(kernel.inputs(), sky), scratch.resolve("sky.parquet"), Progress.SILENT);
            Path output = scratch.resolve("placed.parquet");
            Timing timing = Timing.ofWarm(
                    repetitions,
                    () -> engine.applyKernel(
                            table,
                            kernel,
                            Columns.of(table, kernel.inputs()),
                            kernel.inputs(),
                            output,
                            Progress.SILENT));
            // What is compared with the peer is what came out of the file.
            for (double[] column : ours) {
                Arrays.fill(column, Double.NaN);
            }
            int[] row = {0};
            engine.scan(
                    Columns.all(engine.open(output), COMPARED),
                    (rows, in) -> {
                        for (int k = 0; k < in.length; k++) {
                            System.arraycopy(in[k], 0, ours[k], row[0], rows);
                        }
                        row[0] += rows;
                    },
                    Progress.SILENT);
            return timing;
        }
    }

    private double largest(double[][] ours, int from, int to) {
        return IntStream.range(from, to)
                .mapToDouble(k -> {
                    double[] theirs = RawColumn.read(scratch, "peer_" + COMPARED.get(k));
                    return IntStream.range(0, stars)
                            .mapToDouble(i -> Math.abs(ours[k][i] - theirs[i]))
                            .reduce(0, Math::max);
                })
                .max()
                .orElseThrow();
    }
}
