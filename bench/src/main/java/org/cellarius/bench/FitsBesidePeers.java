package org.cellarius.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.cellarius.galaxy.fit.Chen2025Line;
import org.cellarius.galaxy.fit.ErrorConvention;
import org.cellarius.galaxy.fit.Estimate;
import org.cellarius.galaxy.fit.FittedLine;
import org.cellarius.galaxy.fit.LeastSquares;
import org.cellarius.galaxy.fit.LineEstimator;
import org.cellarius.galaxy.fit.LineMethod;
import org.cellarius.galaxy.fit.LineStars;
import org.cellarius.galaxy.fit.OrthogonalDistanceRegression;
import org.cellarius.galaxy.fit.QuantileLine;
import org.cellarius.galaxy.fit.ResampledLine;
import org.cellarius.galaxy.fit.Resampling;
import org.cellarius.galaxy.fit.ScatterDirection;
import org.cellarius.galaxy.fit.ScatterLine;
import org.cellarius.galaxy.fit.Span;
import org.cellarius.galaxy.kernel.LineColumns;
import org.cellarius.galaxy.kernel.LinePass;
import org.cellarius.galaxy.kernel.ScalarLinePass;
import org.cellarius.galaxy.posterior.Computation;

/** Line fits beside scipy.odr and emcee. Alone: {@code FitsBesidePeers SCRATCH [--quick]}. */
final class FitsBesidePeers {

    private static final int WARM = 30;
    private static final int PASSES = 200;

    private final int disc;
    private final int odr;
    private final int bin;
    private final int repetitions;
    private final Path scratch;

    FitsBesidePeers(Scale scale, Path scratch) {
        this.disc = scale.coordinateStars() * 78 / 1000;
        this.odr = scale.coordinateStars() / 10;
        this.bin = scale.coordinateStars() / 50;
        this.repetitions = scale.repetitions();
        this.scratch = scratch;
    }

    public static void main(String[] args) {
        boolean quick = List.of(args).contains("--quick");
        System.out.println(
                new FitsBesidePeers(quick ? Scale.QUICK : Scale.FULL, Scratch.folder(Path.of(args[0], "fits")))
                        .section());
    }

    String section() {
        return """
                ### Line fits

                Arrays to results, one thread, wall time. Ours ran %d times before, for the JVM to compile. Load average at the start: %s.

                %s
                %s

                %s

                %s

                %s""".formatted(WARM, Machine.load(), passes(), posterior(), distances(), truncated(), medians());
    }

    private String passes() {
        LineStars stars = LineStarsMade.disc(disc, 0.32);
        LineColumns columns = columns(stars);
        var table = new Table("one pass over %,d stars".formatted(disc), "ns a star, CPU time");
        for (LinePass pass : List.of(LinePass.best(), new ScalarLinePass())) {
            String name = pass instanceof ScalarLinePass ? "scalar twin" : "Vector API";
            table.row("likelihood with scatter, " + name, perStar(() -> pass.scatter(columns, -0.078, 0.1)));
            table.row("orthogonal distances, " + name, perStar(() -> pass.distance(columns, -0.078, 0.4)));
        }
        return table.markdown();
    }

    /** Quantile regression, and errors by drawing the stars anew on all threads. */
    private String medians() {
        LineStars many = LineStarsMade.disc(100_000, 0);
        LineStars some = LineStarsMade.disc(10_000, 0);
        var ols = new LeastSquares(LineMethod.OLS, ErrorConvention.SCALED);
        var table = new Table(
                "quantiles and resampling, %d threads"
                        .formatted(ForkJoinPool.commonPool().getParallelism() + 1),
                "stars",
                "seconds: median (range)");
        table.row(
                "quantile regression, one thread",
                count(many),
                warm(() -> new QuantileLine(0.5).fit(many)).shown());
        row(table, "ols, bootstrap of 1000", some, ols, new Resampling.Bootstrap(1000, 1));
        row(table, "ols, jackknife of stars", some, ols, new Resampling.JackknifeOfStars());
        row(
                table,
                "quantile regression, bootstrap of 100",
                some,
                new QuantileLine(0.5),
                new Resampling.Bootstrap(100, 1));
        return table.markdown();
    }

    private void row(Table table, String name, LineStars stars, LineEstimator line, Resampling resampling) {
        var resampled = new ResampledLine(line, resampling);
        table.row(name, count(stars), warm(() -> resampled.fit(stars)).shown());
    }

    private static String count(LineStars stars) {
        return "%,d".formatted(stars.count());
    }

    private String perStar(Runnable pass) {
        for (int k = 0; k < PASSES; k++) {
            pass.run();
        }
        var threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        for (int k = 0; k < PASSES; k++) {
            pass.run();
        }
        return "%.2f".formatted((threads.getCurrentThreadCpuTime() - begun) / (double) PASSES / disc);
    }

    private static LineColumns columns(LineStars s) {
        double[][] c = new double[3][s.count()];
        for (int i = 0; i < s.count(); i++) {
            c[0][i] = s.yError()[i] * s.yError()[i];
            c[1][i] = 2 * s.xyCovariance()[i];
            c[2][i] = s.xError()[i] * s.xError()[i];
        }
        return new LineColumns(s.x(), s.y(), c[0], c[1], c[2]);
    }

