package org.cellarius.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpeedAtAccuracyTest {

    private final SpeedAtAccuracy measured = new SpeedAtAccuracy(List.of(
            new SpeedAtAccuracy.Point(1e-2, 400),
            new SpeedAtAccuracy.Point(1e-4, 100),
            new SpeedAtAccuracy.Point(1e-6, 25)));

    @Test
    void liesOnTheLineThroughTheLogarithms() {
        assertThat(measured.perSecondAt(1e-3).orElseThrow()).isCloseTo(200, within(1e-9));
        assertThat(measured.perSecondAt(1e-4).orElseThrow()).isCloseTo(100, within(1e-9));
        assertThat(measured.perSecondAt(1e-5).orElseThrow()).isCloseTo(50, within(1e-9));
    }

    @Test
    void saysNothingBeyondTheMeasurements() {
        assertThat(measured.perSecondAt(2e-2)).isEmpty();
        assertThat(measured.perSecondAt(1e-7)).isEmpty();
    }

    @Test
    void errorsAreThoseOfStarsThatHaveBoth() {
        var errors = RelativeErrors.of(new double[] {1.1, Double.NaN, 2}, new double[] {1, 1, 2});
        assertThat(errors.sorted()).hasSize(2);
        assertThat(errors.largest()).isCloseTo(0.1, within(1e-12));
    }
}
