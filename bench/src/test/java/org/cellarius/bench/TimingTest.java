package org.cellarius.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimingTest {

    @Test
    void oneSlowRepetitionDoesNotMoveTheMedian() {
        var timing = new Timing(List.of(2.0, 90.0, 1.0));
        assertThat(timing.medianSeconds()).isEqualTo(2.0);
        assertThat(timing.shown()).isEqualTo("2.00 (1.00–90.0)");
        assertThat(timing.millionRowsPerSecond(5_000_000)).isEqualTo("2.50");
    }

    @Test
    void ofAnEvenNumberTheSlowerOfTheMiddleOnesIsQuoted() {
        assertThat(new Timing(List.of(1.0, 3.0)).medianSeconds()).isEqualTo(3.0);
    }

    @Test
    void whatOneProcessWritesAnotherReads() {
        var timing = new Timing(List.of(0.1, 1e-9, 12.5));
        assertThat(Timing.read(timing.written())).isEqualTo(timing);
    }

    @Test
    void theWarmUpIsDoneButNotCounted() {
        int[] done = {0};
        Timing timing = Timing.ofWarm(2, () -> done[0]++);
        assertThat(done[0]).isEqualTo(3);
        assertThat(timing.seconds()).hasSize(2);
    }

    @Test
    void noRepetitionIsNoTiming() {
        assertThatThrownBy(() -> new Timing(List.of())).hasMessageContaining("at least one repetition");
    }
}
