package org.cellarius.galaxy.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.frame.GalacticDirection;
import org.cellarius.galaxy.population.HealpixCells;
import org.cellarius.galaxy.random.CounterRandom;
import org.cellarius.galaxy.selection.CountedCells.Axis;
import org.cellarius.galaxy.selection.CountedCells.Row;
import org.cellarius.galaxy.selection.FieldFractions.Cohort;
import org.cellarius.galaxy.selection.SelectionKernel.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Selection functions against published models, counts whose truth is known, and what they do not cover. */
class SelectionKernelTest {

    private static StarStatus[] apply(SelectionKernel kernel, double[][] in, double[][] out) {
        var status = new StarStatus[in[0].length];
        kernel.apply(in[0].length, in, out, status);
        return status;
    }

    /** Numbers of gaiaunlimited 0.3.2 ({@code m10_to_completeness}), on both sides of the break in M10; the first, where it loses digits (0.99442), by the formula with 50 digits. */
    @ParameterizedTest
    @CsvSource({
        "18.0, 20.0, 0.9944197108273328",
        "20.0, 20.0, 0.5343751938846787",
        "20.6, 20.0, 0.004577557488130823",
        "20.5, 20.4, 0.421919871053572",
        "21.0, 20.8, 0.27381627382914375",
        "19.5, 18.7, 0.0004460541287018005",
        "15.0, 20.9, 1.0",
        "21.4, 21.1, 0.01444574991579961"
    })
    void completenessOfGaiaIsThatOfThePublishedModel(double g, double m10, double published) {
        assertThat(GaiaCompleteness.completeness(g, m10)).isEqualTo(published, within(1e-10));
    }

    /** Cells of several orders, as UNIQ maps have them: each place is looked up in the cell that holds it. */
    @Test
    void mapsOfSeveralOrdersAreLookedUp() {
        int[] order = {0, 1, 1, 2};
        long[] cell = {4, 0, 1, 8};
        double[] m10 = {20.0, 19.0, 18.0, 20.5};
        var map = GaiaCompleteness.of(order, cell, m10);
        var coarse = new HealpixCells(0);
        var middle = new HealpixCells(1);
        var fine = new HealpixCells(2);
        var random = new CounterRandom(3);
        double[] share = new double[2];
        int covered = 0;
        for (int i = 0; i < 4000; i++) {
            double ra = 360 * random.uniform(i, 0);
            double dec = Math.toDegrees(Math.asin(2 * random.uniform(i, 1) - 1));
            StarStatus status = map.of(ra, dec, new double[][] {{19.8}}, 0, 0, share);
            double expected = coarse.cell(ra, dec) == 4
                    ? 20.0
                    : middle.cell(ra, dec) == 0
                            ? 19.0
                            : middle.cell(ra, dec) == 1 ? 18.0 : fine.cell(ra, dec) == 8 ? 20.5 : Double.NaN;
            if (Double.isNaN(expected)) {
                assertThat(status).isEqualTo(StarStatus.NOT_COVERED);
            } else {
                covered++;
                assertThat(share[0]).isEqualTo(GaiaCompleteness.completeness(19.8, expected), within(1e-15));
            }
        }
        assertThat(covered).isGreaterThan(300);
        assertThatThrownBy(() -> GaiaCompleteness.of(new int[] {0, 1}, new long[] {4, 16}, new double[] {20, 20}))
                .hasMessageContaining("cover the same sky");
    }

    /** The mean of a flat prior's posterior, and its variance: of many simulated truths the errors hold 68 per cent. */
    @Test
    void countsGiveMeanAndErrorOfTheShare() {
        var random = new CounterRandom(8);
        int held = 0;
        double[] share = new double[2];
        for (int s = 0; s < 4000; s++) {
            double truth = random.uniform(s, 0);
            long n = 20L + s % 40;
            int trial = s;
            long k = IntStream.range(0, (int) n)
                    .filter(i -> random.uniform(trial, 10 + i) < truth)
                    .count();
            var cells = new CountedCells(new SkyPixels.Whole(), List.of(), List.of(new Row(0, List.of(), n, k)));
            assertThat(cells.of(0, 0, new double[0][], 0, 0, share)).isEqualTo(StarStatus.OK);
            held += Math.abs(share[0] - truth) < Math.sqrt(share[1]) ? 1 : 0;
        }
        // Two standard deviations of 4000 samples are 1.5 in a hundred.
        assertThat(held / 40.0).isBetween(65.5, 70.0);
        var one = new CountedCells(new SkyPixels.Whole(), List.of(), List.of(new Row(0, List.of(), 10, 3)));
        one.of(0, 0, new double[0][], 0, 0, share);
        assertThat(share[0]).isEqualTo(4.0 / 12, within(1e-15));
        assertThat(share[1]).isEqualTo(4.0 * 8 / (144 * 13), within(1e-15));
    }

