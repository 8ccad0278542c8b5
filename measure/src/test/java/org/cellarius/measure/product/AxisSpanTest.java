package org.cellarius.measure.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AxisSpanTest {

    private static final double[] TEN = {7.1, 7.6, 8.0, 8.3, 8.4, 8.9, 9.3, 9.8, 10.4, 12.0};

    @Test
    void allPointsAreHeldWhereNoneFlattensTheOthers() {
        assertThat(AxisSpan.of(TEN)).isEqualTo(new AxisSpan(7.1, 12.0));
        assertThat(AxisSpan.of(with(18, 2))).isEqualTo(new AxisSpan(2, 18));
        assertThat(AxisSpan.of(new double[] {1, 2, 3, 1e6})).isEqualTo(new AxisSpan(1, 1e6));
        assertThat(AxisSpan.of(IntStream.range(0, 999).asDoubleStream().toArray()))
                .isEqualTo(new AxisSpan(0, 998));
    }

    @Test
    void fewFarOffAreLeftOut() {
        assertThat(AxisSpan.of(with(1e30))).isEqualTo(new AxisSpan(7.1, 12.0));
        assertThat(AxisSpan.of(with(1e30, 1e30))).isEqualTo(new AxisSpan(7.1, 12.0));
        assertThat(AxisSpan.of(with(1e30, -999))).isEqualTo(new AxisSpan(7.1, 12.0));
        assertThat(AxisSpan.of(with(1e30, 25))).isEqualTo(new AxisSpan(7.1, 25));
    }

    @Test
    void aSecondGroupIsNotLeftOut() {
        double[] two = IntStream.range(0, 40)
                .mapToDouble(i -> i < 20 ? i * 0.01 : 1000 + i)
                .toArray();
        assertThat(AxisSpan.of(two)).isEqualTo(new AxisSpan(0, 1039));
    }

    @Test
    void valuesThatAreOneAndMissingOnesAreNoTrouble() {
        assertThat(AxisSpan.of(new double[] {5, 5, 5, 5, 5, 5, Double.NaN})).isEqualTo(new AxisSpan(5, 5));
        assertThat(AxisSpan.of(new double[] {}).low()).isNaN();
    }

    private static double[] with(double... more) {
        return DoubleStream.concat(DoubleStream.of(TEN), DoubleStream.of(more)).toArray();
    }
}
