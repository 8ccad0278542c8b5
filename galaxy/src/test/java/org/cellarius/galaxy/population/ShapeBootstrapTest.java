package org.cellarius.galaxy.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.api.Test;

class ShapeBootstrapTest {

    private static final double[] MIDDLE = {0.16, 0.5, 0.84};

    private static ShapeBootstrap.Errors errors(double[] values, double bin, int draws, long seed) {
        Moments m = Moments.of(values, values.length);
        double bandwidth = KernelBandwidth.SCOTT1992.of((double) m.n(), m.standardDeviation());
        int perBin = ShapeBootstrap.cellsPerBin(bin, m.standardDeviation(), bandwidth);
        double lo = Math.floor(m.min() / bin) * bin;
        var cells = new HistogramByGroup(
                new Grouping.Everyone(), lo, bin / perBin, (int) Math.ceil((m.max() - lo) / bin + 1) * perBin);
        long[] counts = cells.fold(cells.empty(), values.length, new double[][] {values})[0];
        return new ShapeBootstrap(draws, seed)
                .errors(BinWeights.of(new long[][] {counts}), 0, lo, bin / perBin, perBin, bandwidth, MIDDLE, 0);
    }

    /** Of many normal values: s/sqrt(n), s/sqrt(2n), sqrt(6/n), sqrt(24/n), and sqrt(p(1-p)/n)/density for quantiles. */
    @Test
    void ofNormalValuesTheErrorsAreThoseOfTheTextbooks() {
        int n = 20_000;
        var random = new CounterRandom(11);
        double[] values = IntStream.range(0, n)
                .mapToDouble(i -> 3 + 2 * random.normal(i, 0))
                .toArray();
        ShapeBootstrap.Errors e = errors(values, 0.5, 2000, 5);
        double root = Math.sqrt((double) n);
        assertThat(e.mean()).isEqualTo(2 / root, within(0.08 * 2 / root));
        assertThat(e.standardDeviation()).isEqualTo(2 / Math.sqrt(2.0 * n), within(0.1 * 2 / Math.sqrt(2.0 * n)));
        assertThat(e.skewness()).isEqualTo(Math.sqrt(6.0 / n), within(0.12 * Math.sqrt(6.0 / n)));
        assertThat(e.excessKurtosis()).isEqualTo(Math.sqrt(24.0 / n), within(0.2 * Math.sqrt(24.0 / n)));
        double median = 2 * Math.sqrt(Math.PI / 2) / root;
        assertThat(e.quantiles()[1]).isEqualTo(median, within(0.15 * median));
        double low = 2 * Math.sqrt(0.16 * 0.84) / 0.2433 / root;
        assertThat(e.quantiles()[0]).isEqualTo(low, within(0.15 * low));
    }

    /** The twin: stars drawn one by one with replacement, their statistics of the drawn stars themselves. */
    @Test
    void ofAFewHundredSkewValuesTheyAreThoseOfStarsDrawnOneByOne() {
        var random = new CounterRandom(3);
        double[] values = IntStream.range(0, 300)
                .mapToDouble(i -> Math.exp(0.4 * random.normal(i, 0)))
                .toArray();
        ShapeBootstrap.Errors e = errors(values, 0.2, 1000, 9);
        assertClose(e.mean(), values, v -> Moments.of(v, v.length).mean());
        assertClose(e.standardDeviation(), values, v -> Moments.of(v, v.length).standardDeviation());
        assertClose(e.skewness(), values, v -> Moments.of(v, v.length).skewness());
        assertClose(e.excessKurtosis(), values, v -> Moments.of(v, v.length).excessKurtosis());
        assertClose(e.quantiles()[1], values, v -> sorted(v)[150]);
        assertClose(e.quantiles()[2], values, v -> sorted(v)[252]);
        Moments m = Moments.of(values, values.length);
        double bandwidth = KernelBandwidth.SCOTT1992.of((double) m.n(), m.standardDeviation());
        assertClose(
                e.modeOfKernels(),
                values,
                v -> IntStream.range(0, 400)
                        .mapToObj(k -> 0.4 + 0.005 * k)
                        .max((a, b) -> Double.compare(kernels(v, a, bandwidth), kernels(v, b, bandwidth)))
                        .orElseThrow());
        assertClose(e.modeOfBins(), values, v -> {
            int[] bins = new int[60];
            Arrays.stream(v).forEach(x -> bins[(int) (x / 0.2)]++);
            return 0.2 * (IntStream.range(0, 60).boxed().reduce(0, (a, b) -> bins[b] > bins[a] ? b : a) + 0.5);
        });
    }

