package org.cellarius.galaxy.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines of stars that come one by one in the order of x, beside those of the same stars in memory. */
class LineInOrderTest {

    private static final int STARS = 20_000;

    static List<LineEstimator> lines() {
        return List.of(
                new RunningMedianLine(200, 0.5, Optional.empty()),
                new RunningMedianLine(150, 0, Optional.of(7.0)),
                new RunningMedianLine(30_000, 0.5, Optional.empty()),
                new BinnedMedianLine(0.06, 20, BinWeighting.UNWEIGHTED),
                new BinnedMedianLine(0.06, 3, BinWeighting.BY_ERROR));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void areTheSame(LineEstimator line) {
        var random = new CounterRandom(11);
        double[] x = new double[STARS];
        double[] y = new double[STARS];
        for (int i = 0; i < STARS; i++) {
            x[i] = 8 + 2 * random.normal(i, 0);
            y[i] = i % 97 == 0 ? Double.NaN : 0.3 - 0.06 * x[i] + 0.2 * random.normal(i, 1);
        }
        FittedLine held = line.fit(LineStars.of(x, y));
        LineInOrder passing = line.inOrder().orElseThrow();
        long[] missing = {0};
        IntStream.range(0, STARS)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> x[i]))
                .forEachOrdered(i -> {
                    if (Double.isNaN(y[i])) {
                        missing[0]++;
                    } else {
                        passing.add(x[i], y[i]);
                    }
                });
        FittedLine passed = passing.line(missing[0]);
        assertThat(passed.status()).isEqualTo(held.status());
        assertThat(passed.n()).isEqualTo(held.n());
        assertThat(passed.warnings()).isEqualTo(held.warnings());
        assertThat(numbers(passed)).containsExactly(numbers(held), org.assertj.core.data.Offset.offset(1e-12));
    }

    private static double[] numbers(FittedLine line) {
        return Arrays.stream(new double[][] {
                    line.estimates().stream()
                            .flatMapToDouble(e -> Arrays.stream(new double[] {e.value(), e.sd()}))
                            .toArray(),
                    line.through().x(),
                    line.through().y()
                })
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }
}
