package org.cellarius.engine.sky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.cellarius.engine.SkyMatchSummary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeparationBinsTest {

    /** Two arcsec in a thousand bins; every match at {@code at} arcsec, and {@code far} of them at 1.5. */
    @ParameterizedTest
    @CsvSource({
        "0.015, 0, 0.002, 11", // 157 matches in one bin of 0.2
        "0.03, 0, 0.004, 11",
        "0.09, 3, 0.01, 11",
        "0.19, 0, 0.02, 11",
        "0.19, 20, 0.2, 10",
        "0.5, 0, 0.2, 10",
        "1.999, 0, 0.2, 10",
    })
    void binsAreAsFineAsTheMatchesLieClose(double at, int far, double width, int count) {
        long[] pairs = new long[1000];
        pairs[(int) (at * 500)] += 157 - far;
        pairs[750] += far;
        long[] met = new long[1000];
        Arrays.fill(met, 2);
        List<SkyMatchSummary.Bin> bins = SeparationBins.of(2, pairs, met, 0.5);
        assertThat(bins).hasSize(count);
        assertThat(bins.getFirst().toArcsec()).isCloseTo(width, within(1e-12));
        assertThat(bins.getLast().toArcsec()).isEqualTo(2);
        assertThat(bins.stream().mapToLong(SkyMatchSummary.Bin::pairs).sum()).isEqualTo(157);
        assertThat(bins.stream().mapToDouble(SkyMatchSummary.Bin::byChance).sum())
                .isCloseTo(1000, within(1e-9));
        for (int k = 1; k < count; k++) {
            assertThat(bins.get(k).fromArcsec()).isEqualTo(bins.get(k - 1).toArcsec());
        }
    }

    @ParameterizedTest
    @CsvSource("4")
    void withoutMatchesTheyGoToTheRadius(double radius) {
        assertThat(SeparationBins.of(radius, new long[1000], new long[1000], Double.NaN))
                .hasSize(10)
                .allMatch(b -> Double.isNaN(b.byChance()));
    }
}
