package org.cellarius.galaxy.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.api.Test;

/** Weighted stars: what equal weights must not change, what integer weights must do, and how often the errors hold the truth. */
class WeightedStatisticsTest {

    private static final double[] PROBABILITIES = {0, 0.05, 0.25, 0.5, 0.84, 1};

    private static double[] normals(int n, long seed) {
        var random = new CounterRandom(seed);
        return IntStream.range(0, n).mapToDouble(i -> random.normal(i, 0)).toArray();
    }

    private static double[] filled(int n, double value) {
        double[] all = new double[n];
        Arrays.fill(all, value);
        return all;
    }

    @Test
    void equalWeightsChangeNothing() {
        double[] v = normals(501, 3);
        Moments plain = Moments.of(v, v.length);
        Moments weighted = Moments.of(v, filled(v.length, 0.37), v.length);
        assertThat(weighted.effective()).isEqualTo(501, within(1e-9));
        assertThat(weighted.mean()).isEqualTo(plain.mean(), within(1e-14));
        assertThat(weighted.standardDeviation()).isEqualTo(plain.standardDeviation(), within(1e-13));
        assertThat(weighted.standardError()).isEqualTo(plain.standardError(), within(1e-14));
        assertThat(weighted.standardDeviationError()).isEqualTo(plain.standardDeviationError(), within(1e-13));
        assertThat(weighted.skewness()).isEqualTo(plain.skewness(), within(1e-12));
        assertThat(weighted.correctedSkewness()).isEqualTo(plain.correctedSkewness(), within(1e-12));
        assertThat(weighted.excessKurtosis()).isEqualTo(plain.excessKurtosis(), within(1e-12));
        double[] sorted = v.clone();
        Arrays.sort(sorted);
        double[] quantiles = WeightedQuantiles.ofSorted(sorted, filled(v.length, 0.37), PROBABILITIES);
        for (int q = 0; q < PROBABILITIES.length; q++) {
            assertThat(quantiles[q]).isEqualTo(Quantiles.ofSorted(sorted, PROBABILITIES[q]), within(1e-12));
        }
    }

    /** The error of a median and the drawn errors of a distribution are those of the same stars without weights. */
    @Test
    void equalWeightsChangeNoErrorOfMediansAndShapes() {
        double[] v = normals(400, 8);
        double[][] weighted = {v, filled(v.length, 2.5)};
        var found = WeightedQuantiles.of(new Grouping.Everyone(), MedianErrors.allProbabilities(), weighted);
        double[][] probes = {
            Arrays.stream(MedianErrors.probabilities(400))
                    .map(p -> found.values()[0][Arrays.binarySearch(MedianErrors.allProbabilities(), p)])
                    .toArray()
        };
        var errors = MedianErrors.of(new Grouping.Everyone(), Weighting.BY_STAR, found, probes);
        var plain = MedianErrors.of(
                new Grouping.Everyone(),
                Weighting.EQUAL,
                new QuantilesByGroup(new long[] {400}, found.probabilities(), found.values()),
                probes);
        double error = errors.error(errors.fold(errors.empty(), 400, weighted), 0, found.effective()[0]);
        assertThat(error)
                .isEqualTo(plain.error(plain.fold(plain.empty(), 400, new double[][] {v}), 0, 400), within(1e-9));
        var bins = new HistogramByGroup(new Grouping.Everyone(), -5, 0.05, 200);
        BinWeights equal = BinWeights.of(bins.fold(bins.empty(), 400, new double[][] {v}));
        var counted = new WeightedHistogram(bins);
        BinWeights byStar = counted.fold(counted.empty(), 400, weighted);
        var draws = new ShapeBootstrap(100, 4);
        ShapeBootstrap.Errors a = draws.errors(equal, 0, -5, 0.05, 4, 0.3, PROBABILITIES, 0);
        ShapeBootstrap.Errors b = draws.errors(byStar, 0, -5, 0.05, 4, 0.3, PROBABILITIES, 0);
        assertThat(b.mean()).isEqualTo(a.mean(), within(1e-9));
        assertThat(b.standardDeviation()).isEqualTo(a.standardDeviation(), within(1e-9));
        assertThat(b.modeOfKernels()).isEqualTo(a.modeOfKernels(), within(1e-9));
    }

    /** Means and moments of a star of weight k are those of k stars. */
    @Test
    void wholeWeightsAreRepeatedStars() {
        double[] v = {0.1, 0.4, 0.7, 1.3, 2.9};
        double[] w = {3, 1, 2, 5, 1};
        double[] repeated = IntStream.range(0, 5)
                .boxed()
                .flatMap(i -> IntStream.range(0, (int) w[i]).mapToObj(k -> v[i]))
                .mapToDouble(x -> x)
                .toArray();
        Moments one = Moments.of(v, w, 5);
        Moments other = Moments.of(repeated, repeated.length);
        assertThat(one.mean()).isEqualTo(other.mean(), within(1e-14));
        assertThat(one.populationStandardDeviation()).isEqualTo(other.populationStandardDeviation(), within(1e-14));
        assertThat(one.skewness()).isEqualTo(other.skewness(), within(1e-12));
        assertThat(one.excessKurtosis()).isEqualTo(other.excessKurtosis(), within(1e-12));
        assertThat(one.effective()).isEqualTo(144.0 / 40, within(1e-12));
        assertThat(one.weight()).isEqualTo(12, within(1e-12));
    }

