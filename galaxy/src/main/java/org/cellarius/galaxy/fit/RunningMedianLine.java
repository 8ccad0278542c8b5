package org.cellarius.galaxy.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.cellarius.galaxy.column.RisingRows;
import org.cellarius.galaxy.population.Weighting;
import org.cellarius.galaxy.profile.RunningMedian;
import org.cellarius.galaxy.profile.RunningWindow;

/**
 * A line through a running median: stars sorted by x, windows of N of them, the next one starting N(1 &minus; overlap) stars further, an
 * incomplete last one dropped; ordinary least squares through (median of x, median of y) of the windows (Imig et al. 2023: N = 200, half
 * overlapping, lines through the part beyond 7 kpc; they do not say whether through these points or through the stars. For the latter cut the stars
 * and choose {@link LeastSquares}).
 *
 * <p>Overlapping windows share stars: the errors of the regression, which takes its points as independent, are too small ({@code slope_sd_of_regression}: &plusmn; one of them held 40 to 52 of
 * 68 per cent), and where few windows make a smooth curve they mean nothing. The error is half of the central 68 per cent of {@link MedianWidths}. A {@link ResampledLine} draws the stars anew. {@code n} counts the stars, the measure {@code median_points} the points in the line.
 *
 * @param window N, at least 2
 * @param overlap share of a window in the next, in [0, 1)
 * @param lowest points of smaller median x do not enter, though their stars share windows with others; none: all points
 */
public record RunningMedianLine(int window, double overlap, Optional<Double> lowest) implements LineEstimator {

    public RunningMedianLine {
        // The running median checks its own numbers.
        new RunningMedian(window, overlap, w -> {});
    }

    @Override
    public String word() {
        return "running-median";
    }

    @Override
    public String description() {
        return "line through the running median of " + window + " stars (Imig et al. 2023)";
    }

    @Override
    public String formula() {
        return "Σ (ỹ − m x̃ − b)² → min over the medians x̃, ỹ of windows of " + window
                + " stars in the order of x, each sharing " + overlap + " of them with the next"
                + lowest.map(x -> ", x̃ ≥ " + x).orElse("");
    }

    @Override
    public String statedErrors() {
        return "Its error is half of the central 68 per cent that the stars' own scatter gives, as windows share stars; slope_sd_of_regression takes them as independent.";
    }

    @Override
    public LineInputs inputs() {
        return LineInputs.VALUES;
    }

    @Override
    public FittedLine fit(LineStars all) {
        UsableStars usable = UsableStars.of(all, UsableStars.Needs.VALUES);
        LineStars s = usable.stars();
        var points = new ArrayList<RunningWindow>();
        var median =
                new RunningMedian(window, overlap, s.weighted() ? Weighting.BY_STAR : Weighting.EQUAL, points::add);
        for (int i : RisingRows.of(s.x())) {
            median.add(s.x()[i], s.y()[i], s.weighted() ? s.weight()[i] : 1);
        }
        points.removeIf(w -> w.xMedian() < lowest.orElse(Double.NEGATIVE_INFINITY));
        return through(
                points.stream().mapToDouble(RunningWindow::xMedian).toArray(),
                points.stream().mapToDouble(RunningWindow::yMedian).toArray(),
                s.count(),
                usable.exclusions());
    }

    @Override
    public Optional<LineInOrder> inOrder() {
        var x = DoubleStream.builder();
        var y = DoubleStream.builder();
        var median = new RunningMedian(window, overlap, w -> {
            if (w.xMedian() >= lowest.orElse(Double.NEGATIVE_INFINITY)) {
                x.add(w.xMedian());
                y.add(w.yMedian());
            }
        });
        return Optional.of(new LineInOrder() {
            private long stars;

            @Override
            public void add(double nextX, double nextY) {
                median.add(nextX, nextY);
                stars++;
            }

            @Override
            public FittedLine line(long missing) {
                return through(
                        x.build().toArray(), y.build().toArray(), stars, UsableStars.missing(missing, stars + missing));
            }
        });
    }

    /** The line through medians. */
    private FittedLine through(double[] x, double[] y, long stars, List<String> exclusions) {
        FittedLine line = new LeastSquares(LineMethod.OLS, ErrorConvention.SCALED).fit(LineStars.of(x, y));
        if (line.status() != FitStatus.OK) {
            return FittedLine.failed(word(), line.status(), "of " + x.length + " windows", stars, exclusions);
        }
        double[] equal = new double[x.length];
        Arrays.fill(equal, 1);
        var widths = MedianWidths.of(x, LeastSquares.residuals(x, y, line), equal, shared());
        var warnings = new ArrayList<>(exclusions);
        if (overlap > 0 && widths.isEmpty()) {
            warnings.add(
                    "overlapping windows share stars, and their medians do not tell how far the line can be off: it has no error; resample for one");
        }
        List<Estimate> estimates = widths.map(w -> w.headline(line.estimates()))
                .orElse(overlap > 0 ? withoutErrors(line.estimates()) : line.estimates());
        return FittedLine.closed(
                        word(), stars, estimates, covariance(line, estimates), measures(line, x.length), warnings)
                .through(new FittedPoints(x, y));
    }

    /** The regression's matrix, each row and column as many times as large as the errors are. */
    private static double[][] covariance(FittedLine line, List<Estimate> estimates) {
        double[][] covariance = new double[2][2];
        for (int i = 0; i < 2; i++) {
            for (int k = 0; k < 2; k++) {
                covariance[i][k] = line.covariance()[i][k]
                        * (estimates.get(i).sd() / line.estimates().get(i).sd())
                        * (estimates.get(k).sd() / line.estimates().get(k).sd());
            }
        }
        return covariance;
    }

    private static List<Estimate> withoutErrors(List<Estimate> line) {
        return line.stream()
                .map(e -> Estimate.of(e.name(), e.value(), Double.NaN))
                .toList();
    }

    /** What least squares measure of the points; their errors by the name of what they are. */
    private Map<String, Double> measures(FittedLine line, int points) {
        Map<String, Double> measures = new LinkedHashMap<>();
        line.estimates().forEach(e -> measures.put(e.name() + "_sd_of_regression", e.sd()));
        line.measures().forEach((name, value) -> {
            if (!name.contains("_sd_") && !name.startsWith("cov_")) {
                measures.put(name, value);
            }
        });
        measures.put("median_points", (double) points);
        measures.put("window", (double) window);
        measures.put("overlap", overlap);
        return measures;
    }

    /**
     * Correlations of medians of windows so many steps apart: for many stars the share that they have in common, for few a little less (half overlapping windows of 4, 20, 40 and
     * 200 normal stars: 0.46, 0.45, 0.46, 0.48).
     */
    private double[] shared() {
        int step = RunningMedian.step(window, overlap);
        double less = Math.min(0.2, 1.3 / Math.sqrt(window));
        double[] shared = new double[(window + step - 1) / step];
        Arrays.setAll(shared, k -> {
            double share = (window - (double) k * step) / window;
            return share - less * share * (1 - share);
        });
        return shared;
    }
}
