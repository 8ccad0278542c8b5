package org.cellarius.galaxy.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.cellarius.galaxy.GoldenTable;
import org.cellarius.galaxy.column.Partial;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsTest {

    private static final double[] HALF = {0.5};

    @Test
    void metallicityDistributionsEqualScipy() {
        Assumptions.assumeTrue(
                GoldenTable.has("stats_mdf.csv"), "golden table stats_mdf.csv is not beside this checkout");
        var stars = GoldenTable.read("stats_sample.csv");
        var golden = GoldenTable.read("stats_mdf.csv");
        double[] r = stars.column("R");
        double[] z = stars.column("Z");
        double[] feH = stars.column("feh");
        int[] plane =
                IntStream.range(0, r.length).filter(i -> Math.abs(z[i]) < 0.5).toArray();
        double[][] in = {pick(feH, plane), pick(r, plane)};
        var slices = Grouping.Slices.regular(0, 1, 16);
        Moments[] moments = fold(new MomentsByGroup(slices), in, 1000);
        double[] p = {0.05, 0.16, 0.25, 0.50, 0.75, 0.84, 0.95};
        QuantilesByGroup quantiles = quantiles(slices, p, in, 1000);
        LinearBinsByGroup bins = KernelDensityMode.bins(slices, moments);
        double[][] nodes = fold(bins, in, 1000);
        var histogram = new HistogramByGroup(slices, -2, 0.05, 60);
        long[][] counts = fold(histogram, in, 1000);

        for (int row = 0; row < golden.rows().size(); row++) {
            int g = (int) golden.column("R_lo")[row];
            Moments m = moments[g];
            assertThat(m.n()).isEqualTo((long) golden.column("n")[row]);
            assertThat(m.mean()).isCloseTo(golden.column("mean")[row], within(1e-12));
            assertThat(m.populationStandardDeviation()).isCloseTo(golden.column("sigma_ddof0")[row], within(1e-12));
            assertThat(m.standardDeviation()).isCloseTo(golden.column("sigma_ddof1")[row], within(1e-12));
            assertThat(m.skewness()).isCloseTo(golden.column("skewness_g1")[row], within(1e-10));
            assertThat(m.correctedSkewness()).isCloseTo(golden.column("skewness_G1")[row], within(1e-10));
            assertThat(m.excessKurtosis()).isCloseTo(golden.column("kurtosis_excess_g2")[row], within(1e-10));
            String[] names = {"p5", "p16", "p25", "p50", "p75", "p84", "p95"};
            for (int q = 0; q < p.length; q++) {
                assertThat(quantiles.values()[g][q]).isCloseTo(golden.column(names[q])[row], within(1e-13));
            }
            int fullest = 0;
            for (int k = 1; k < 60; k++) {
                fullest = counts[g][k] > counts[g][fullest] ? k : fullest;
            }
            assertThat(-2 + (fullest + 0.5) * 0.05).isCloseTo(golden.column("mode_hist")[row], within(1e-12));
            assertThat(counts[g][fullest]).isEqualTo((long) golden.column("mode_hist_count")[row]);

            double bandwidth = KernelDensityMode.scottBandwidth(m.n(), m.standardDeviation());
            assertThat(bandwidth).isCloseTo(golden.column("kde_bandwidth")[row], within(1e-12));
            assertThat(KernelDensityMode.of(nodes[g], bins.lo()[g], bins.spacing()[g]))
                    .isCloseTo(golden.column("mode_kde")[row], within(1e-7));
        }
    }

    @Test
    void medianMapEqualsPandas() {
        Assumptions.assumeTrue(
                GoldenTable.has("stats_map_xy.csv"), "golden table stats_map_xy.csv is not beside this checkout");
        var stars = GoldenTable.read("stats_sample.csv");
        var golden = GoldenTable.read("stats_map_xy.csv");
        double[] z = stars.column("Z");
        int[] plane =
                IntStream.range(0, z.length).filter(i -> Math.abs(z[i]) < 0.3).toArray();
        double[][] in = {
            pick(stars.column("feh"), plane), pick(stars.column("X"), plane), pick(stars.column("Y"), plane)
        };
        double[][] ages = {pick(stars.column("age"), plane), in[1], in[2]};
        var cells = RectangularCells.covering(0.5, 0.5, -20, 20, -20, 20);
        QuantilesByGroup medians = quantiles(cells, HALF, in, 700);
        QuantilesByGroup medianAges = quantiles(cells, HALF, ages, 700);
        Moments[] moments = fold(new MomentsByGroup(cells), in, 700);

        int occupied = 0;
        for (int g = 0; g < cells.groups(); g++) {
            if (moments[g].n() > 0) {
                int row = occupied++;
                assertThat(cells.lowX(g)).isEqualTo(golden.column("X_lo")[row]);
                assertThat(cells.lowY(g)).isEqualTo(golden.column("Y_lo")[row]);
                assertThat(moments[g].n()).isEqualTo((long) golden.column("n")[row]);
                assertThat(medians.values()[g][0]).isCloseTo(golden.column("feh_median")[row], within(1e-13));
                assertThat(moments[g].mean()).isCloseTo(golden.column("feh_mean")[row], within(1e-13));
                assertThat(medianAges.values()[g][0]).isCloseTo(golden.column("age_median")[row], within(1e-12));
            }
        }
        assertThat(occupied).isEqualTo(golden.rows().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"normal", "rounded", "constant", "heavy tails", "two values"})
    void refinedQuantilesEqualSortedOnesForAnyDistribution(String kind) {
        var random = new CounterRandom(11);
        int n = 20_001;
        double[] v = IntStream.range(0, n)
                .mapToDouble(i -> switch (kind) {
                    case "normal" -> random.normal(i, 0);
                    case "rounded" -> Math.rint(random.normal(i, 0) * 10) / 10;
                    case "constant" -> -0.3;
                    case "heavy tails" -> Math.tan(Math.PI * (random.uniform(i, 0) - 0.5));
                    case "two values" -> i % 3 == 0 ? 1e-300 : 1e300;
                    default -> throw new AssertionError(kind);
                })
                .toArray();
        double[] p = {0, 0.001, 0.16, 0.5, 0.84, 0.999, 1};
        double[] sorted = v.clone();
        Arrays.sort(sorted);
        QuantilesByGroup q = quantiles(new Grouping.Everyone(), p, new double[][] {v}, 999);
        for (int k = 0; k < p.length; k++) {
            assertThat(q.values()[0][k]).as("quantile %s", p[k]).isEqualTo(Quantiles.ofSorted(sorted, p[k]));
        }
    }

    @Test
    void quantilesOfManyStarsAreExactAlthoughTheyAreNotHeldInMemory() {
        // More stars than a collecting pass may hold: two rounds of refinement are needed.
        var random = new CounterRandom(3);
        int n = 6_000_000;
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            // 9 in 10 stars lie within a thousandth of the range.
            v[i] = random.uniform(i, 0) < 0.9 ? random.uniform(i, 1) * 1e-3 : random.uniform(i, 1);
        }
        QuantilesByGroup q = quantiles(new Grouping.Everyone(), new double[] {0.5, 0.95}, new double[][] {v}, 4096);
        Arrays.sort(v);
        assertThat(q.values()[0][0]).isEqualTo(Quantiles.ofSorted(v, 0.5));
        assertThat(q.values()[0][1]).isEqualTo(Quantiles.ofSorted(v, 0.95));
    }

    @Test
    void anEmptyGroupHasNoMedianAndAMissingValueIsNoStar() {
        double[][] in = {{1, Double.NaN, 3}, {0.5, 0.5, 0.5}};
        QuantilesByGroup q = quantiles(new Grouping.Slices(List.of(0.0, 1.0, 2.0)), HALF, in, 2);
        assertThat(q.values()[0][0]).isEqualTo(2);
        assertThat(q.counts()).containsExactly(2, 0);
        assertThat(q.values()[1][0]).isNaN();
    }

    @Test
    void impossibleGroupsAreRefusedWithTheReason() {
        assertThatThrownBy(() -> new Grouping.Slices(List.of(1.0))).hasMessageContaining("at least two edges");
        assertThatThrownBy(() -> new Grouping.Slices(List.of(1.0, 1.0))).hasMessageContaining("edges must rise");
        assertThatThrownBy(() -> RectangularCells.covering(0, 0, 0, 1, 0, 1)).hasMessageContaining("must be positive");
        assertThatThrownBy(() -> RectangularCells.covering(1e-6, 1e-6, 0, 100, 0, 100))
                .hasMessageContaining("larger cells");
    }

    private static double[] pick(double[] v, int[] rows) {
        return IntStream.of(rows).mapToDouble(i -> v[i]).toArray();
    }

    private static <S> S fold(Partial<S> partial, double[][] in, int block) {
        S left = partial.empty();
        S right = partial.empty();
        int n = in[0].length;
        for (int from = 0, k = 0; from < n; from += block, k++) {
            int to = Math.min(n, from + block);
            double[][] cut = new double[in.length][];
            for (int c = 0; c < in.length; c++) {
                cut[c] = Arrays.copyOfRange(in[c], from, to);
            }
            if (k % 3 == 0) {
                left = partial.fold(left, to - from, cut);
            } else {
                right = partial.fold(right, to - from, cut);
            }
        }
        return partial.merge(left, right);
    }

    private static QuantilesByGroup quantiles(Grouping grouping, double[] p, double[][] in, int block) {
        double min = DoubleStream.of(in[0]).filter(Double::isFinite).min().orElseThrow();
        double max = DoubleStream.of(in[0]).filter(Double::isFinite).max().orElseThrow();
        QuantileStep step = QuantilePass.first(grouping, p, min, max);
        while (true) {
            switch (step) {
                case QuantilePass pass -> step = pass.after(fold(pass, in, block));
                case QuantilesByGroup done -> {
                    return done;
                }
            }
        }
    }
}