    @Test
    void partsOfASampleMakeTheWhole() {
        double[] v = normals(1000, 5);
        double[] w = IntStream.range(0, 1000).mapToDouble(i -> 0.2 + i % 7).toArray();
        Moments whole = Moments.of(v, w, 1000);
        Moments parts = Moments.NONE;
        for (int from = 0; from < 1000; from += 125) {
            parts = parts.plus(
                    Moments.of(Arrays.copyOfRange(v, from, from + 125), Arrays.copyOfRange(w, from, from + 125), 125));
        }
        assertThat(parts.mean()).isEqualTo(whole.mean(), within(1e-14));
        assertThat(parts.standardDeviation()).isEqualTo(whole.standardDeviation(), within(1e-13));
        assertThat(parts.standardError()).isEqualTo(whole.standardError(), within(1e-14));
        assertThat(parts.standardDeviationError()).isEqualTo(whole.standardDeviationError(), within(1e-13));
        assertThat(parts.skewness()).isEqualTo(whole.skewness(), within(1e-12));
        assertThat(parts.excessKurtosis()).isEqualTo(whole.excessKurtosis(), within(1e-12));
    }

    @Test
    void starsWithoutWeightAreLeftOut() {
        double[][] in = {{1, 2, 100}, {1, 1, Double.NaN}};
        var moments = new MomentsByGroup(new Grouping.Everyone(), Weighting.BY_STAR);
        Moments found = moments.fold(moments.empty(), 3, in)[0];
        assertThat(found.n()).isEqualTo(2);
        assertThat(found.mean()).isEqualTo(1.5, within(1e-15));
        assertThat(WeightedQuantiles.of(new Grouping.Everyone(), new double[] {0.5}, in)
                        .values()[0][0])
                .isEqualTo(1.5, within(1e-15));
    }

    /** Values and weights go together through the sort. */
    @Test
    void sortingKeepsPairs() {
        double[] v = normals(3000, 9);
        double[] w = Arrays.stream(v).map(x -> 3 * x + 1).toArray();
        WeightedQuantiles.sort(v, w, 0, v.length - 1);
        for (int i = 0; i < v.length; i++) {
            assertThat(w[i]).isEqualTo(3 * v[i] + 1);
            assertThat(i == 0 || v[i - 1] <= v[i]).isTrue();
        }
    }

    /**
     * A survey that takes stars by their value: x is normal about 0, the probability grows with x. Without weights mean and median are off by several errors; with them they are
     * right, and their errors hold the truth in 68 of 100 samples.
     */
    @Test
    void aSelectionByTheValueItselfIsUndone() {
        int samples = 4000;
        int heldMean = 0;
        int heldMedian = 0;
        int heldDeviation = 0;
        double bias = 0;
        for (int s = 0; s < samples; s++) {
            var random = new CounterRandom(77_000 + s);
            double[] v = new double[1200];
            double[] w = new double[1200];
            int n = 0;
            for (int i = 0; n < v.length; i++) {
                double x = random.normal(i, 0);
                double p = 0.1 + 0.8 / (1 + Math.exp(-1.5 * x));
                if (random.uniform(i, 7) < p) {
                    v[n] = x;
                    w[n++] = 1 / p;
                }
            }
            Moments m = Moments.of(v, w, n);
            heldMean += Math.abs(m.mean()) < m.standardError() ? 1 : 0;
            heldDeviation += Math.abs(m.standardDeviation() - 1) < m.standardDeviationError() ? 1 : 0;
            bias += Moments.of(v, n).mean() / Moments.of(v, n).standardError() / samples;
            double[][] columns = {v, w};
            double[] all = MedianErrors.allProbabilities();
            var q = WeightedQuantiles.of(new Grouping.Everyone(), all, columns);
            double[][] probes = {
                Arrays.stream(MedianErrors.probabilities(q.effective()[0]))
                        .map(p -> q.values()[0][Arrays.binarySearch(all, p)])
                        .toArray()
            };
            var errors = MedianErrors.of(new Grouping.Everyone(), Weighting.BY_STAR, q, probes);
            double error = errors.error(errors.fold(errors.empty(), n, columns), 0, q.effective()[0]);
            heldMedian += Math.abs(q.values()[0][Arrays.binarySearch(all, 0.5)]) < error ? 1 : 0;
        }
        assertThat(bias).isGreaterThan(10);
        // Of 4000 samples two standard deviations are 1.5 in a hundred; errors of medians are a little wide by design.
        assertThat(100.0 * heldMean / samples).isBetween(66.5, 69.8);
        // w d^2 has long tails: of 1200 stars the error of the standard deviation is a little short.
        assertThat(100.0 * heldDeviation / samples).isBetween(64.4, 68.0);
        assertThat(100.0 * heldMedian / samples).isBetween(66.5, 74.0);
    }

    /** Drawn errors of a weighted distribution are those of its formulas. */
    @Test
    void drawnErrorsAgreeWithFormulas() {
        var random = new CounterRandom(5);
        double[] v = normals(4000, 6);
        double[] w = IntStream.range(0, v.length)
                .mapToDouble(i -> Math.exp(0.8 * random.normal(i, 3)))
                .toArray();
        Moments m = Moments.of(v, w, v.length);
        var bins = new HistogramByGroup(new Grouping.Everyone(), -6, 0.01, 1200);
        var counted = new WeightedHistogram(bins);
        BinWeights cells = counted.fold(counted.empty(), v.length, new double[][] {v, w});
        ShapeBootstrap.Errors e = new ShapeBootstrap(2000, 1).errors(cells, 0, -6, 0.01, 10, 0.2, PROBABILITIES, 0);
        assertThat(e.mean()).isEqualTo(m.standardError(), within(0.06 * m.standardError()));
        assertThat(e.standardDeviation())
                .isEqualTo(m.standardDeviationError(), within(0.08 * m.standardDeviationError()));
        assertThat(m.effective()).isLessThan(0.6 * v.length);
    }
}