    private static double kernels(double[] values, double at, double bandwidth) {
        return Arrays.stream(values)
                .map(v -> Math.exp(-0.5 * Math.pow((v - at) / bandwidth, 2)))
                .sum();
    }

    private static double[] sorted(double[] values) {
        double[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }

    /** Two estimates of one error, each of so many draws: a fifth apart at most. */
    private static void assertClose(double error, double[] values, ToDoubleFunction<double[]> statistic) {
        var random = new SplittableRandom(17);
        double[] found = IntStream.range(0, 600)
                .mapToDouble(draw -> statistic.applyAsDouble(random.ints(values.length, 0, values.length)
                        .mapToDouble(i -> values[i])
                        .toArray()))
                .toArray();
        double twin = Moments.of(found, found.length).standardDeviation();
        assertThat(error).isEqualTo(twin, within(0.2 * twin));
    }

    @Test
    void countsAreDrawnWithThePoissonsMeanAndVariance() {
        for (long mean : new long[] {1, 4, 30, 31, 1000}) {
            double[] drawn = IntStream.range(0, 20_000)
                    .mapToDouble(d -> new CounterRandom(2).poisson((double) mean, 7, d))
                    .toArray();
            Moments m = Moments.of(drawn, drawn.length);
            assertThat(m.mean()).isEqualTo((double) mean, within(4 * Math.sqrt(mean / 20_000.0)));
            assertThat(m.standardDeviation() * m.standardDeviation() / mean).isEqualTo(1, within(0.06));
            assertThat(m.skewness()).isEqualTo(1 / Math.sqrt((double) mean), within(0.09));
        }
    }

    /** Of 400 samples the truth lies within one error in 68 per cent, known to 2.3: four of those are allowed. */
    @Test
    void theTruthLiesWithinOneErrorAsOftenAsItShould() {
        int[] held = new int[4];
        for (int sample = 0; sample < 400; sample++) {
            var random = new CounterRandom(1000 + sample);
            double[] values = IntStream.range(0, 400)
                    .mapToDouble(i -> random.normal(i, 0))
                    .toArray();
            Moments m = Moments.of(values, values.length);
            ShapeBootstrap.Errors e = errors(values, 0.25, 100, sample);
            held[0] += Math.abs(m.mean()) < e.mean() ? 1 : 0;
            held[1] += Math.abs(m.standardDeviation() - 1) < e.standardDeviation() ? 1 : 0;
            held[2] += Math.abs(m.skewness()) < e.skewness() ? 1 : 0;
            held[3] += Math.abs(sorted(values)[335] - 0.99446) < e.quantiles()[2] ? 1 : 0;
        }
        for (int k = 0; k < held.length; k++) {
            assertThat(held[k] / 400.0).as("statistic " + k).isEqualTo(0.683, within(0.093));
        }
    }

    @Test
    void aConstantHasNoScatterAndASeedGivesTheSameNumbers() {
        double[] constant = new double[50];
        ShapeBootstrap.Errors e = errors(constant, 0.1, 50, 1);
        assertThat(e.mean()).isZero();
        assertThat(e.modeOfKernels()).isZero();
        assertThat(e.modeOfBins()).isZero();
        assertThat(e.skewness()).isNaN();
        double[] few = {0.1, 0.4, 0.2, 0.9, 0.3, 0.35, 0.5};
        assertThat(errors(few, 0.1, 50, 1).mean())
                .isEqualTo(errors(few, 0.1, 50, 1).mean());
        assertThat(errors(few, 0.1, 50, 1).mean())
                .isNotEqualTo(errors(few, 0.1, 50, 2).mean());
        assertThatThrownBy(() -> new ShapeBootstrap(1, 1)).hasMessageContaining("two draws");
    }
}
