package org.cellarius.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.cellarius.galaxy.column.Tasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RisingOrderTest {

    /** Java's own stable sort as the twin; zeros of both signs are one number, missing ones come last. */
    @Test
    void rowsRiseAndEqualOnesKeepTheirOrder() {
        var random = new Random(5);
        double[] key = random.doubles(100_000)
                .map(v -> v < 0.3 ? Math.rint(20 * v) - 3 : v < 0.9 ? 1e300 * (v - 0.6) : (v - 0.95) * 1e-300)
                .toArray();
        double[] odd = {
            0.0, -0.0, 0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, -0.0
        };
        System.arraycopy(odd, 0, key, 500, odd.length);
        int[] rows = IntStream.range(0, key.length).filter(i -> i % 3 != 1).toArray();
        int[] expected = IntStream.of(rows)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> key[i] + 0.0))
                .mapToInt(Integer::intValue)
                .toArray();
        assertThat(RisingOrder.of(key, rows, new ThreadTasks(2))).isEqualTo(expected);
        assertThat(RisingOrder.of(key, new int[0], Tasks.IN_TURN)).isEmpty();
        assertThat(RisingOrder.of(key, new int[] {7}, Tasks.IN_TURN)).containsExactly(7);
    }

    /** Radii as stars have them, some of them equal, some missing, in several parts; and one far off, which leaves all others in few steps. */
    @ParameterizedTest
    @ValueSource(doubles = {16, 1e5, 1e9, 1e300})
    void evenStepsGiveTheSame(double farthest) {
        var random = new Random(6);
        double[] key = random.doubles(300_000)
                .map(v -> v < 0.2 ? Math.rint(1000 * v) / 100 : v < 0.21 ? Double.NaN : 8 + v)
                .toArray();
        key[77_777] = farthest;
        int[] rows = IntStream.range(0, key.length).toArray();
        int[] expected = IntStream.of(rows)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> key[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        assertThat(RisingOrder.of(key, rows, new ThreadTasks(2))).isEqualTo(expected);
    }
}
