package org.cellarius.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.cellarius.galaxy.age.AgeObservable;
import org.cellarius.galaxy.age.AgeObservable.AlongCurve;
import org.cellarius.galaxy.age.AgePosterior;
import org.cellarius.galaxy.age.AgePrior;
import org.cellarius.galaxy.age.HomologousGrid;
import org.cellarius.galaxy.age.Isochrone;
import org.cellarius.galaxy.age.IsochroneGrid;
import org.cellarius.galaxy.age.KroupaMassFunction;
import org.cellarius.galaxy.age.PosteriorAges;
import org.cellarius.galaxy.age.StarMeasurement;
import org.cellarius.galaxy.age.VickersAges;
import org.cellarius.galaxy.age.VickersLikelihood;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.StarStatus;

/** Ages of stars beside a sampler for each star. Alone: {@code AgesBesideEmcee SCRATCH [--quick]}. */
final class AgesBesideEmcee {

    private static final int POINTS = 250;
    private static final double[] ERRORS = {22.6, 0.05, 0.1, 0.1, 0.1};
    private static final double IRON_ERROR = 0.03;
    private static final double ALPHA_ERROR = 0.02;
    private static final int SAMPLED = 5;

    private final int stars;
    private final Path scratch;

    AgesBesideEmcee(Scale scale, Path scratch) {
        this.stars = scale.coordinateStars() / 5;
        this.scratch = scratch;
    }

    public static void main(String[] args) {
        boolean quick = List.of(args).contains("--quick");
        System.out.println(
                new AgesBesideEmcee(quick ? Scale.QUICK : Scale.FULL, Scratch.folder(Path.of(args[0], "ages")))
                        .section());
    }

    String section() {
        return """
                ### Ages: %,d stars

                Columns to columns, one thread. Stars between the points of the grid, measured with typical errors of Vickers et al. (2021): %s.
                CPU time, the third of three passes. Load average at the start: %s.

                %s
                %s""".formatted(stars, "22.6 K, 0.05, 0.03, 0.02 dex, 0.1 mag", Machine.load(), ours(), sampler());
    }

    private String ours() {
        IsochroneGrid grid = MadeIsochrones.published(POINTS);
        var table = new Table(
                "%,d isochrones, %,d points".formatted(grid.size(), grid.points()),
                "µs a star",
                "stars/s",
                "mean age, Gyr");
        for (int dims : new int[] {3, 5}) {
            List<AgeObservable> observables = observables(dims, true);
            var likelihood = VickersLikelihood.of(grid, observables, false);
            row(
                    table,
                    "vickers2021, %d observables with [Fe/H], [α/Fe]".formatted(dims + 2),
                    new VickersAges(likelihood, names(observables)),
                    seen(dims, true, stars),
                    3);
        }
        HomologousGrid between = HomologousGrid.of(grid);
        int few = stars / 20;
        for (boolean alpha : new boolean[] {false, true}) {
            HomologousGrid own = alpha ? between : HomologousGrid.of(MadeIsochrones.solarScaled(POINTS));
            List<AgeObservable> observables = observables(3, alpha);
            row(
                    table,
                    "posterior, %d observables%s".formatted(alpha ? 5 : 4, alpha ? "" : ", one [α/Fe]"),
                    new PosteriorAges(
                            AgePosterior.of(own, observables, List.of("mass")),
                            new AgePrior.Flat(),
                            StarMeasurement.independent(observables.size()),
                            List.of("mass"),
                            names(observables)),
                    seen(3, alpha, few),
                    2);
        }
        return table.markdown();
    }

    private static void row(Table table, String name, ColumnKernel kernel, double[][] in, int meanColumn) {
        int n = in[0].length;
        double[][] out = new double[kernel.outputs().size()][n];
        StarStatus[] status = new StarStatus[n];
        var threads = ManagementFactory.getThreadMXBean();
        double micros = 0;
        for (int pass = 0; pass < 3; pass++) {
            long begun = threads.getCurrentThreadCpuTime();
            kernel.apply(n, in, out, status);
            micros = (threads.getCurrentThreadCpuTime() - begun) * 1e-3 / n;
        }
        table.row(
                name,
                "%.1f".formatted(micros),
                "%,.0f".formatted(1e6 / micros),
                "%.6f"
                        .formatted(Arrays.stream(out[meanColumn])
                                .filter(a -> !Double.isNaN(a))
                                .average()
                                .orElse(Double.NaN)));
    }

