package org.cellarius.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TicksTest {

    @Test
    void ticksOfATenthAreExactDecimals() {
        Ticks ticks = Ticks.of(0, 1, 6);
        assertThat(ticks.major()).containsExactly(0.0, 0.2, 0.4, 0.6, 0.8, 1.0);
        assertThat(ticks.labels()).containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
        assertThat(ticks.minor()).contains(0.05, 0.95).doesNotContain(0.2);
    }

    @Test
    void negativeLabelsCarryATrueMinusSign() {
        assertThat(Ticks.of(-1, 1, 5).labels()).containsExactly("\u22121.0", "\u22120.5", "0.0", "0.5", "1.0");
    }

    @Test
    void quartersKeepBothTheirDecimals() {
        assertThat(Ticks.of(0, 1, 5).labels()).containsExactly("0.00", "0.25", "0.50", "0.75", "1.00");
        assertThat(Ticks.of(-0.31, -0.11, 9).labels()).containsExactly("−0.30", "−0.25", "−0.20", "−0.15");
    }

    @Test
    void longNumbersShareAPowerOfTen() {
        Ticks large = Ticks.of(0, 300_000, 4);
        assertThat(large.exponent()).isEqualTo(3);
        assertThat(large.labels()).containsExactly("0", "100", "200", "300");
        Ticks small = Ticks.of(0, 4e-5, 5);
        assertThat(small.exponent()).isEqualTo(-6);
        assertThat(small.labels()).containsExactly("0", "10", "20", "30", "40");
    }

    @Test
    void aLimitThatIsAlmostOnATickCarriesIt() {
        assertThat(Ticks.of(0.1 + 0.2, 0.9, 7).major()).contains(0.3);
    }

    @Test
    void anyAxisHasRoundTicksInsideItsLimitsAndNotTooMany() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            double span = Math.pow(10, 12 * random.nextDouble() - 6);
            double min = (random.nextDouble() - 0.5) * 10 * span;
            int most = 2 + random.nextInt(9);
            Ticks ticks = Ticks.of(min, min + span, most);
            assertThat(ticks.major()).hasSizeLessThanOrEqualTo(most);
            assertThat(ticks.major()).allMatch(value -> value >= min - 1e-8 * span && value <= min + span * (1 + 1e-8));
            if (ticks.major().size() > 1) {
                double step = ticks.major().get(1) - ticks.major().get(0);
                double leading = step / Math.pow(10, Math.floor(Math.log10(step * (1 + 1e-6))));
                assertThat(leading)
                        .satisfiesAnyOf(
                                lead -> assertThat(lead).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-5)),
                                lead -> assertThat(lead).isCloseTo(2, org.assertj.core.data.Offset.offset(1e-5)),
                                lead -> assertThat(lead).isCloseTo(2.5, org.assertj.core.data.Offset.offset(1e-5)),
                                lead -> assertThat(lead).isCloseTo(5, org.assertj.core.data.Offset.offset(1e-5)));
            }
        }
    }
}
