package org.cellarius.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.galaxy.fit.BinWeighting;
import org.cellarius.galaxy.fit.BinnedMedianLine;
import org.cellarius.galaxy.fit.Chen2025Line;
import org.cellarius.galaxy.fit.Closure;
import org.cellarius.galaxy.fit.ErrorConvention;
import org.cellarius.galaxy.fit.Estimate;
import org.cellarius.galaxy.fit.FittedLine;
import org.cellarius.galaxy.fit.LeastSquares;
import org.cellarius.galaxy.fit.LineEstimator;
import org.cellarius.galaxy.fit.LineMethod;
import org.cellarius.galaxy.fit.LinePriors;
import org.cellarius.galaxy.fit.LineStars;
import org.cellarius.galaxy.fit.OrthogonalDistanceRegression;
import org.cellarius.galaxy.fit.OutlierMixtureLine;
import org.cellarius.galaxy.fit.QuantileLine;
import org.cellarius.galaxy.fit.ResampledLine;
import org.cellarius.galaxy.fit.Resampling;
import org.cellarius.galaxy.fit.RunningMedianLine;
import org.cellarius.galaxy.fit.ScatterDirection;
import org.cellarius.galaxy.fit.ScatterLine;
import org.cellarius.galaxy.fit.Span;
import org.cellarius.galaxy.fit.StructuralLine;
import org.cellarius.galaxy.fit.StudentLine;
import org.cellarius.galaxy.fit.TheilSen;
import org.cellarius.galaxy.posterior.Computation;
import org.cellarius.galaxy.random.CounterRandom;

/**
 * How often the 68 and 95 per cent intervals of the slope of few stars hold the truth, for every line. Alone: {@code FewStarsCoverage SCRATCH [--quick | --mocks=N] [--size=STARS] [METHOD ...]}, methods by their names, or
 * by their beginnings with a * behind.
 */
final class FewStarsCoverage {

    private static final double SLOPE = -0.07;
    private static final int[] SIZES = {8, 10, 15, 30};
    private static final double STEEP = 0.12;
    private static final String CHEN = "chen2025 *";

    /** Where chen2025 looks for y; its mocks have no others. */
    private static final Span WINDOW = new Span(-1, 0.5);

    /** Lines that draw take long: so many times fewer mocks. */
    private static final int SLOW = 10;

    /** Shapes of the scatter, of standard deviation 1. */
    private enum Shape {
        NORMAL,
        STUDENT,
        EXPONENTIAL;

        double draw(CounterRandom random, int star) {
            double u = Math.max(random.uniform(star, 7), 1e-300);
            return switch (this) {
                case NORMAL -> random.normal(star, 8);
                case STUDENT ->
                    random.normal(star, 8) / Math.sqrt(-Math.log(u * Math.max(random.uniform(star, 9), 1e-300)));
                case EXPONENTIAL -> -Math.log(u) - 1;
            };
        }
    }

    /**
     * Of what the stars scatter.
     *
     * @param words for the table
     * @param scatter about the line beside the errors, dex; 0: the errors themselves have the shape
     * @param factor true errors over stated ones
     * @param perKpc growth of the logarithm of the scatter along x
     */
    private record Scatter(String words, double scatter, double factor, double perKpc) {
        Scatter(String words, double scatter, double factor) {
            this(words, scatter, factor, 0);
        }

        double at(double x) {
            return scatter * Math.exp(perKpc * (x - 9));
        }
    }

    private static final Scatter BESIDE = new Scatter("scatter beside the errors", STEEP, 1);
    private static final Scatter UNRELATED = new Scatter("scatter, no errors", STEEP, 0);
    private static final Scatter RIGHT = new Scatter("stated errors right", 0, 1);
    private static final Scatter SMALL = new Scatter("stated errors half of the true", 0, 2);
    private static final Scatter FAN = new Scatter("scatter that grows by e in 4 kpc", STEEP, 1, 0.25);

    private FewStarsCoverage() {}

