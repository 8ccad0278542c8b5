package org.cellarius.galaxy.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.cellarius.galaxy.fit.BinWeighting;
import org.cellarius.galaxy.fit.BinnedMedianLine;
import org.cellarius.galaxy.fit.LineStars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Edges are the decimals that people write, and a star on an edge lies in the bin that begins there. */
class EvenStepsTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.2, 0.05, 0.06, 0.3, 0.7, 0.025, 0.001, 1.1, 2.5, 3, 20, 1e-7, 1e5})
    void multiplesAreWhatDecimalArithmeticGives(double step) {
        var steps = EvenSteps.multiplesOf(step);
        for (int k = -3000; k <= 3000; k++) {
            BigDecimal exact = BigDecimal.valueOf(step).multiply(BigDecimal.valueOf(k));
            assertThat(steps.at(k)).isEqualTo(exact.doubleValue());
            assertThat(steps.at(k + 0.5))
                    .isEqualTo(exact.add(BigDecimal.valueOf(step).multiply(new BigDecimal("0.5")))
                            .doubleValue());
            assertThat(steps.indexOf(steps.at(k))).isEqualTo(k);
            assertThat(steps.indexOf(Math.nextDown(steps.at(k)))).isEqualTo(k - 1);
        }
    }

    @Test
    void stepsFromAStartToo() {
        assertThat(EvenSteps.of(-0.7, 0.1).at(1)).isEqualTo(-0.6);
        assertThat(EvenSteps.of(0.35, 0.05).at(9)).isEqualTo(0.8);
        assertThat(EvenSteps.from(0.4, 0.6).at(-2)).isZero();
        assertThat(EvenSteps.from(0.4, 0.6).at(1)).isEqualTo(0.6);
        assertThat(EvenSteps.multiplesOf(0.2).at(-3)).isEqualTo(-0.6);
    }

    /** A third is no short decimal: the usual arithmetic, edges and members agreeing. */
    @ParameterizedTest
    @ValueSource(doubles = {1.0 / 3, Math.PI, 1e-300, 7.123456789012345e20, 0.1234567890123456})
    void ofOtherStepsEdgesAndMembersAgree(double step) {
        var steps = EvenSteps.multiplesOf(step);
        for (int k = -500; k < 500; k++) {
            assertThat(steps.at(k)).isCloseTo(k * step, org.assertj.core.api.Assertions.within(Math.ulp(k * step)));
            assertThat(steps.indexOf(steps.at(k))).isEqualTo(k);
            assertThat(steps.indexOf(Math.nextDown(steps.at(k)))).isEqualTo(k - 1);
        }
        assertThat(steps.indexOf(Double.NaN)).isNaN();
    }

    /** Rounded catalogues: metallicities of two decimals. */
    @Test
    void aStarOnAnEdgeIsInTheBinThatBeginsThere() {
        var histogram = new HistogramByGroup(new Grouping.Everyone(), -1, 0.1, 20);
        double[] rounded = new double[200];
        for (int i = 0; i < 200; i++) {
            rounded[i] = new BigDecimal(i - 100).movePointLeft(2).doubleValue();
        }
        long[] counts = histogram.fold(histogram.empty(), 200, new double[][] {rounded})[0];
        assertThat(counts).containsOnly(10L);
        assertThat(histogram.edges()).contains(-0.6, -0.3, 0.3, 0.7);
        assertThat(histogram.centre(4)).isEqualTo(-0.55);

        var cells = new RectangularCells(0.1, -10, 20, 0, 1);
        double[] zero = new double[200];
        int[] members = new int[20];
        for (int i = 0; i < 200; i++) {
            members[cells.groupOf(new double[][] {rounded, zero}, 0, i)]++;
        }
        assertThat(members).containsOnly(10);
        assertThat(cells.lowX(4)).isEqualTo(-0.6);
        assertThat(cells.highX(12)).isEqualTo(0.3);
        assertThat(Grouping.Slices.regular(-1, 0.1, 20).edges()).containsAll(List.of(-0.6, 0.3, 0.6));
    }

    /** Random stars: in the bin whose edges hold them, or in none. */
    @Test
    void everyStarLiesBetweenTheEdgesOfItsBin() {
        var random = new Random(3);
        var bins = new EvenBins(EvenSteps.multiplesOf(0.3), -7, 15);
        for (int i = 0; i < 20_000; i++) {
            double v = i % 2 == 0 ? 8 * random.nextDouble() - 4 : 0.1 * random.nextInt(-40, 40);
            int bin = bins.of(v);
            if (bin < 0) {
                assertThat(v < bins.edge(0) || v >= bins.edge(15)).isTrue();
            } else {
                assertThat(v).isGreaterThanOrEqualTo(bins.edge(bin)).isLessThan(bins.edge(bin + 1));
            }
        }
        for (double none : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1e300, 2.4, -2.1000001}) {
            assertThat(bins.of(none)).isEqualTo(-1);
        }
        assertThat(bins.of(-2.1)).isZero();
        assertThat(bins.of(Math.nextDown(2.4))).isEqualTo(14);
    }

    /** Medians of stars at 0.6, 0.8, ... each in its own bin of 0.2, whose centre is 0.1 further. */
    @Test
    void theLineThroughMediansOfBinsHasThemAllApart() {
        double[] x = {0.6, 0.6, 0.8, 0.8, 1.0, 1.0, 1.2, 1.2, 1.4, 1.4};
        double[] y = new double[10];
        for (int i = 0; i < 10; i++) {
            y[i] = 2 * x[i];
        }
        var line = new BinnedMedianLine(0.2, 2, BinWeighting.UNWEIGHTED).fit(LineStars.of(x, y));
        assertThat(line.measures()).containsEntry("bins", 5.0);
        assertThat(line.estimates().getFirst().value()).isCloseTo(2, org.assertj.core.api.Assertions.within(1e-12));
        assertThat(line.estimates().get(1).value()).isCloseTo(-0.2, org.assertj.core.api.Assertions.within(1e-12));
    }
}
