package org.cellarius.galaxy.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.galaxy.population.EvenSteps;
import org.cellarius.galaxy.population.Moments;
import org.cellarius.galaxy.population.Quantiles;
import org.cellarius.galaxy.population.WeightedQuantiles;

/**
 * A line through medians: y in bins [k w, (k + 1) w) of x, the median of each that has stars enough, and a regression through them at the
 * bins' centres (Long et al. 2025, vertical gradients: w = 0.06 kpc in |Z|).
 *
 * <p>Outliers of y do not matter. A bin's stars do not lie about its centre where their number changes across it; a bin of few stars
 * counts as much as one of many unless weighted. Errors are those of the regression from the scatter of the medians about the line
 * ({@code scaled}) for {@link BinWeighting#UNWEIGHTED}, from the medians' errors ({@code absolute}) for {@link BinWeighting#BY_ERROR}; a {@link ResampledLine} draws the stars anew.
 * {@code n} counts the stars in the bins used; {@code chi2} and the errors know the bins ({@code bins}).
 *
 * @param width w, units of x
 * @param minimumCount stars that a bin needs to enter
 */
public record BinnedMedianLine(double width, int minimumCount, BinWeighting weighting) implements LineEstimator {

    /** Fewer stars of a bin do not tell how far its median can be off: weighted by such errors &plusmn; slope_sd held 53 to 59 of 68 per cent. */
    private static final int FEW = 10;

    public BinnedMedianLine {
        if (!(width > 0) || Double.isInfinite(width)) {
            throw new IllegalArgumentException("a bin is wider than 0, not " + width);
        }
        if (minimumCount < 1 || (weighting == BinWeighting.BY_ERROR && minimumCount < 2)) {
            throw new IllegalArgumentException("a bin of at least " + minimumCount
                    + " stars: it needs one, and two where its median is to have an error");
        }
    }

    @Override
    public String word() {
        return "binned-median";
    }

    @Override
    public String description() {
        return "line through medians in bins of x, at their centres (Long et al. 2025)";
    }

    @Override
    public String formula() {
        return "Σ w (ỹ − m x − b)² → min over the medians ỹ of y in bins of x that are " + width + " wide and hold "
                + minimumCount + " stars or more, x their centres, w = "
                + switch (weighting) {
                    case UNWEIGHTED -> "1";
                    case BY_ERROR -> "1/σ²(ỹ)";
                };
    }

    @Override
    public String statedErrors() {
        return "Its error is that of the regression through the medians.";
    }

    @Override
    public LineInputs inputs() {
        return LineInputs.VALUES;
    }

    @Override
    public FittedLine fit(LineStars all) {
        UsableStars usable = UsableStars.of(all, UsableStars.Needs.VALUES);
        LineStars s = usable.stars();
        var steps = EvenSteps.multiplesOf(width);
        double[] numbers = Arrays.stream(s.x()).map(v -> steps.indexOf(v) + 0.0).toArray();
        // Adding 0 has made zeros of negative zeros, which are different to a search.
        double[] bins = Arrays.stream(numbers).distinct().sorted().toArray();
        double[][] members = members(s.y(), numbers, bins);
        double[][] weights = s.weighted() ? members(s.weight(), numbers, bins) : new double[0][];
        var points = new ArrayList<Point>();
        for (int b = 0; b < bins.length; b++) {
            points.add(point(
                    steps.at(bins[b] + 0.5), members[b], s.weighted() ? Optional.of(weights[b]) : Optional.empty()));
        }
        return through(points, usable.exclusions());
    }

    private static Point point(double centre, double[] members, Optional<double[]> weights) {
        int count = members.length;
        Moments moments = weights.map(w -> Moments.of(members, w, count)).orElseGet(() -> Moments.of(members, count));
        double median =
                weights.map(w -> WeightedQuantiles.medianOf(members, w)).orElseGet(() -> Quantiles.medianOf(members));
        return new Point(
                centre, median, Moments.MEDIAN_OVER_MEAN * moments.standardError(), count, moments.effective());
    }

    @Override
    public Optional<LineInOrder> inOrder() {
        var steps = EvenSteps.multiplesOf(width);
        var points = new ArrayList<Point>();
        return Optional.of(new LineInOrder() {
            private double[] members = new double[1024];
            private double bin = Double.NaN;
            private int count;
            private long stars;

            @Override
            public void add(double x, double y) {
                double next = steps.indexOf(x) + 0.0;
                if (next != bin) {
                    close();
                    bin = next;
                }
                if (count == members.length) {
                    members = Arrays.copyOf(members, 2 * count);
                }
                members[count++] = y;
                stars++;
            }

            private void close() {
                if (count > 0) {
                    points.add(point(steps.at(bin + 0.5), Arrays.copyOf(members, count), Optional.empty()));
                    count = 0;
                }
            }

            @Override
            public FittedLine line(long missing) {
                close();
                return through(points, UsableStars.missing(missing, stars + missing));
            }
        });
    }