    /** A product of shares has the variance of a product of independent Beta numbers: drawn here by ranks of uniform numbers. */
    @Test
    void theErrorOfAProductIsThatOfIndependentShares() {
        var first = new CountedCells(new SkyPixels.Whole(), List.of(), List.of(new Row(0, List.of(), 6, 2)));
        var second = new CountedCells(new SkyPixels.Whole(), List.of(), List.of(new Row(0, List.of(), 9, 8)));
        double[][] out = new double[4][1];
        var kernel = new SelectionKernel(List.of(new Named("a", first), new Named("b", second)));
        assertThat(apply(kernel, new double[][] {{10}, {20}}, out)).containsExactly(StarStatus.OK);
        var random = new CounterRandom(9);
        int n = 200_000;
        double mean = 0;
        double square = 0;
        for (int i = 0; i < n; i++) {
            double p = ranked(random, i, 7, 3, 0) * ranked(random, i, 10, 9, 20);
            mean += p / n;
            square += p * p / n;
        }
        assertThat(out[0][0]).isEqualTo(mean, within(0.002));
        assertThat(out[1][0]).isEqualTo(Math.sqrt(square - mean * mean), within(0.002));
        assertThat(out[2][0]).isEqualTo(3.0 / 8, within(1e-15));
        assertThat(out[3][0]).isEqualTo(9.0 / 11, within(1e-15));
        assertThat(kernel.outputs())
                .extracting(c -> c.name())
                .containsExactly("selection", "selection_error", "selection_a", "selection_b");
    }

    /** The k-th smallest of n uniform numbers is Beta(k, n + 1 - k). */
    private static double ranked(CounterRandom random, int star, int n, int k, int from) {
        double[] u = IntStream.range(0, n)
                .mapToDouble(i -> random.uniform(star, from + i))
                .sorted()
                .toArray();
        return u[k - 1];
    }

    @Test
    void binsAndCellsThatHaveNoCountsCoverNothing() {
        var axes = List.of(new Axis("g", 3, 5, 0.5), new Axis("colour", -1, 1, 1));
        var cells = new CountedCells(
                new SkyPixels.Icrs(new HealpixCells(0)),
                axes,
                List.of(new Row(4, List.of(1, 0), 10, 5), new Row(4, List.of(2, 1), 0, 0)));
        double ra = 0;
        double dec = 1;
        assertThat(new HealpixCells(0).cell(ra, dec)).isEqualTo(4);
        double[][] stars = {
            {3.6, 3.4, 4.1, 2.0, Double.NaN, 3.6}, {-0.5, -0.5, 0.5, -0.5, -0.5, 7},
        };
        double[] share = new double[2];
        List<StarStatus> found = IntStream.range(0, 6)
                .mapToObj(i -> cells.of(ra, dec, stars, 0, i, share))
                .toList();
        assertThat(found)
                .containsExactly(
                        StarStatus.OK,
                        StarStatus.NOT_COVERED,
                        StarStatus.NOT_COVERED,
                        StarStatus.NOT_COVERED,
                        StarStatus.SELECTION_UNKNOWN,
                        StarStatus.NOT_COVERED);
        assertThat(cells.of(90, 1, stars, 0, 0, share)).isEqualTo(StarStatus.NOT_COVERED);
        assertThat(cells.of(Double.NaN, 1, stars, 0, 0, share)).isEqualTo(StarStatus.SELECTION_UNKNOWN);
    }

