package org.cellarius.measure.distribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.expression.AnyOf;
import org.cellarius.engine.expression.Expression;
import org.cellarius.figure.Axis;
import org.cellarius.figure.Figure;
import org.cellarius.figure.FigureSize;
import org.cellarius.figure.Layer;
import org.cellarius.figure.LineStyle;
import org.cellarius.figure.Panel;
import org.cellarius.figure.Steps;
import org.cellarius.galaxy.population.EvenSteps;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.galaxy.population.HistogramByGroup;
import org.cellarius.galaxy.population.KernelDensityMode;
import org.cellarius.galaxy.population.LinearBinsByGroup;
import org.cellarius.galaxy.population.MedianErrors;
import org.cellarius.galaxy.population.Moments;
import org.cellarius.galaxy.population.MomentsByGroup;
import org.cellarius.galaxy.population.QuantilesByGroup;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.gradient.GradientFigure;
import org.cellarius.measure.product.LegendRoom;
import org.cellarius.measure.product.NoStars;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.Populations;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Sample;
import org.cellarius.measure.product.Stars;
import org.cellarius.measure.product.Unmeasured;

/** Histogram, moments, quantiles and modes of one quantity per slice: the metallicity distribution function and its kind. */
final class DistributionProduct {

    private static final double[] PROBABILITIES = {
        0.05, 0.16, 0.25, 0.30, 0.40, 0.45, 0.475, 0.50, 0.525, 0.55, 0.60, 0.70, 0.75, 0.84, 0.95
    };
    private static final int MOST_BINS = 100_000;

    private DistributionProduct() {}

    /** One population as it was measured. */
    private record Series(
            Populations.PopulationSample of,
            Moments[] moments,
            QuantilesByGroup quantiles,
            double[] medianErrors,
            HistogramByGroup histogram,
            long[][] counts,
            LinearBinsByGroup fine,
            double[][] nodes) {

        Sample sample() {
            return of.sample();
        }
    }

    static Inquiry<ProductResult> measure(Distribution product, Stars stars) {
        return Populations.measured(
                        stars, product.head(), product.populations(), product.slicing(), one -> series(product, one))
                .then(series -> {
                    Quantity value = value(product, series.getFirst().sample());
                    return axis(value, series)
                            .then(axis -> outside(product, value, axis, series)
                                    .map(outside -> result(product, value, series, axis, outside)));
                });
    }

    private static ProductResult result(
            Distribution product, Quantity value, List<Series> series, Axis axis, String outside) {
        var notes = new ArrayList<String>();
        var unmeasured = new ArrayList<Unmeasured>();
        for (Series one : series) {
            for (int g = 0; g < one.moments().length; g++) {
                if (one.moments()[g].n() < product.minimumCount()) {
                    unmeasured.add(one.of().tooFew(g, one.moments()[g].n(), product.minimumCount()));
                    notes.add(one.of().subject(g) + " has " + Numbers.stars(one.moments()[g].n())
                            + ", fewer than the minimum count of " + product.minimumCount() + ".");
                }
            }
        }
        var tables = new LinkedHashMap<String, SmallTable>();
        String name = product.head().name();
        tables.put(
                name,
                Populations.joined(
                        series,
                        Series::of,
                        one -> statistics(
                                product,
                                one.sample(),
                                value,
                                one.moments(),
                                one.quantiles(),
                                one.medianErrors(),
                                one.counts(),
                                one.histogram(),
                                one.fine(),
                                one.nodes())));
        tables.put(
                name + "-histogram",
                Populations.joined(
                        series, Series::of, one -> histogram(one.sample(), value, one.counts(), one.histogram())));
        String caption =
                "Distribution of %s in bins of %s %s, each normalised to unit area (a density: its unit is one over that of the values); %s with at least %s."
                        .formatted(
                                value.named(),
                                Numbers.brief(product.width()),
                                value.unit(),
                                series.size() > 1 ? "populations and slices" : "slices",
                                Numbers.stars(product.minimumCount()));
        return ProductResult.of(product, tables, figure(product, value, axis, series), caption + outside, notes)
                .without(unmeasured);
    }

