package org.cellarius.bench;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.frame.DistanceErrorModel;
import org.cellarius.galaxy.frame.DrawPlan;
import org.cellarius.galaxy.frame.ErrorColumns;
import org.cellarius.galaxy.frame.GalactocentricFrame;
import org.cellarius.galaxy.frame.PhaseSpaceDraws;

/** Monte-Carlo errors of phase space of the same stars by our kernel and by numpy with astropy. Alone: {@code DrawsBesideNumpy SCRATCH [--quick]}. */
final class DrawsBesideNumpy {

    private static final int DRAWS = 100;
    private static final List<String> COMPARED = List.of("r_error", "v_r_error", "v_phi_error", "v_z_error");

    private final int stars;
    private final int repetitions;
    private final Path scratch;

    DrawsBesideNumpy(Scale scale, Path scratch) {
        this.stars = scale.coordinateStars() / 10;
        this.repetitions = scale.repetitions();
        this.scratch = scratch;
    }

    public static void main(String[] args) {
        boolean quick = List.of(args).contains("--quick");
        System.out.println(
                new DrawsBesideNumpy(quick ? Scale.QUICK : Scale.FULL, Scratch.folder(Path.of(args[0], "draws")))
                        .section());
    }

    String section() {
        String load = Machine.load();
        var errors = new ErrorColumns(
                DistanceErrorModel.NORMAL,
                ErrorColumns.Sky.EXACT,
                ErrorColumns.Correlations.GAIA_DISTANCE_FROM_PARALLAX);
        var kernel = new PhaseSpaceDraws(
                new GalactocentricFrame(DiscState.SUN),
                errors,
                new DrawPlan(1660, DRAWS, EnumSet.noneOf(DrawPlan.Summary.class), List.of()));
        double[][] measured = DrawsBenchmark.measured(0, stars);
        double[][] out = new double[kernel.outputs().size()][stars];
        Timing ours = Timing.ofWarm(repetitions, () -> kernel.apply(stars, measured, out, new StarStatus[stars]));
        var table = new Table("what", "threads", "seconds: median (range)", "million draws/s");
        table.row("ours, arrays to arrays", 1, ours.shown(), ours.millionRowsPerSecond((long) stars * DRAWS));
        String heading = """
                ### Draws: %,d stars, %d draws each, distance and proper motions correlated

                From ICRS to the standard deviations of Galactocentric quantities (ours: eleven, the peer: four). Load average at the start: %s.

                """.formatted(stars, DRAWS, load);
        Optional<String> python = Python.with("numpy", "astropy");
        if (python.isEmpty()) {
            return heading + table.markdown()
                    + "\nNo Python with astropy on this machine: the comparison was left out.\n";
        }
        for (int k = 0; k < kernel.inputs().size(); k++) {
            RawColumn.write(scratch, kernel.inputs().get(k), measured[k]);
        }
        List<String> printed = Python.run(python.get(), "draws.py", scratch, DRAWS, repetitions);
        Timing theirs = Timing.read(printed.get(1));
        table.row(
                "numpy (draws, moments) and astropy (transformation)",
                1,
                theirs.shown(),
                theirs.millionRowsPerSecond((long) stars * DRAWS));
        String agreement =
                agreement(kernel.outputs().stream().map(OutputColumn::name).toList(), out);
        Scratch.clear(scratch);
        return heading
                + table.markdown()
                + "\nErrors, ours / peer's, mean over the stars (each scatters by 10 per cent with %d draws): %s (%s).\n"
                        .formatted(DRAWS, agreement, printed.getFirst());
    }

    private String agreement(List<String> names, double[][] out) {
        var said = new StringBuilder();
        for (String name : COMPARED) {
            double[] ours = out[names.indexOf(name)];
            double[] theirs = RawColumn.read(scratch, "peer_" + name);
            // The mean of the logarithms: a ratio of two scattered numbers has another mean than its inverse.
            double sum = 0;
            for (int i = 0; i < stars; i++) {
                sum += Math.log(ours[i] / theirs[i]);
            }
            said.append(said.isEmpty() ? "" : ", ").append("`%s` %.4f".formatted(name, Math.exp(sum / stars)));
        }
        return said.toString();
    }
}
