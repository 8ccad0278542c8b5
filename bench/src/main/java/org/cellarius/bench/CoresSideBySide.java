package org.cellarius.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.cellarius.duckdb.DuckDbEngine;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.Progress;
import org.cellarius.engine.StarTable;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.frame.DistanceErrorModel;
import org.cellarius.galaxy.frame.DrawPlan;
import org.cellarius.galaxy.frame.ErrorColumns;
import org.cellarius.galaxy.frame.GalactocentricFrame;
import org.cellarius.galaxy.frame.PhaseSpaceDraws;
import org.cellarius.galaxy.orbit.OrbitPlan;
import org.cellarius.galaxy.orbit.StellarOrbits;
import org.cellarius.galaxy.potential.Potentials;

/** The same kernels from Parquet to Parquet through the engine, with one thread and with two. Alone: {@code CoresSideBySide SCRATCH [--quick]}. */
final class CoresSideBySide {

    private static final int DRAWS = 100;
    private static final double WANTED = 1.9;

    private final int orbits;
    private final int drawnStars;
    private final int repetitions;
    private final Path scratch;

    CoresSideBySide(Scale scale, Path scratch) {
        this.orbits = scale.orbitsThroughEngine();
        this.drawnStars = 25 * scale.orbitsThroughEngine();
        this.repetitions = scale.repetitions();
        this.scratch = scratch;
    }

    public static void main(String[] args) {
        boolean quick = List.of(args).contains("--quick");
        System.out.println(
                new CoresSideBySide(quick ? Scale.QUICK : Scale.FULL, Scratch.folder(Path.of(args[0], "cores")))
                        .section());
    }

    String section() {
        String load = Machine.load();
        var table = new Table(
                "what",
                "stars",
                "1 thread: best s (CPU s)",
                "2 threads: best s (CPU s)",
                "times faster",
                "target",
                "checked");
        var followed = new StellarOrbits(Potentials.named("McMillan17"), OrbitPlan.standard());
        measure("orbits of 10 Gyr, McMillan17", orbits, followed, DiscState.cylindrical(0, orbits), table);
        var draws = new PhaseSpaceDraws(
                new GalactocentricFrame(DiscState.SUN),
                new ErrorColumns(
                        DistanceErrorModel.NORMAL,
                        ErrorColumns.Sky.EXACT,
                        ErrorColumns.Correlations.GAIA_DISTANCE_FROM_PARALLAX),
                new DrawPlan(1660, DRAWS, EnumSet.noneOf(DrawPlan.Summary.class), List.of()));
        measure(DRAWS + " draws of phase space", drawnStars, draws, DrawsBenchmark.measured(0, drawnStars), table);
        Scratch.clear(scratch);
        return """
                ## Two cores beside one

                Parquet to Parquet through the engine in one process, one thread and two in turn, best of %d. Only a machine with two
                free cores shows what two threads can do: the CPU seconds tell what the work was, and with more of them than with one
                thread the cores shared something. Cores: %d. Load average at the start: %s.

                %s""".formatted(repetitions, Runtime.getRuntime().availableProcessors(), load, table.markdown());
    }

    private void measure(String what, int stars, ColumnKernel kernel, double[][] columns, Table table) {
        var one = new ArrayList<Took>();
        var two = new ArrayList<Took>();
        Path stored = scratch.resolve("stars.parquet");
        try (DuckDbEngine engine = engine(1)) {
            engine.generate(stars, new StoredColumns(kernel.inputs(), columns), stored, Progress.SILENT);
        }
        // The first pair does not count: the JVM has still to compile.
        for (int k = -1; k < repetitions; k++) {
            Took alone = apply(1, kernel, stored);
            Took together = apply(2, kernel, stored);
            if (k >= 0) {
                one.add(alone);
                two.add(together);
            }
        }
        Took best = Took.best(one);
        Took bestOfTwo = Took.best(two);
        table.row(
                what,
                "%,d".formatted(stars),
                best.shown(),
                bestOfTwo.shown(),
                "%.2f".formatted(best.seconds() / bestOfTwo.seconds()),
                "≥ " + WANTED,
                differing(kernel) + " of all values differ");
    }

    private Took apply(int threads, ColumnKernel kernel, Path stored) {
        try (DuckDbEngine engine = engine(threads)) {
            StarTable table = engine.open(stored);
            long cpuBefore = processCpuNs();
            long begun = System.nanoTime();
            engine.applyKernel(
                    table,
                    kernel,
                    Columns.of(table, kernel.inputs()),
                    kernel.inputs(),
                    output(threads),
                    Progress.SILENT);
            return new Took((System.nanoTime() - begun) * 1e-9, (processCpuNs() - cpuBefore) * 1e-9);
        }
    }

    /** Values that are not the same with one thread and with two; missing ones are the same. */
    private long differing(ColumnKernel kernel) {
        try (DuckDbEngine engine = engine(1)) {
            String one = engine.database().source(engine.open(output(1)));
            String two = engine.database().source(engine.open(output(2)));
            var sums = new ArrayList<String>();
            kernel.outputs()
                    .forEach(column ->
                            sums.add("count(*) FILTER (a.%1$s IS DISTINCT FROM b.%1$s)".formatted(column.name())));
            return (long)
                    engine.database()
                            .numbers("SELECT " + String.join(" + ", sums) + " FROM " + one + " a POSITIONAL JOIN " + two
                                    + " b")[0];
        }
    }

    private DuckDbEngine engine(int threads) {
        return DuckDbEngine.open(new EngineSettings(scratch, List.of(), List.of(), threads, 1024));
    }

    private Path output(int threads) {
        return scratch.resolve("out-" + threads + ".parquet");
    }

    private static long processCpuNs() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    /**
     * What one pass took.
     *
     * @param seconds wall time, s
     * @param cpuSeconds of all threads, s
     */
    private record Took(double seconds, double cpuSeconds) {

        static Took best(List<Took> all) {
            return all.stream()
                    .min(java.util.Comparator.comparingDouble(Took::seconds))
                    .orElseThrow();
        }

        String shown() {
            return "%.2f (%.1f)".formatted(seconds, cpuSeconds);
        }
    }
}
