package org.cellarius.galaxy.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RisingRowsTest {

    /** Java's own stable sort as the twin: many numbers are equal, some infinite, zeros of both signs are one. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 17, 5000, 100_001})
    void rowsRiseAndEqualOnesKeepTheirOrder(int rows) {
        double[] number = new Random(rows)
                .doubles(rows)
                .map(v -> v < 0.3 ? Math.rint(20 * v) - 3 : v < 0.4 ? Math.copySign(0, v - 0.35) : 1e3 * (v - 0.6))
                .map(v -> v > 399 ? Double.POSITIVE_INFINITY : v < -199 ? Double.NEGATIVE_INFINITY : v)
                .toArray();
        int[] expected = IntStream.range(0, rows)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> number[i] + 0.0))
                .mapToInt(Integer::intValue)
                .toArray();
        assertThat(RisingRows.of(number)).isEqualTo(expected);
    }

    @Test
    void theNumbersStayAsTheyAre() {
        double[] number = {3, 1, 2};
        RisingRows.of(number);
        assertThat(number).containsExactly(3, 1, 2);
    }
}
