package org.cellarius.galaxy.azimuth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arc on which stars are seen, wherever the azimuth jumps by a turn. */
class FootprintTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-25 0 10 25           | -25 |  50",
                "170 -175 179 -160     | 170 |  30",
                "350 5 10              | 350 |  20",
                "0                     |   0 |   0",
                "-180 180              | -180 |  0",
                "-180 -80 0 90         | -80 | 260"
            })
    void theWidestGapIsLeftOut(String stars, double from, double span) {
        double[] beta = DoubleStream.of(java.util.Arrays.stream(stars.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray();
        Footprint arc = Footprint.of(beta).orElseThrow();
        assertThat(arc.spanDeg()).isEqualTo(span);
        assertThat(Math.floorMod((long) arc.fromDeg(), 360L)).isEqualTo(Math.floorMod((long) from, 360L));
        for (double b : beta) {
            assertThat(arc.continued(b)).isBetween(arc.fromDeg(), arc.toDeg());
            assertThat(arc.holds(b)).isTrue();
        }
    }

    @Test
    void withoutStarsThereIsNone() {
        assertThat(Footprint.of(new double[0])).isEmpty();
    }

    @Test
    void aJumpAmongTheStarsChangesNoSlope() {
        var random = new SplittableRandom(3);
        double[] along = DoubleStream.generate(() -> 155 + 50 * random.nextDouble())
                .limit(500)
                .toArray();
        double[] value = DoubleStream.of(along)
                .map(b -> 0.1 - 0.002 * b + 0.01 * random.nextGaussian())
                .toArray();
        double[] jumping =
                DoubleStream.of(along).map(b -> b > 180 ? b - 360 : b).toArray();
        Footprint arc = Footprint.of(jumping).orElseThrow();
        double slope = RingSlope.of(arc.continued(jumping), value, new double[0][])
                .orElseThrow()
                .perDeg();
        assertThat(slope)
                .isCloseTo(
                        RingSlope.of(along, value, new double[0][])
                                .orElseThrow()
                                .perDeg(),
                        within(1e-12));
        assertThat(slope).isCloseTo(-0.002, within(1e-4));
        assertThat(RingSlope.of(jumping, value, new double[0][]).orElseThrow().perDeg())
                .isPositive();
    }

    /** Forty stars spread evenly leave a gap of 40 degrees by chance; that is no edge of a footprint. */
    @Test
    void aGapByChanceIsNoEdge() {
        var random = new SplittableRandom(9);
        int edges = 0;
        for (int sample = 0; sample < 1000; sample++) {
            double[] beta = DoubleStream.generate(() -> 360 * random.nextDouble())
                    .limit(40)
                    .toArray();
            edges += Footprint.of(beta).orElseThrow().allRound() ? 0 : 1;
        }
        assertThat(edges).isBetween(20, 80);
    }

    @Test
    void aCircleSeenAllRoundHasNoBeginning() {
        double[] beta = DoubleStream.iterate(-180, b -> b + 1).limit(360).toArray();
        Footprint arc = Footprint.of(beta).orElseThrow();
        assertThat(arc.allRound()).isTrue();
        assertThat(arc.continued(beta)).isSameAs(beta);
        assertThat(Footprint.of(DoubleStream.of(beta)
                                .filter(b -> Math.abs(b) > 20)
                                .toArray())
                        .orElseThrow()
                        .allRound())
                .isFalse();
    }
}
