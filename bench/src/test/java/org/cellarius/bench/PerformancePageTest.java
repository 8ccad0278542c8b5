package org.cellarius.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PerformancePageTest {

    @Test
    void keepsWhatWasWrittenByHand() {
        String hand = """
                <!-- bench/run keeps what stands between here -->
                ## Large sizes
                1 | 2
                <!-- and here -->
                """;
        String first = PerformancePage.of(
                Machine.here(),
                true,
                PerformancePage.writtenByHand("last year\n" + hand + "last year"),
                List.of("this year"),
                List.of());
        assertThat(first).contains(hand).contains("this year").doesNotContain("last year");
        assertThat(PerformancePage.writtenByHand(first)).isEqualTo(hand + "\n");
        assertThat(PerformancePage.writtenByHand("nothing")).isEmpty();
    }
}
