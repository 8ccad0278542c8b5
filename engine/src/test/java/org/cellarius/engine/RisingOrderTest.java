package org.cellarius.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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
        assertThat(RisingOrder.of(key, rows)).isEqualTo(expected);
        assertThat(RisingOrder.of(key, new int[0])).isEmpty();
        assertThat(RisingOrder.of(key, new int[] {7})).containsExactly(7);
    }
}
