package org.cellarius.galaxy.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.galaxy.profile.RunningMedian;
import org.cellarius.galaxy.profile.RunningWindow;

/**
 * A line through a running median: stars sorted by x, windows of N of them, the next one starting N(1 &minus; overlap) stars further, an
 * incomplete last one dropped; ordinary least squares through (median of x, median of y) of the windows (Imig et al. 2023: N = 200, half
 * overlapping, lines through the part beyond 7 kpc; they do not say whether through these points or through the stars. For the latter cut the stars
 * and choose {@link LeastSquares}).
 *
 * <p>Overlapping windows share stars: the errors of the regression, which takes its points as independent, are too small, and where few windows make a smooth curve they
 * mean nothing. A {@link ResampledLine} draws the stars anew. {@code n} counts the stars, the measure {@code median_points} the points in the line.
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
    public LineInputs inputs() {
        return LineInputs.VALUES;
    }

    @Override
    public FittedLine fit(LineStars all) {
        UsableStars usable = UsableStars.of(all, UsableStars.Needs.VALUES);
        LineStars s = usable.stars();
        var points = new ArrayList<RunningWindow>();
        var median = new RunningMedian(window, overlap, points::add);
        IntStream.range(0, s.count())
                .boxed()
                .sorted((a, b) -> Double.compare(s.x()[a], s.x()[b]))
                .forEachOrdered(i -> median.add(s.x()[i], s.y()[i]));
        points.removeIf(w -> w.xMedian() < lowest.orElse(Double.NEGATIVE_INFINITY));
        double[] x = points.stream().mapToDouble(RunningWindow::xMedian).toArray();
        double[] y = points.stream().mapToDouble(RunningWindow::yMedian).toArray();
        FittedLine line = new LeastSquares(LineMethod.OLS, ErrorConvention.SCALED).fit(LineStars.of(x, y));
        if (line.status() != FitStatus.OK) {
            return FittedLine.failed(
                    word(), line.status(), "of " + x.length + " windows", s.count(), usable.exclusions());
        }
        Map<String, Double> measures = new LinkedHashMap<>(line.measures());
        measures.put("median_points", (double) x.length);
        measures.put("window", (double) window);
        measures.put("overlap", overlap);
        var warnings = new ArrayList<>(usable.exclusions());
        if (overlap > 0) {
            warnings.add("overlapping windows share stars: the errors are too small; resample for better ones");
        }
        return FittedLine.closed(word(), s.count(), line.estimates(), line.covariance(), measures, warnings);
    }
}
