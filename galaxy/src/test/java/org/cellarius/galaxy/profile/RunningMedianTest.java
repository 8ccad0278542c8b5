package org.cellarius.galaxy.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.cellarius.galaxy.GoldenTable;
import org.cellarius.galaxy.population.Quantiles;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunningMedianTest {

    @Test
    void runningMediansOfImigsRecipeEqualNumpy() {
        Assumptions.assumeTrue(
                GoldenTable.has("stats_running_median.csv"),
                "golden table stats_running_median.csv is not beside this checkout");
        var stars = GoldenTable.read("stats_sample.csv");
        var golden = GoldenTable.read("stats_running_median.csv");
        double[] r = stars.column("R");
        double[] z = stars.column("Z");
        double[] feH = stars.column("feh");
        double[] lows = golden.column("absZ_lo");
        double[] highs = golden.column("absZ_hi");
        List<RunningWindow> ours = new ArrayList<>();
        double done = -1;
        for (int row = 0; row < lows.length; row++) {
            if (lows[row] != done) {
                double lo = lows[row];
                double hi = highs[row];
                done = lo;
                var running = new RunningMedian(200, 0.5, ours::add);
                IntStream.range(0, r.length)
                        .filter(i -> Math.abs(z[i]) >= lo && Math.abs(z[i]) < hi)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> r[i]))
                        .forEach(i -> running.add(r[i], feH[i]));
            }
        }
        assertThat(ours).hasSameSizeAs(golden.rows());
        for (int k = 0; k < ours.size(); k++) {
            RunningWindow w = ours.get(k);
            assertThat(w.firstIndex()).isEqualTo((long) golden.column("first_index")[k]);
            assertThat(w.xMedian()).isCloseTo(golden.column("R_median")[k], within(1e-12));
            assertThat(w.xMean()).isCloseTo(golden.column("R_mean")[k], within(1e-12));
            assertThat(w.yMedian()).isCloseTo(golden.column("feh_median")[k], within(1e-13));
            assertThat(w.yMean()).isCloseTo(golden.column("feh_mean")[k], within(1e-13));
            assertThat(w.yStandardDeviation()).isCloseTo(golden.column("feh_std_ddof1")[k], within(1e-13));
            assertThat(w.yP25()).isCloseTo(golden.column("feh_p25")[k], within(1e-13));
            assertThat(w.yP75()).isCloseTo(golden.column("feh_p75")[k], within(1e-13));
        }
    }

    @Test
    void theIncompleteLastWindowIsDropped() {
        List<RunningWindow> windows = new ArrayList<>();
        var running = new RunningMedian(4, 0.5, windows::add);
        IntStream.range(0, 9).forEach(i -> running.add(i, 10 * i));
        assertThat(windows).extracting(RunningWindow::firstIndex).containsExactly(0L, 2L, 4L);
        assertThat(windows).extracting(RunningWindow::yMedian).containsExactly(15.0, 35.0, 55.0);
    }

    /** Windows that share half, and others, beside each window sorted by itself. */
    @ParameterizedTest
    @CsvSource({"20, 0.5", "20, 0.75", "21, 0.5", "20, 0", "2, 0.5"})
    void eachWindowIsThatOfItsStars(int window, double overlap) {
        var random = new Random(8);
        double[] y = random.doubles(1000)
                .map(v -> v < 0.3 ? Math.rint(10 * v) : v < 0.35 ? -0.0 : v)
                .toArray();
        List<RunningWindow> windows = new ArrayList<>();
        var running = new RunningMedian(window, overlap, windows::add);
        IntStream.range(0, y.length).forEach(i -> running.add(i, y[i]));
        assertThat(windows).hasSizeGreaterThan(40);
        for (RunningWindow w : windows) {
            double[] own = Arrays.copyOfRange(y, (int) w.firstIndex(), (int) w.firstIndex() + window);
            Arrays.sort(own);
            assertThat(w.yMedian()).isEqualTo(Quantiles.ofSorted(own, 0.5));
            assertThat(w.yP25()).isEqualTo(Quantiles.ofSorted(own, 0.25));
            assertThat(w.yP75()).isEqualTo(Quantiles.ofSorted(own, 0.75));
        }
    }

    @Test
    void unsortedStarsAndSillyWindowsAreRefused() {
        var running = new RunningMedian(4, 0.5, w -> {});
        running.add(1, 0);
        assertThatThrownBy(() -> running.add(0.5, 0)).hasMessageContaining("sorted");
        assertThatThrownBy(() -> new RunningMedian(1, 0.5, w -> {})).hasMessageContaining("at least 2");
        assertThatThrownBy(() -> new RunningMedian(10, 1, w -> {})).hasMessageContaining("[0, 1)");
    }
}