    /** The line through the medians of all bins that have stars. */
    private FittedLine through(List<Point> bins, List<String> exclusions) {
        var warnings = new ArrayList<>(exclusions);
        var points = new ArrayList<Point>();
        int small = 0;
        int flat = 0;
        for (Point bin : bins) {
            if (bin.count() < minimumCount) {
                small++;
            } else if (weighting == BinWeighting.BY_ERROR && !(bin.error() > 0)) {
                flat++;
            } else {
                points.add(bin);
            }
        }
        if (small > 0) {
            warnings.add("%d of %d bins have fewer than %d stars, and do not enter"
                    .formatted(small, bins.size(), minimumCount));
        }
        if (flat > 0) {
            warnings.add(
                    "%d bins have stars of one y only, whose median has no error, and do not enter".formatted(flat));
        }
        long few = points.stream().filter(p -> p.count() < FEW).count();
        if (weighting == BinWeighting.BY_ERROR && few > 0) {
            warnings.add(
                    ("%d bins of fewer than %d stars do not know the errors of their medians: slope_sd is too small,"
                                    + " the quantiles lean on the scatter of all bins; unweighted bins are safer")
                            .formatted(few, FEW));
        }
        double[] x = points.stream().mapToDouble(Point::centre).toArray();
        double[] y = points.stream().mapToDouble(Point::median).toArray();
        double[] e = points.stream().mapToDouble(Point::error).toArray();
        long inBins = points.stream().mapToLong(Point::count).sum();
        LeastSquares regression = switch (weighting) {
            case UNWEIGHTED -> new LeastSquares(LineMethod.OLS, ErrorConvention.SCALED);
            case BY_ERROR -> new LeastSquares(LineMethod.WLS, ErrorConvention.ABSOLUTE);
        };
        FittedLine line = regression.fit(LineStars.of(x, y, e));
        if (line.status() != FitStatus.OK) {
            return FittedLine.failed(word(), line.status(), "of " + x.length + " bins", inBins, warnings);
        }
        Map<String, Double> measures = new LinkedHashMap<>(line.measures());
        measures.put("bins", (double) x.length);
        measures.put("bin_width", width);
        measures.put("bin_minimum", (double) minimumCount);
        List<Estimate> estimates = switch (weighting) {
            case UNWEIGHTED -> {
                double[] variances = points.stream()
                        .mapToDouble(p -> MedianWidths.varianceOfMedian(p.told()))
                        .toArray();
                yield MedianWidths.of(x, LeastSquares.residuals(x, y, line), variances, new double[] {1})
                        .map(w -> w.quantiles(line.estimates()))
                        .orElse(line.estimates());
            }
            case BY_ERROR ->
                MedianWidths.byError(
                                x,
                                Arrays.stream(e).map(v -> 1 / (v * v)).toArray(),
                                points.stream().mapToLong(Point::told).toArray(),
                                points.stream().mapToDouble(Point::scatter).toArray())
                        .quantiles(line.estimates());
        };
        return FittedLine.closed(word(), inBins, estimates, line.covariance(), measures, warnings)
                .through(new FittedPoints(x, y));
    }

    /** A bin's centre, the median of its y, the error of that, its stars, and how many that count the same would tell as much. */
    private record Point(double centre, double median, double error, int count, double effective) {
        /** Stars that count the same and tell as much. */
        long told() {
            return Math.max(1, Math.round(effective));
        }

        double scatter() {
            return error / Moments.MEDIAN_OVER_MEAN * Math.sqrt(effective);
        }
    }

    /** y of the stars of each bin. */
    private static double[][] members(double[] y, double[] numbers, double[] bins) {
        int[] binOf = new int[y.length];
        int[] counts = new int[bins.length];
        for (int i = 0; i < y.length; i++) {
            binOf[i] = Arrays.binarySearch(bins, numbers[i]);
            counts[binOf[i]]++;
        }
        double[][] members = new double[bins.length][];
        Arrays.setAll(members, b -> new double[counts[b]]);
        for (int i = 0; i < y.length; i++) {
            members[binOf[i]][--counts[binOf[i]]] = y[i];
        }
        return members;
    }
}
