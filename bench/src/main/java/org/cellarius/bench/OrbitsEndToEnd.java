package org.cellarius.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cellarius.duckdb.DuckDbEngine;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.Progress;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.expression.Call;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.expression.RowNumber;
import org.cellarius.engine.expression.StarFunction;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.frame.GalactocentricFrame;
import org.cellarius.galaxy.frame.PhaseSpaceKernel;
import org.cellarius.galaxy.frame.PhaseSpaceKernel.Motions;
import org.cellarius.galaxy.orbit.OrbitAccuracy;
import org.cellarius.galaxy.orbit.OrbitKernel;
import org.cellarius.galaxy.orbit.OrbitSpan;
import org.cellarius.galaxy.orbit.ZmaxDefinition;
import org.cellarius.galaxy.potential.Potentials;

/**
 * {@code ./cellarius orbits} on a table of stars in a fresh process with bounded memory: 10 Gyr in McMillan17 and errors of the guiding
 * radius from 100 draws, Parquet to Parquet. {@code OrbitsEndToEnd SCRATCH STARS ...}
 */
final class OrbitsEndToEnd {

    private static final int HEAP_MIB = 1024;
    private static final int DATABASE_MIB = 512;
    private static final int DRAWS = 100;
    private static final int CHECKED = 400;
    private static final List<String> READ = List.of(
            "ra",
            "dec",
            "distance",
            "pmra",
            "pmdec",
            "radial_velocity",
            "distance_error",
            "pmra_error",
            "pmdec_error",
            "radial_velocity_error",
            "rg",
            "zmax",
            "rg_error");

    private final Path scratch;

    OrbitsEndToEnd(Path scratch) {
        this.scratch = scratch;
    }

    public static void main(String[] args) {
        System.out.println(new OrbitsEndToEnd(Scratch.folder(Path.of(args[0], "orbits-end-to-end")))
                .section(Arrays.stream(args).skip(1).map(Long::valueOf).toList()));
    }

    String section(List<Long> sizes) {
        String load = Machine.load();
        var table = new Table(
                "stars",
                "wall s",
                "CPU s",
                "stars/s",
                "peak memory, MiB",
                "stars without an orbit",
                "Zmax against accurate orbits: median, 95 %",
                "Rg against R v_c(R) = L_z: largest",
                "error of Rg / that of first order: median (5 %, 95 %)");
        for (long stars : sizes) {
            MeasuredProcess.java(
                    OrbitSurvey.class, List.of(scratch.toString(), String.valueOf(stars)), scratch.resolve("log"));
            Path output = scratch.resolve("orbits.parquet");
            MeasuredProcess done = MeasuredProcess.run(
                    List.of(
                            MeasuredProcess.home().resolve("cellarius").toString(),
                            "orbits",
                            OrbitSurvey.file(scratch).toString(),
                            output.toString(),
                            "--potential=McMillan17",
                            "--sun=" + DiscState.SUN.name(),
                            "--draws=" + DRAWS,
                            "--errors-of=rg",
                            "--memory=" + DATABASE_MIB),
                    Map.of("CELLARIUS_JAVA_OPTIONS", "-Xmx" + HEAP_MIB + "m"),
                    scratch.resolve("log"));
            var row = new ArrayList<Object>(List.of(
                    "%,d".formatted(stars),
                    "%.1f".formatted(done.wallSeconds()),
                    "%.0f".formatted(done.cpuSeconds()),
                    "%,.0f".formatted(stars / done.wallSeconds()),
                    "%.0f".formatted(done.peakMiB())));
            row.addAll(checks(output, stars));
            table.row(row.toArray());
            Scratch.clear(scratch);
        }
        return """
                ## Orbits of a whole table

                `./cellarius orbits` in a fresh process, `-Xmx%dm`, `--memory=%d`: from sky, distance and motions with errors to 10 Gyr orbits in
                McMillan17 (`fast`), and the error of the guiding radius from %d draws a star, Parquet to Parquet. %d stars of every result
                are computed anew. Load average at the start: %s.

                %s""".formatted(HEAP_MIB, DATABASE_MIB, DRAWS, CHECKED, load, table.markdown());
    }

    private static Expression every(long step) {
        return new Call(StarFunction.REMAINDER, List.of(new RowNumber(), Expression.of(step)))
                .isEqualTo(Expression.of(0L));
    }