    private static List<AgeObservable> observables(int dims, boolean alpha) {
        var all = new ArrayList<AgeObservable>();
        for (int d = 0; d < dims; d++) {
            all.add(new AlongCurve(MadeIsochrones.COLUMNS.get(d), d));
        }
        all.add(new AgeObservable.IronOfBirth("fe_h"));
        if (alpha) {
            all.add(new AgeObservable.AlphaOfBirth("alpha_fe"));
        }
        return all;
    }

    private static List<String> names(List<AgeObservable> observables) {
        return observables.stream()
                .flatMap(o -> List.of(o.name(), "e_" + o.name()).stream())
                .toList();
    }

    /** Observable and error in turn. */
    private static double[][] seen(int dims, boolean alpha, int n) {
        var random = new SplittableRandom(1);
        double[][] in = new double[2 * (dims + (alpha ? 2 : 1))][n];
        for (int i = 0; i < n; i++) {
            double iron = -0.8 + random.nextDouble();
            double ratio = alpha ? 0.3 * random.nextDouble() : 0;
            Isochrone star = MadeIsochrones.of(1 + 12 * random.nextDouble(), iron, ratio, 2000);
            int p = random.nextInt(star.points());
            for (int d = 0; d < dims; d++) {
                put(in, d, i, star.columns().get(d)[p], ERRORS[d], random);
            }
            put(in, dims, i, iron, IRON_ERROR, random);
            if (alpha) {
                put(in, dims + 1, i, ratio, ALPHA_ERROR, random);
            }
        }
        return in;
    }

    private static void put(double[][] in, int k, int i, double value, double error, SplittableRandom random) {
        in[2 * k][i] = value + error * random.nextGaussian();
        in[2 * k + 1][i] = error;
    }

    private String sampler() {
        Optional<String> python = Python.with("numpy", "emcee");
        if (python.isEmpty()) {
            return "No Python with emcee on this machine: the comparison was left out.\n";
        }
        IsochroneGrid grid = MadeIsochrones.solarScaled(POINTS);
        write(grid);
        double[][] in = seen(3, false, SAMPLED);
        for (int k = 0; k < in.length; k++) {
            RawColumn.write(scratch, "star" + k, in[k]);
        }
        List<AgeObservable> observables = observables(3, false);
        var kernel = new PosteriorAges(
                AgePosterior.of(HomologousGrid.of(grid), observables, List.of("mass")),
                new AgePrior.Flat(),
                StarMeasurement.independent(observables.size()),
                List.of("mass"),
                names(observables));
        double[][] out = new double[kernel.outputs().size()][SAMPLED];
        kernel.apply(SAMPLED, in, out, new StarStatus[SAMPLED]);
        List<String> printed = Python.run(
                python.get(),
                "ages.py",
                scratch,
                MadeIsochrones.agesGyr().length,
                grid.compositions().size(),
                POINTS);
        var table = new Table("star", "emcee: s", "age 16, 50, 84 per cent, Gyr", "ours");
        for (int i = 0; i < SAMPLED; i++) {
            double[] n = Arrays.stream(printed.get(1 + i).strip().split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            table.row(
                    i + 1,
                    "%.1f".formatted(n[0]),
                    "%.3f, %.3f, %.3f (± %.3f)".formatted(n[1], n[2], n[3], n[4]),
                    "%.3f, %.3f, %.3f".formatted(out[3][i], out[1][i], out[4][i]));
        }
        Scratch.clear(scratch);
        return table.markdown()
                + "\n%s; 32 walkers, 3000 steps, 1000 dropped, all walkers in one call of numpy; three parameters: ln age, [Fe/H], place along the isochrone; ± is the error of its median from the chain's autocorrelation."
                        .formatted(printed.getFirst());
    }

    /** ages, compositions, then births and observables of all points: composition, age, point, column. */
    private void write(IsochroneGrid grid) {
        double[] values = new double[grid.compositions().size() * grid.ages() * POINTS * 4];
        int at = 0;
        for (int c = 0; c < grid.compositions().size(); c++) {
            for (int a = 0; a < grid.ages(); a++) {
                Isochrone one = grid.isochrone(c, a).orElseThrow();
                for (int p = 0; p < POINTS; p++) {
                    values[at++] = p + 1 < POINTS
                            ? KroupaMassFunction.below(one.massSun()[p + 1])
                                    - KroupaMassFunction.below(one.massSun()[p])
                            : 0;
                    for (int d = 0; d < 3; d++) {
                        values[at++] = one.columns().get(d)[p];
                    }
                }
            }
        }
        RawColumn.write(scratch, "ages", grid.agesGyr());
        RawColumn.write(
                scratch,
                "irons",
                grid.compositions().stream().mapToDouble(c -> c.feH()).toArray());
        RawColumn.write(scratch, "values", values);
    }
}