    /** The values of all series, but for the few farthest. */
    private static Inquiry<Axis> axis(Quantity value, List<Series> all) {
        return Inquiry.all(all.stream()
                        .map(one -> one.sample().typicalRange(value.value()))
                        .toList())
                .map(ranges -> {
                    double low = Double.POSITIVE_INFINITY;
                    double top = Double.NEGATIVE_INFINITY;
                    for (double[] typical : ranges) {
                        low = Math.min(low, typical[0]);
                        top = Math.max(top, typical[1]);
                    }
                    return value.axis(low, top);
                });
    }

    /** How many stars of the slices that are drawn the axis does not hold, in words. */
    private static Inquiry<String> outside(Distribution product, Quantity value, Axis axis, List<Series> all) {
        return Inquiry.all(all.stream()
                        .map(one -> outside(product, value, axis, one).map(stars -> outside(one, stars)))
                        .toList())
                .map(texts -> String.join("", texts));
    }

    private static Inquiry<Long> outside(Distribution product, Quantity value, Axis axis, Series one) {
        List<Expression> drawn = IntStream.range(0, one.sample().groups())
                .filter(g -> one.moments()[g].n() >= product.minimumCount())
                .mapToObj(one.sample()::inSlice)
                .toList();
        return drawn.isEmpty()
                ? Inquiry.found(0L)
                : one.sample()
                        .count(Expression.all(
                                List.of(new AnyOf(drawn), Sample.known(value), GradientFigure.outside(value, axis))));
    }

    private static String outside(Series one, long stars) {
        String population = one.of().population();
        return stars == 0
                ? ""
                : (population.isEmpty() ? " " : " " + population + ": ")
                        + Numbers.stars(stars)
                        + (stars == 1 ? " lies outside the axis." : " lie outside the axis.");
    }

    private static Quantity value(Distribution product, Sample sample) {
        return sample.quantity(product.value());
    }

    private static Inquiry<Series> series(Distribution product, Populations.PopulationSample one) {
        Quantity value = value(product, one.sample());
        return one.sample().range(value.value()).then(range -> within(product, one, value, range));
    }

    private static Inquiry<Series> within(
            Distribution product, Populations.PopulationSample one, Quantity value, double[] range) {
        var steps = EvenSteps.multiplesOf(product.width());
        double first = steps.indexOf(range[0]);
        double bins = steps.indexOf(range[1]) - first + 1;
        if (Double.isNaN(bins)) {
            throw new NoStars(
                    "no star of the product '" + product.head().name() + "' has a value",
                    product.head().place().toString(),
                    "Look at the cut flow, or choose another 'value'");
        }
        if (!(bins <= MOST_BINS)) {
            throw new InputError(
                    "the product '" + product.head().name() + "' would have " + Numbers.brief(bins) + " bins",
                    product.head().place().toString(),
                    "Choose wider bins, or restrict the sample");
        }
        Sample sample = one.sample();
        Grouping slices = sample.grouping();
        List<Expression> expressions = sample.with(value.value());
        var histogram = new HistogramByGroup(slices, steps.at(first), product.width(), (int) bins);
        Inquiry<Peaks> peaks = sample.fold(new MomentsByGroup(slices), expressions)
                .then(moments -> {
                    LinearBinsByGroup fine = KernelDensityMode.bins(slices, moments);
                    return sample.fold(fine, expressions).map(nodes -> new Peaks(moments, fine, nodes));
                });
        Inquiry<Middles> middles = sample.quantiles(slices, PROBABILITIES, range[0], range[1], expressions)
                .then(quantiles ->
                        medianErrors(sample, quantiles, expressions).map(errors -> new Middles(quantiles, errors)));
        return sample.fold(histogram, expressions)
                .with(peaks, (counts, p) -> new Counted(p, counts))
                .with(
                        middles,
                        (c, m) -> new Series(
                                one,
                                c.peaks().moments(),
                                m.quantiles(),
                                m.errors(),
                                histogram,
                                c.counts(),
                                c.peaks().fine(),
                                c.peaks().nodes()));
    }