    public static void main(String[] args) {
        List<String> words = List.of(args).subList(1, args.length);
        int mocks = number(words, "--mocks=").orElse(words.contains("--quick") ? 200 : 2000);
        int[] sizes = number(words, "--size=").map(n -> new int[] {n}).orElse(SIZES);
        List<String> wanted = words.stream().filter(w -> !w.startsWith("--")).toList();
        var headings = new ArrayList<>(List.of("method", "stars scatter by"));
        IntStream.of(sizes).forEach(n -> headings.add("N = " + n));
        headings.add("no line");
        var table = new Table(headings.toArray(String[]::new));
        methods().forEach((name, line) -> {
            if (wanted.isEmpty()
                    || wanted.contains(name)
                    || wanted.stream()
                            .anyMatch(w -> w.endsWith("*") && name.startsWith(w.substring(0, w.length() - 1)))) {
                for (Scatter scatter : scatters(name)) {
                    row(table, sizes, name, line, scatter, drawn(name) ? mocks / SLOW : mocks);
                    System.err.println(table.last());
                }
            }
        });
        System.out.println("Truth in the 68 / 95 per cent interval, per cent of " + mocks + " mocks (of lines with * "
                + mocks / SLOW + "); normal, Student-t (4), exponential scatter.\n");
        System.out.println(table.markdown());
    }

    private static Optional<Integer> number(List<String> words, String option) {
        return words.stream()
                .filter(w -> w.startsWith(option))
                .map(w -> Integer.parseInt(w.substring(option.length())))
                .findFirst();
    }

    private static boolean drawn(String name) {
        return name.endsWith("*");
    }

    private static Map<String, LineEstimator> methods() {
        LineEstimator ols = new LeastSquares(LineMethod.OLS, ErrorConvention.SCALED);
        LineEstimator wls = new LeastSquares(LineMethod.WLS, ErrorConvention.LARGER);
        LineEstimator vertical = ScatterLine.along(ScatterDirection.VERTICAL);
        LineEstimator binned = new BinnedMedianLine(2, 2, BinWeighting.UNWEIGHTED);
        Resampling bootstrap = new Resampling.Bootstrap(1000, 1);
        Resampling jackknife = new Resampling.JackknifeOfStars();
        Map<String, LineEstimator> methods = new LinkedHashMap<>();
        methods.put("ols", ols);
        methods.put("wls", wls);
        methods.put("wls absolute", new LeastSquares(LineMethod.WLS, ErrorConvention.ABSOLUTE));
        methods.put("odr", new OrthogonalDistanceRegression());
        methods.put("theil-sen", new TheilSen());
        methods.put("quantile", new QuantileLine(0.5));
        methods.put("quantile 0.9", new QuantileLine(0.9));
        methods.put("quantile 0.25", new QuantileLine(0.25));
        methods.put("binned-median", binned);
        methods.put("binned-median by-error", new BinnedMedianLine(2, 2, BinWeighting.BY_ERROR));
        methods.put("running-median, windows of 3", new RunningMedianLine(3, 0, Optional.empty()));
        methods.put("running-median, 4, half overlapping", new RunningMedianLine(4, 0.5, Optional.empty()));
        methods.put("ols jackknife", new ResampledLine(ols, jackknife));
        methods.put("wls jackknife", new ResampledLine(wls, jackknife));
        methods.put("ols jackknife:8", new ResampledLine(ols, new Resampling.JackknifeOfGroups(8, 1)));
        methods.put("scatter-vertical jackknife *", new ResampledLine(vertical, jackknife));
        methods.put("ols bootstrap", new ResampledLine(ols, bootstrap));
        methods.put("wls bootstrap", new ResampledLine(wls, bootstrap));
        methods.put("odr bootstrap *", new ResampledLine(new OrthogonalDistanceRegression(), bootstrap));
        methods.put("theil-sen bootstrap *", new ResampledLine(new TheilSen(), bootstrap));
        methods.put("quantile bootstrap *", new ResampledLine(new QuantileLine(0.5), bootstrap));
        methods.put("binned-median bootstrap *", new ResampledLine(binned, bootstrap));
        methods.put("scatter-vertical", vertical);
        methods.put("scatter-perpendicular", ScatterLine.along(ScatterDirection.PERPENDICULAR));
        methods.put("student-t *", StudentLine.USUAL);
        methods.put(CHEN, Chen2025Line.ofPaper(Optional.empty()));
        methods.put(
                "scatter-structural *", new StructuralLine(LinePriors.USUAL, new Computation.Importance(20_000, 1)));
        methods.put("outliers *", OutlierMixtureLine.usual(new Computation.Importance(20_000, 1)));
        methods.put(
                "scatter-vertical ensemble *",
                new ScatterLine(ScatterDirection.VERTICAL, LinePriors.USUAL, new Computation.Ensemble(32, 20_000, 1)));
        methods.put(
                "scatter-vertical nuts *",
                new ScatterLine(ScatterDirection.VERTICAL, LinePriors.USUAL, new Computation.NoUTurn(4, 1000, 1)));
        return methods;
    }