    private List<String> checks(Path output, long stars) {
        try (DuckDbEngine engine = DuckDbEngine.open(EngineSettings.in(scratch, List.of()))) {
            StarTable table = engine.open(output);
            double lost = engine.database()
                    .numbers("SELECT count(*) FILTER (status <> 'OK') FROM "
                            + engine.database().source(table))[0];
            long step = Math.max(1, stars / CHECKED);
            double[][] read = new double[READ.size()][(int) Math.min(stars, CHECKED)];
            int[] row = {0};
            engine.scan(
                    Columns.all(table, READ).where(every(step)),
                    (rows, in) -> {
                        for (int i = 0; i < rows && row[0] < read[0].length; i++) {
                            for (int k = 0; k < in.length; k++) {
                                read[k][row[0]] = in[k][i];
                            }
                            row[0]++;
                        }
                    },
                    Progress.SILENT);
            return List.of(
                    "%.0f".formatted(lost),
                    zmax(read),
                    RelativeErrors.shown(RelativeErrors.of(read[READ.indexOf("rg")], guidingRadii(read))
                            .largest()),
                    errorOfGuidingRadius(read));
        }
    }

    private static String zmax(double[][] read) {
        int n = read[0].length;
        var kernel = new OrbitKernel(
                Potentials.named("McMillan17"), new OrbitSpan(10), OrbitAccuracy.ACCURATE, ZmaxDefinition.LARGEST);
        double[][] out = new double[kernel.outputs().size()][n];
        kernel.apply(n, state(read), out, new StarStatus[n]);
        int zmax = kernel.outputs().stream().map(OutputColumn::name).toList().indexOf("zmax");
        RelativeErrors errors = RelativeErrors.of(read[READ.indexOf("zmax")], out[zmax]);
        return RelativeErrors.shown(errors.median()) + ", " + RelativeErrors.shown(errors.of95Percent());
    }

    /** By root finding, star by star. */
    private static double[] guidingRadii(double[][] measured) {
        var circular = Potentials.named("McMillan17").circularOrbits();
        double[][] state = state(measured);
        double[] found = new double[state[0].length];
        for (int i = 0; i < found.length; i++) {
            found[i] = circular.radiusOfAngularMomentumKpc(state[0][i] * state[4][i]);
        }
        return found;
    }

    /** Against the root of the sum of squares of what one standard deviation of each measurement does. */
    private static String errorOfGuidingRadius(double[][] read) {
        int n = read[0].length;
        double[] variance = new double[n];
        for (int k = 0; k < 4; k++) {
            double[] high = guidingRadii(moved(read, k, 1));
            double[] low = guidingRadii(moved(read, k, -1));
            for (int i = 0; i < n; i++) {
                variance[i] += (high[i] - low[i]) * (high[i] - low[i]) / 4;
            }
        }
        double[] ratio = new double[n];
        for (int i = 0; i < n; i++) {
            ratio[i] = read[READ.indexOf("rg_error")][i] / Math.sqrt(variance[i]);
        }
        Arrays.sort(ratio);
        return "%.3f (%.2f, %.2f)".formatted(ratio[n / 2], ratio[n / 20], ratio[n - 1 - n / 20]);
    }

    /** The measurement with distance, proper motions or radial velocity moved by so many errors. */
    private static double[][] moved(double[][] read, int quantity, double errors) {
        double[][] moved = read.clone();
        double[] column = read[2 + quantity].clone();
        for (int i = 0; i < column.length; i++) {
            column[i] += errors * read[6 + quantity][i];
        }
        moved[2 + quantity] = column;
        return moved;
    }

    /** {@code r z v_r v_z v_phi} from the first six columns. */
    private static double[][] state(double[][] measured) {
        int n = measured[0].length;
        var kernel = new PhaseSpaceKernel(new GalactocentricFrame(DiscState.SUN), Motions.KNOWN);
        double[][] out = new double[kernel.outputs().size()][n];
        kernel.apply(n, Arrays.copyOf(measured, 6), out, new StarStatus[n]);
        var names = kernel.outputs().stream().map(OutputColumn::name).toList();
        return OrbitKernel.STATE.stream().map(name -> out[names.indexOf(name)]).toArray(double[][]::new);
    }
}
