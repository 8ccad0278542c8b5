package org.cellarius.measure.distribution;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.population.BinWeights;
import org.cellarius.galaxy.population.EvenSteps;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.galaxy.population.HistogramByGroup;
import org.cellarius.galaxy.population.KernelDensityMode;
import org.cellarius.galaxy.population.LinearBinsByGroup;
import org.cellarius.galaxy.population.MedianErrors;
import org.cellarius.galaxy.population.Moments;
import org.cellarius.galaxy.population.QuantilesByGroup;
import org.cellarius.galaxy.population.ShapeBootstrap;
import org.cellarius.galaxy.population.WeightedHistogram;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.Unmeasurable;
import org.cellarius.measure.product.GroupStatistics;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.Populations.PopulationSample;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Sample;

/** What is asked of the stars of a population in a panel. */
record SeriesInquiry(Distribution product, PopulationSample of, PanelSlices.Panel panel, Quantity value) {

    static final double[] PROBABILITIES = {
        0.05, 0.16, 0.25, 0.30, 0.40, 0.45, 0.475, 0.50, 0.525, 0.55, 0.60, 0.70, 0.75, 0.84, 0.95
    };

    /** Those whose errors are told. */
    static final double[] TOLD = {0.05, 0.16, 0.25, 0.50, 0.75, 0.84, 0.95};

    /** Cells of a sample that is not described. */
    private static final BinWeights NOTHING = BinWeights.of(new long[1][1]);

    private static final int MOST_BINS = 100_000;
    /** Of all slices together: each thread counts its own. */
    private static final int MOST_CELLS = 1_000_000;

    private record Peaks(Moments[] moments, LinearBinsByGroup fine, double[][] nodes, ShapeBootstrap.Errors[] errors) {}

    private record Middles(QuantilesByGroup quantiles, double[] errors) {}

    private record Bins(long[][] counts, BinWeights weights) {}

    private record Counted(Peaks peaks, long[][] counts, BinWeights weights) {}

    /** Empty where no star has a value. */
    Inquiry<Optional<Series>> series() {
        return of.sample()
                .range(value.value())
                .then(range -> Double.isNaN(range[0])
                        ? Inquiry.found(Optional.empty())
                        : within(range).map(Optional::of));
    }

    private Inquiry<Series> within(double[] range) {
        var steps = EvenSteps.multiplesOf(product.width());
        double first = steps.indexOf(range[0]);
        double bins = steps.indexOf(range[1]) - first + 1;
        if (!(bins <= MOST_BINS)) {
            throw new Unmeasurable(
                    "the product '" + product.head().name() + "' would have " + Numbers.brief(bins) + " bins",
                    product.head().place().toString(),
                    "Choose wider bins, or restrict the sample");
        }
        Sample sample = of.sample();
        Grouping slices = sample.grouping();
        List<Expression> expressions = sample.with(value.value());
        var histogram = new HistogramByGroup(slices, steps.at(first), product.width(), (int) bins);
        Inquiry<Peaks> peaks = new GroupStatistics(sample)
                .moments(slices, expressions)
                .then(moments -> peaks(moments, slices, expressions, steps.at(first), (int) bins));
        Inquiry<Middles> middles = new GroupStatistics(sample)
                .quantiles(slices, PROBABILITIES, range[0], range[1], expressions)
                .then(quantiles -> medianErrors(quantiles, expressions).map(errors -> new Middles(quantiles, errors)));
        return sample.fold(histogram, expressions)
                .with(inCells(histogram, expressions), Bins::new)
                .with(peaks, (own, p) -> new Counted(p, own.counts(), own.weights()))
                .with(
                        middles,
                        (c, m) -> new Series(
                                of,
                                panel,
                                c.peaks().moments(),
                                m.quantiles(),
                                m.errors(),
                                histogram,
                                c.counts(),
                                c.weights(),
                                c.peaks().fine(),
                                c.peaks().nodes(),
                                c.peaks().errors()));
    }

    private Inquiry<Peaks> peaks(
            Moments[] moments, Grouping slices, List<Expression> expressions, double lo, int bins) {
        LinearBinsByGroup fine = KernelDensityMode.bins(slices, of.sample().weighting(), moments, product.bandwidth());
        int perBin = Math.min(cellsPerBin(moments), Math.max(1, MOST_CELLS / (bins * moments.length)));
        double width = product.width() / perBin;
        var cells = new HistogramByGroup(slices, lo, width, bins * perBin);
        return of.sample()
                .fold(fine, of.sample().weighted(expressions))
                .with(
                        inCells(cells, expressions),
                        (nodes, counts) -> new Peaks(
                                moments,
                                fine,
                                nodes,
                                IntStream.range(0, moments.length)
                                        .mapToObj(g -> product.bootstrap()
                                                .errors(
                                                        moments[g].n() < product.minimumCount() ? NOTHING : counts,
                                                        moments[g].n() < product.minimumCount() ? 0 : g,
                                                        lo,
                                                        width,
                                                        perBin,
                                                        bandwidth(moments[g]),
                                                        TOLD,
                                                        number(g)))
                                        .toArray(ShapeBootstrap.Errors[]::new)));
    }

    /** A number of its own for each sample: samples draw independently. */
    private long number(int slice) {
        return 31L * (1000L * panel.number() + slice) + of.population().hashCode();
    }

    private double bandwidth(Moments m) {
        return m.n() < 2 ? 0 : product.bandwidth().of(m.effective(), m.standardDeviation());
    }

    private int cellsPerBin(Moments[] moments) {
        return Arrays.stream(moments)
                .filter(m -> m.n() >= product.minimumCount() && m.standardDeviation() > 0)
                .mapToInt(m -> ShapeBootstrap.cellsPerBin(product.width(), m.standardDeviation(), bandwidth(m)))
                .max()
                .orElse(1);
    }

    private Inquiry<double[]> medianErrors(QuantilesByGroup quantiles, List<Expression> expressions) {
        double[][] probes = new double[quantiles.counts().length][];
        Arrays.setAll(
                probes,
                g -> Arrays.stream(MedianErrors.probabilities(quantiles.effective()[g]))
                        .map(p -> quantile(quantiles.values()[g], p))
                        .toArray());
        return new GroupStatistics(of.sample()).medianErrors(of.sample().grouping(), quantiles, probes, expressions);
    }

    /** What the stars count in the bins of a histogram. */
    private Inquiry<BinWeights> inCells(HistogramByGroup cells, List<Expression> expressions) {
        Sample sample = of.sample();
        return sample.weight().isPresent()
                ? sample.fold(new WeightedHistogram(cells), sample.weighted(expressions))
                : sample.fold(cells, expressions).map(BinWeights::of);
    }

    /** One of {@link #PROBABILITIES}. */
    static double quantile(double[] quantiles, double probability) {
        int at = Arrays.binarySearch(PROBABILITIES, probability);
        if (at < 0) {
            throw new IllegalArgumentException("no quantile of " + probability + " was measured");
        }
        return quantiles[at];
    }
}