    private record Peaks(Moments[] moments, LinearBinsByGroup fine, double[][] nodes) {}

    private record Middles(QuantilesByGroup quantiles, double[] errors) {}

    private record Counted(Peaks peaks, long[][] counts) {}

    private static Inquiry<double[]> medianErrors(
            Sample sample, QuantilesByGroup quantiles, List<Expression> expressions) {
        double[][] probes = new double[quantiles.counts().length][];
        Arrays.setAll(
                probes,
                g -> Arrays.stream(MedianErrors.probabilities(quantiles.counts()[g]))
                        .map(p -> quantile(quantiles.values()[g], p))
                        .toArray());
        var errors = MedianErrors.of(sample.grouping(), quantiles.counts(), probes);
        return sample.fold(errors, expressions)
                .map(found -> IntStream.range(0, probes.length)
                        .mapToDouble(g -> errors.error(found, g, quantiles.counts()[g]))
                        .toArray());
    }

    private static SmallTable statistics(
            Distribution product,
            Sample sample,
            Quantity value,
            Moments[] moments,
            QuantilesByGroup quantiles,
            double[] medianErrors,
            long[][] counts,
            HistogramByGroup histogram,
            LinearBinsByGroup fine,
            double[][] nodes) {
        String u = value.unit();
        String sliceUnit = sample.slices().map(Quantity::unit).orElse("");
        var table = new SmallTable.Builder()
                .slices(sample.slices().map(Quantity::label).orElse(""), sliceUnit)
                .count("n", "stars")
                .as(ColumnRole.Other.COUNT)
                .number("mean", u, "mean")
                .number("mean_error", u, "sd / sqrt(n)")
                .as(new ColumnRole.ErrorOf("mean"))
                .number("sd", u, "standard deviation (n - 1)")
                .number("sd_error", u, "standard error of the standard deviation, from the fourth moment")
                .as(new ColumnRole.ErrorOf("sd"))
                .number("skewness", "", "g1 = m3 / m2^1.5")
                .number("skewness_corrected", "", "G1, corrected for bias")
                .as(ColumnRole.Other.DETAIL)
                .number("kurtosis_excess", "", "g2 = m4 / m2^2 - 3")
                .as(ColumnRole.Other.DETAIL)
                .number("mode_kde", u, "peak of a Gaussian kernel density estimate with Scott's bandwidth")
                .number("kde_bandwidth", u, "that bandwidth, n^(-1/5) sd")
                .as(ColumnRole.Other.DETAIL)
                .number("mode_histogram", u, "centre of the fullest bin, the lowest on ties")
                .as(ColumnRole.Other.DETAIL)
                .number("p5", u, "5th percentile")
                .as(ColumnRole.Other.DETAIL)
                .number("p16", u, "16th percentile")
                .number("p25", u, "25th percentile")
                .as(ColumnRole.Other.DETAIL)
                .number("median", u, "median")
                .number(
                        "median_error",
                        u,
                        "standard error of the median from the density about it and the rounding of the values")
                .as(new ColumnRole.ErrorOf("median"))
                .number("p75", u, "75th percentile")
                .as(ColumnRole.Other.DETAIL)
                .number("p84", u, "84th percentile")
                .number("p95", u, "95th percentile")
                .as(ColumnRole.Other.DETAIL);
        for (int g = 0; g < moments.length; g++) {
            Moments m = moments[g];
            if (m.n() < product.minimumCount()) {
                continue;
            }
            double[] q = quantiles.values()[g];
            boolean peaked = fine.nodes()[g] >= 2;
            table.row(
                    g + 1,
                    sample.low(g),
                    sample.high(g),
                    m.n(),
                    m.mean(),
                    m.standardError(),
                    m.standardDeviation(),
                    m.standardDeviationError(),
                    m.skewness(),
                    m.correctedSkewness(),
                    m.excessKurtosis(),
                    peaked ? KernelDensityMode.of(nodes[g], fine.lo()[g], fine.spacing()[g]) : m.mean(),
                    KernelDensityMode.scottBandwidth(m.n(), m.standardDeviation()),
                    histogram.centre(fullest(counts[g])),
                    quantile(q, 0.05),
                    quantile(q, 0.16),
                    quantile(q, 0.25),
                    quantile(q, 0.5),
                    medianErrors[g],
                    quantile(q, 0.75),
                    quantile(q, 0.84),
                    quantile(q, 0.95));
        }
        return table.build();
    }