    private String posterior() {
        LineStars stars = LineStarsMade.disc(disc, 0.32);
        ScatterLine line = ScatterLine.along(ScatterDirection.PERPENDICULAR);
        FittedLine[] found = new FittedLine[1];
        Timing ours = warm(() -> found[0] = line.fit(stars));
        var table = new Table(
                "posterior of Hawkins (2023, eq. 4), %,d stars".formatted(disc),
                "seconds: median (range)",
                "ratio",
                "slope",
                "its sd");
        table.row("ours, " + found[0].computation(), ours.shown(), "", number(found[0], 0), error(found[0], 0));
        Optional<String> python = Python.with("numpy", "emcee");
        if (python.isEmpty()) {
            return table.markdown() + "\nNo Python with emcee on this machine: the comparison was left out.\n";
        }
        write(stars);
        List<String> printed = Python.run(python.get(), "line_fits.py", scratch, "emcee", repetitions);
        Timing theirs = Timing.read(printed.get(1));
        double[] n = numbers(printed.get(2));
        table.row(
                "emcee, 10 walkers, 1000 steps",
                theirs.shown(),
                "%.0f".formatted(theirs.medianSeconds() / ours.medianSeconds()),
                "%.6f".formatted(n[0]),
                "%.6f".formatted(n[3]));
        Scratch.clear(scratch);
        var apart = new ArrayList<String>();
        for (int k = 0; k < 3; k++) {
            Estimate e = found[0].estimates().get(k);
            apart.add("%s %.2f, %.2f".formatted(e.name(), (n[k] - e.value()) / e.sd(), n[3 + k] / e.sd()));
        }
        return table.markdown()
                + "\nemcee's mean less ours in standard deviations, and its standard deviation over ours: %s; its autocorrelation time is %.0f steps (%s). Ours is good to 2e-4 of both (`GoldenLinesTest`)."
                        .formatted(String.join("; ", apart), n[6], printed.getFirst());
    }

    private String distances() {
        LineStars stars = LineStarsMade.disc(odr, 0).withCovariances(new double[0]);
        var method = new OrthogonalDistanceRegression();
        FittedLine[] found = new FittedLine[1];
        Timing ours = warm(() -> found[0] = method.fit(stars));
        var table = new Table(
                "orthogonal distance regression, %,d stars".formatted(odr),
                "seconds: median (range)",
                "ratio",
                "slope",
                "its error",
                "sum of squares");
        table.row(
                "ours",
                ours.shown(),
                "",
                number(found[0], 0),
                error(found[0], 0),
                "%.9f".formatted(found[0].measures().getOrDefault("chi2", Double.NaN)));
        Optional<String> python = Python.with("numpy", "scipy.odr");
        if (python.isEmpty()) {
            return table.markdown() + "\nNo Python with scipy on this machine: the comparison was left out.\n";
        }
        write(stars);
        List<String> printed = Python.run(python.get(), "line_fits.py", scratch, "odr", Math.max(5, repetitions));
        Timing theirs = Timing.read(printed.get(1));
        double[] n = numbers(printed.get(2));
        table.row(
                "scipy.odr",
                theirs.shown(),
                "%.0f".formatted(theirs.medianSeconds() / ours.medianSeconds()),
                "%.6f".formatted(n[0]),
                "%.6f".formatted(n[2]),
                "%.9f".formatted(n[4]));
        Scratch.clear(scratch);
        return table.markdown()
                + "\nThe slopes differ by %.1e of their error (%s)."
                        .formatted(
                                Math.abs(n[0] - found[0].estimates().getFirst().value()) / n[2], printed.getFirst());
    }

    private String truncated() {
        LineStars stars = LineStarsMade.ageBin(bin);
        Chen2025Line line = Chen2025Line.ofPaper(Optional.of(new Span(2.25, 3.5)));
        FittedLine[] found = new FittedLine[1];
        Timing ours = warm(() -> found[0] = line.fit(stars));
        FittedLine drawn = new Chen2025Line(
                        line.ageBin(),
                        line.ages(),
                        line.metallicities(),
                        line.radii(),
                        line.priors(),
                        new Computation.Importance(3000, 1660))
                .fit(stars);
        var table = new Table(
                "line of Chen et al. (2025, app. A), %,d stars".formatted(bin),
                "seconds: median (range)",
                "slope",
                "its sd");
        table.row(found[0].computation(), ours.shown(), number(found[0], 0), error(found[0], 0));
        table.row("check: " + drawn.computation(), "", number(drawn, 0), error(drawn, 0));
        return table.markdown();
    }

    private Timing warm(Runnable work) {
        for (int k = 0; k < WARM; k++) {
            work.run();
        }
        return Timing.of(Math.max(5, repetitions), work);
    }

    private void write(LineStars s) {
        RawColumn.write(scratch, "x", s.x());
        RawColumn.write(scratch, "y", s.y());
        RawColumn.write(scratch, "x_error", s.xError());
        RawColumn.write(scratch, "y_error", s.yError());
        RawColumn.write(scratch, "xy_cov", s.xyCovariance().length == 0 ? new double[s.count()] : s.xyCovariance());
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.strip().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static String number(FittedLine line, int k) {
        return line.estimates().isEmpty()
                ? line.reason()
                : "%.6f".formatted(line.estimates().get(k).value());
    }

    private static String error(FittedLine line, int k) {
        return line.estimates().isEmpty()
                ? "-"
                : "%.6f".formatted(line.estimates().get(k).sd());
    }
}
