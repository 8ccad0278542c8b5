package org.cellarius.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class AxisTest {

    @Test
    void limitsThatAreNotFiniteAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Axis.of("R", "kpc", Double.NaN, 1))
                .withMessageContaining("axis 'R' (kpc)")
                .withMessageContaining("min = NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Axis.of("R", "kpc", 0, Double.POSITIVE_INFINITY))
                .withMessageContaining("max = Infinity");
    }

    @Test
    void limitsInTheWrongOrderAreRefusedWithTheRemedy() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Axis.of("age", "Gyr", 13, 0))
                .withMessageContaining("reversed");
    }

    @Test
    void equalLimitsAreWidenedAboutTheValue() {
        Axis axis = Axis.of("R", "kpc", 8, 8);
        assertThat(axis.min()).isLessThan(8);
        assertThat(axis.max()).isGreaterThan(8);
        assertThat(axis.fraction(8)).isEqualTo(0.5);
    }

    @Test
    void coveringSkipsMissingValuesAndPadsBothEnds() {
        Axis axis = Axis.covering("x", "", DoubleStream.of(Double.NaN, 2, 4, Double.NEGATIVE_INFINITY), 0.05);
        assertThat(axis.min()).isEqualTo(1.9);
        assertThat(axis.max()).isEqualTo(4.1);
    }

    @Test
    void coveringNothingGivesAnAxisAllTheSame() {
        assertThat(Axis.covering("x", "", new double[] {Double.NaN}, 0.1)).isEqualTo(Axis.of("x", "", 0, 1));
    }

    @Test
    void aReversedAxisStartsAtItsMaximum() {
        Axis axis = Axis.of("age", "Gyr", 0, 10).inReverse();
        assertThat(axis.fraction(10)).isZero();
        assertThat(axis.fraction(2.5)).isEqualTo(0.75);
    }
}