    /** Those that say something of the line: stated errors matter only to lines that read them. */
    private static List<Scatter> scatters(String name) {
        return switch (name) {
            case "wls" -> List.of(BESIDE, UNRELATED, RIGHT, SMALL, FAN);
            case "ols", "theil-sen", "quantile", "ols jackknife", "wls jackknife", "ols bootstrap", "wls bootstrap" ->
                List.of(BESIDE, FAN);
            case "wls absolute" -> List.of(RIGHT);
            case "odr" -> List.of(RIGHT, BESIDE);
            case "scatter-vertical",
                    "scatter-perpendicular",
                    "student-t *",
                    "scatter-structural *",
                    "outliers *",
                    CHEN -> List.of(BESIDE, RIGHT);
            default -> List.of(BESIDE);
        };
    }

    private static void row(Table table, int[] sizes, String name, LineEstimator line, Scatter scatter, int mocks) {
        var cells = new ArrayList<Object>(List.of(name, scatter.words()));
        int none = 0;
        int all = 0;
        for (int n : sizes) {
            var cell = new StringBuilder();
            for (Shape shape : Shape.values()) {
                List<FittedLine> lines = IntStream.range(0, mocks)
                        .parallel()
                        .mapToObj(seed -> line.fit(
                                name.equals(CHEN) ? inWindow(seed, n, shape, scatter) : mock(seed, n, shape, scatter)))
                        .toList();
                List<Estimate> slopes = lines.stream()
                        .filter(l -> !l.estimates().isEmpty())
                        .map(l -> l.estimates().getFirst())
                        .toList();
                double[] truths = new double[slopes.size()];
                java.util.Arrays.fill(truths, SLOPE);
                Closure closure = Closure.of(slopes, truths);
                cell.append(cell.isEmpty() ? "" : ", ")
                        .append("%.1f / %.1f".formatted(100 * closure.coverage68(), 100 * closure.coverage95()));
                all += mocks;
                none += mocks - slopes.size();
            }
            cells.add(cell.toString());
        }
        cells.add(none == 0 ? "" : "%.1f %%".formatted(100.0 * none / all));
        table.row(cells.toArray());
    }

    /** The first stars inside the window, with radii known to 0.3 kpc. */
    private static LineStars inWindow(long seed, int n, Shape shape, Scatter scatter) {
        LineStars more = mock(seed, 3 * n + 20, shape, scatter);
        LineStars inside = more.rows(i -> more.y()[i] > WINDOW.low() && more.y()[i] < WINDOW.high());
        LineStars first = inside.rows(i -> i < n);
        var random = new CounterRandom(seed).forPurpose("radii");
        double[] x = first.x().clone();
        double[] errors = new double[n];
        for (int i = 0; i < n; i++) {
            errors[i] = 0.3;
            x[i] += errors[i] * random.normal(i, 0);
        }
        return LineStars.of(x, first.y(), first.yError()).withXErrors(errors);
    }

    private static LineStars mock(long seed, int n, Shape shape, Scatter scatter) {
        var random = new CounterRandom(seed).forPurpose("small samples");
        double[][] c = new double[3][n];
        for (int i = 0; i < n; i++) {
            c[0][i] = 9 + 2.5 * random.normal(i, 0);
            c[2][i] = 0.03 + 0.07 * random.uniform(i, 2);
            double shaped = shape.draw(random, i);
            double off = scatter.scatter() > 0
                    ? scatter.at(c[0][i]) * shaped + scatter.factor() * c[2][i] * random.normal(i, 10)
                    : scatter.factor() * c[2][i] * shaped;
            c[1][i] = SLOPE * c[0][i] + 0.55 + off;
        }
        return LineStars.of(c[0], c[1], c[2]).withXErrors(new double[n]);
    }
}
