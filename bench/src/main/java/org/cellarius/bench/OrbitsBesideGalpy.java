package org.cellarius.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.orbit.OrbitAccuracy;
import org.cellarius.galaxy.orbit.OrbitKernel;
import org.cellarius.galaxy.orbit.OrbitSpan;
import org.cellarius.galaxy.orbit.ZmaxDefinition;
import org.cellarius.galaxy.potential.Potentials;
import org.cellarius.galaxy.random.CounterRandom;

/** Zmax of the same stars over 10 Gyr by our integrator and by galpy, per second of one core. */
final class OrbitsBesideGalpy {

    private static final OrbitSpan SPAN = new OrbitSpan(10);
    /** What people usually store of an orbit. */
    private static final int SAMPLES = 101;

    private static final List<String> METHODS = List.of("dop853_c", "symplec4_c");
    private static final String STARTS = "../shared/reference/agama-mcmillan17-orbits.csv";

    private final int repetitions;
    private final int peerStars;
    private final Path scratch;
    private String origin = "";

    OrbitsBesideGalpy(Scale scale, Path scratch) {
        this.repetitions = scale.repetitions();
        this.peerStars = scale.peerOrbits();
        this.scratch = scratch;
    }

    String section() {
        double[][] all = starts();
        String load = Machine.load();
        var table =
                new Table("code", "potential", "method", "orbits/s and core", "Zmax error: median", "95th percentile");
        Found reference = Found.of(all, "MWPotential2014", OrbitAccuracy.ACCURATE, repetitions);
        for (String potential : List.of("MWPotential2014", "McMillan17")) {
            Found accurate = potential.equals("MWPotential2014")
                    ? reference
                    : Found.of(all, potential, OrbitAccuracy.ACCURATE, repetitions);
            for (OrbitAccuracy accuracy : OrbitAccuracy.values()) {
                Found found = switch (accuracy) {
                    case FAST -> Found.of(all, potential, accuracy, repetitions);
                    case ACCURATE -> accurate;
                };
                double[] errors = errors(found.zmaxKpc(), accurate.zmaxKpc());
                table.row(
                        "ours",
                        potential,
                        accuracy.word(),
                        found.rate(),
                        quantile(errors, 0.5),
                        quantile(errors, 0.95));
            }
        }
        String heading = """
                ### Orbits: 10 Gyr

                %,d stars, %s. One thread, orbits per second of CPU time. Ours finds the extrema
                within the steps; galpy's Zmax is the largest |z| of %d samples, as usual. Errors are relative to our accurate orbits
                in the same potential. Load average at the start: %s.

                """.formatted(all[0].length, origin, SAMPLES, load);
        String agama = "\nAGAMA is not run here: ours stands alone in McMillan17.\n";
        Optional<String> python = Python.with("numpy", "galpy");
        if (python.isEmpty()) {
            Scratch.clear(scratch);
            return heading + table.markdown() + "\nNo Python with galpy on this machine: the comparison was left out.\n"
                    + agama;
        }
        return heading + beside(python.get(), all, reference.zmaxKpc(), table) + agama;
    }

    private String beside(String python, double[][] all, double[] zmaxKpc, Table table) {
        int[] rows = IntStream.range(0, zmaxKpc.length)
                .filter(i -> !Double.isNaN(zmaxKpc[i]))
                .limit(peerStars)
                .toArray();
        for (int k = 0; k < all.length; k++) {
            RawColumn.write(scratch, OrbitKernel.STATE.get(k), picked(all[k], rows));
        }
        double[] truth = picked(zmaxKpc, rows);
        var versions = new ArrayList<String>();
        for (String method : METHODS) {
            List<String> printed = Python.run(python, "galpy_orbits.py", scratch, method, SAMPLES, SPAN.gyr());
            double[] errors = errors(RawColumn.read(scratch, "peer_zmax"), truth);
            versions.add(printed.get(0));
            table.row(
                    "galpy",
                    "MWPotential2014",
                    "`" + method + "`",
                    "%.1f".formatted(rows.length / Double.parseDouble(printed.get(1))),
                    quantile(errors, 0.5),
                    quantile(errors, 0.95));
        }
        Scratch.clear(scratch);
        return table.markdown()
                + "\ngalpy followed the first %d of the bound stars, once (%s).\n"
                        .formatted(rows.length, versions.get(0));
    }

