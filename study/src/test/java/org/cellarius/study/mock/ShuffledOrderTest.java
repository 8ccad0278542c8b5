package org.cellarius.study.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of shuffled files, step by step, beside a sort of all rows. */
class ShuffledOrderTest {

    private static Stream<Long> told(long rows) {
        PrimitiveIterator.OfLong numbers = ShuffledOrder.numbers(rows);
        Iterable<Long> all = () -> numbers;
        return StreamSupport.stream(all.spliterator(), false);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 8, 13, 40, 41, 1000, 20_500, 102_500, 1_000_003})
    void rowsComeInTheOrderOfTheirMultiples(long rows) {
        var sorted = LongStream.range(0, rows)
                .boxed()
                .sorted(Comparator.comparingLong(n -> n * 2_654_435_761L % (1L << 32)))
                .toList();
        assertThat(told(rows).toList()).isEqualTo(sorted);
    }

    /** More rows than are sorted here: the multiples rise, and a million of a hundred million are a hundredth of the way. */
    @Test
    void manyRowsComeInOrder() {
        PrimitiveIterator.OfLong numbers = ShuffledOrder.numbers(100_000_000);
        long before = -1;
        for (int k = 0; k < 1_000_000; k++) {
            long multiple = numbers.nextLong() * 2_654_435_761L % (1L << 32);
            if (multiple <= before) {
                throw new AssertionError("row " + k);
            }
            before = multiple;
        }
        assertThat(before / (double) (1L << 32)).isBetween(0.0099, 0.0101);
    }
}