    /** One of {@link #PROBABILITIES}. */
    private static double quantile(double[] quantiles, double probability) {
        int at = Arrays.binarySearch(PROBABILITIES, probability);
        if (at < 0) {
            throw new IllegalArgumentException("no quantile of " + probability + " was measured");
        }
        return quantiles[at];
    }

    private static int fullest(long[] counts) {
        int best = 0;
        for (int k = 1; k < counts.length; k++) {
            best = counts[k] > counts[best] ? k : best;
        }
        return best;
    }

    private static SmallTable histogram(Sample sample, Quantity value, long[][] counts, HistogramByGroup histogram) {
        var table = new SmallTable.Builder()
                .count("slice", "number of the slice, from 1")
                .as(ColumnRole.Key.SLICE)
                .number("value_lo", value.unit(), "lower edge of the bin, inclusive")
                .as(ColumnRole.Key.PLACE)
                .number("value_hi", value.unit(), "upper edge of the bin, exclusive")
                .as(ColumnRole.Key.PLACE)
                .count("n", "stars")
                .as(ColumnRole.Other.COUNT);
        double[] edges = histogram.edges();
        for (int g = 0; g < sample.groups(); g++) {
            for (int k = 0; k < histogram.bins(); k++) {
                if (counts[g][k] > 0) {
                    table.row(g + 1, edges[k], edges[k + 1], counts[g][k]);
                }
            }
        }
        return table.build();
    }

    private static Figure figure(Distribution product, Quantity value, Axis xAxis, List<Series> all) {
        var layers = new ArrayList<Layer>();
        double highest = 0;
        int drawn = 0;
        boolean alone = all.size() == 1 && all.getFirst().sample().groups() == 1;
        for (Series one : all) {
            for (int g = 0; g < one.sample().groups(); g++) {
                if (one.moments()[g].n() < product.minimumCount()) {
                    continue;
                }
                int group = g;
                double[] density = IntStream.range(0, one.histogram().bins())
                        .mapToDouble(k -> one.counts()[group][k]
                                / (one.moments()[group].n() * one.histogram().width()))
                        .toArray();
                highest = Math.max(highest, Arrays.stream(density).max().orElse(0));
                String name = one.of().name(g);
                String legend = (name.isEmpty() ? "" : name + ", ") + "N = " + Numbers.count(one.moments()[g].n());
                layers.add(new Steps(one.histogram().edges(), density, LineStyle.series(drawn++), legend, alone));
            }
        }
        Axis yAxis = LegendRoom.above(
                Axis.of(
                        "Density of " + value.label(),
                        value.unit().isEmpty() ? "" : value.unit() + "^{−1}",
                        0,
                        highest > 0 ? 1.08 * highest : 1),
                drawn);
        int groups = all.getFirst().sample().groups();
        String alt = "%s: distribution of %s%s%s."
                .formatted(
                        product.head().title(),
                        value.named(),
                        all.size() > 1 ? " of " + String.join(", ", product.populations()) : "",
                        groups > 1 ? " in " + groups + " slices" : "");
        return new Figure(alt, List.of(Panel.of("", xAxis, yAxis, layers)), 1, FigureSize.SINGLE_COLUMN);
    }
}