    private double[][] starts() {
        Path file = MeasuredProcess.home().resolve(STARTS);
        return Files.exists(file) ? read(file) : discStars();
    }

    /** Starts of thin-disc, thick-disc and hot stars, from a table beside the checkout. */
    private double[][] read(Path file) {
        try {
            origin = "thin disc, thick disc and hot (`" + file.getFileName() + "`)";
            List<String> lines = Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            List<String> names = List.of(lines.getFirst().split(",", -1));
            int[] places = List.of("R", "z", "vR", "vz", "vphi").stream()
                    .mapToInt(names::indexOf)
                    .toArray();
            double[][] columns = new double[places.length][lines.size() - 1];
            for (int i = 0; i < columns[0].length; i++) {
                String[] row = lines.get(i + 1).split(",", -1);
                for (int k = 0; k < places.length; k++) {
                    columns[k][i] = Double.parseDouble(row[places[k]]);
                }
            }
            return columns;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A thin and a thick disc of fixed dispersions between 4 and 14 kpc. */
    private double[][] discStars() {
        origin = "a seeded thin and thick disc between 4 and 14 kpc";
        var random = new CounterRandom(1660);
        double[][] columns = new double[5][400];
        for (int i = 0; i < columns[0].length; i++) {
            boolean thick = i % 10 < 3;
            columns[0][i] = 4 + 10 * random.uniform(i, 0);
            columns[1][i] = (thick ? 0.9 : 0.3) * random.normal(i, 1);
            columns[2][i] = (thick ? 65 : 37) * random.normal(i, 2);
            columns[3][i] = (thick ? 42 : 19) * random.normal(i, 3);
            columns[4][i] = 215 + (thick ? 50 : 25) * random.normal(i, 4);
        }
        return columns;
    }

    private static double[] picked(double[] column, int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> column[i]).toArray();
    }

    private static double[] errors(double[] found, double[] truth) {
        return IntStream.range(0, truth.length)
                .mapToDouble(i -> Math.abs(found[i] / truth[i] - 1))
                .filter(e -> !Double.isNaN(e))
                .sorted()
                .toArray();
    }

    private static String quantile(double[] sorted, double fraction) {
        double value = sorted[(int) (fraction * sorted.length)];
        return value == 0 ? "-" : "%.1e".formatted(value);
    }

    /**
     * Orbits of all stars.
     *
     * @param zmaxKpc Zmax of each, NaN where it is not bound
     * @param cpu CPU time, s
     */
    private record Found(double[] zmaxKpc, Timing cpu) {

        static Found of(double[][] in, String potential, OrbitAccuracy accuracy, int repetitions) {
            var kernel = new OrbitKernel(Potentials.named(potential), SPAN, accuracy, ZmaxDefinition.LARGEST);
            int n = in[0].length;
            double[][] out = new double[kernel.outputs().size()][n];
            StarStatus[] status = new StarStatus[n];
            var seconds = new ArrayList<Double>();
            // The first two do not count: the JVM has still to compile.
            for (int k = -2; k < repetitions; k++) {
                long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                kernel.apply(n, in, out, status);
                long ended = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                if (k >= 0) {
                    seconds.add((ended - begun) * 1e-9);
                }
            }
            int zmax =
                    kernel.outputs().stream().map(OutputColumn::name).toList().indexOf("zmax");
            return new Found(out[zmax], new Timing(seconds));
        }

        String rate() {
            return "%.0f".formatted(zmaxKpc.length / cpu.medianSeconds());
        }
    }
}