    @Test
    void countsThatContradictThemselvesAreRefused() {
        assertThatThrownBy(() -> new Row(0, List.of(), 3, 4)).hasMessageContaining("4 of 3 stars are taken");
        assertThatThrownBy(() -> new CountedCells(
                        new SkyPixels.Whole(),
                        List.of(),
                        List.of(new Row(0, List.of(), 3, 1), new Row(0, List.of(), 3, 1))))
                .hasMessageContaining("two rows");
        assertThatThrownBy(
                        () -> new CountedCells(new SkyPixels.Whole(), List.of(), List.of(new Row(5, List.of(), 3, 1))))
                .hasMessageContaining("no cell 5");
        assertThatThrownBy(
                        () -> new CountedCells(new SkyPixels.Whole(), List.of(), List.of(new Row(0, List.of(), 0, 0))))
                .hasMessageContaining("no cell holds a star");
    }

    /** A star in two fields is taken where one of them takes it. */
    @Test
    void fieldsThatOverlapTakeAStarTogether() {
        var fields = new FieldFractions(List.of(
                new Cohort(100, 10, 1, 7, 12.2, 0.5, 999, 0.4, 0.9),
                new Cohort(100, 10, 1, 12.2, 12.8, 0.5, 0.8, 0.2, 0.5),
                new Cohort(100, 10, 1, 12.2, 12.8, 0.8, 999, 0.0, 1.0),
                new Cohort(101.2, 10, 1, 7, 12.2, 0.5, 999, 0.3, 1.0)));
        double[][] stars = {
            {11, 11, 12.5, 12.5, 13, 11, 11}, {0.7, 0.7, 0.7, 0.9, 0.7, Double.NaN, 0.3},
        };
        double[] share = new double[2];
        assertThat(fields.of(99.5, 10, stars, 0, 0, share)).isEqualTo(StarStatus.OK);
        assertThat(share[0]).isEqualTo(0.36, within(1e-15));
        assertThat(fields.of(100.6, 10, stars, 0, 1, share)).isEqualTo(StarStatus.OK);
        assertThat(share[0]).isEqualTo(1 - 0.64 * 0.7, within(1e-15));
        assertThat(fields.of(99.5, 10, stars, 0, 2, share)).isEqualTo(StarStatus.OK);
        assertThat(share[0]).isEqualTo(0.1, within(1e-15));
        assertThat(fields.of(99.5, 10, stars, 0, 3, share)).isEqualTo(StarStatus.NEVER_SELECTED);
        assertThat(fields.of(99.5, 10, stars, 0, 4, share)).isEqualTo(StarStatus.NEVER_SELECTED);
        assertThat(fields.of(99.5, 10, stars, 0, 5, share)).isEqualTo(StarStatus.SELECTION_UNKNOWN);
        assertThat(fields.of(99.5, 10, stars, 0, 6, share)).isEqualTo(StarStatus.NEVER_SELECTED);
        assertThat(fields.of(120, 10, stars, 0, 0, share)).isEqualTo(StarStatus.NOT_COVERED);
        assertThatThrownBy(() -> new Cohort(1, 1, 1, 7, 12, 0, 9, 1.2, 1)).hasMessageContaining("between 0 and 1");
    }

    /** As astropy 5.2 ({@code SkyCoord(ra, dec).galactic}). */
    @ParameterizedTest
    @CsvSource({
        "266.40498829, -28.93617776, 3.104612577334213e-09, -1.6476036583104573e-09",
        "10.0, 41.2, 120.61791939588527, -21.62035125522249",
        "200.3, -60.1, 306.63678714807423, 2.557481950777626"
    })
    void galacticDirections(double ra, double dec, double longitude, double latitude) {
        GalacticDirection found = GalacticDirection.ofIcrs(ra, dec);
        assertThat(found.longitudeDeg()).isEqualTo(longitude, within(1e-9));
        assertThat(found.latitudeDeg()).isEqualTo(latitude, within(1e-9));
        // At the pole the longitude means nothing.
        assertThat(GalacticDirection.ofIcrs(192.85948121, 27.12825118).latitudeDeg())
                .isEqualTo(89.99999680146067, within(1e-8));
    }
}
