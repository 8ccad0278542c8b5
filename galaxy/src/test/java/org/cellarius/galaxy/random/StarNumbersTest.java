package org.cellarius.galaxy.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cellarius.galaxy.kernel.DrawMath;
import org.junit.jupiter.api.Test;

class StarNumbersTest {

    private static final int STARS = 1001;

    private final CounterRandom random = new CounterRandom(42).forPurpose("test");

    private long[] keys(long draws, boolean normal) {
        long[] keys = new long[DrawMath.padded(STARS)];
        for (int i = 0; i < STARS; i++) {
            long key = random.of(i).key();
            keys[i] = normal ? StarNumbers.normalsFrom(key, draws) : StarNumbers.uniformsFrom(key, draws);
        }
        return keys;
    }

    @Test
    void aBlockHasTheNumbersOfItsStars() {
        var numbers = new StarNumbers(DrawMath.best(), STARS);
        double[] found = new double[DrawMath.padded(STARS)];
        for (int draw : new int[] {0, 1, 7, 500_000_001}) {
            for (int before : new int[] {0, 24, 24_000}) {
                numbers.uniform(STARS, keys(before, false), draw, found);
                for (int i = 0; i < STARS; i++) {
                    assertThat(found[i]).isEqualTo(random.uniform(i, before + draw));
                }
                numbers.normal(STARS, keys(before, true), draw, found);
                for (int i = 0; i < STARS; i++) {
                    assertThat(found[i]).isCloseTo(random.normal(i, before + draw), within(2e-12));
                }
            }
        }
    }

    @Test
    void numbersDrawnTogetherAreThoseOfEachStarAndVisit() {
        CounterRandom other = random.forPurpose("second visit");
        var drawn = new DrawnNumbers(3, 2, 16);
        long[] stars = {9, 3, 3, 1000};
        int[] visit = {0, 1, 0, 1};
        drawn.draw(3, 1, stars, new CounterRandom[] {random, other}, visit);
        for (int i = 0; i < 3; i++) {
            CounterRandom of = visit[1 + i] == 0 ? random : other;
            for (int k = 0; k < 3; k++) {
                assertThat(drawn.of(i).uniform(k)).isEqualTo(of.uniform(stars[1 + i], k));
            }
            for (int k = 0; k < 2; k++) {
                assertThat(drawn.of(i).normal(k)).isCloseTo(of.normal(stars[1 + i], k), within(2e-12));
            }
        }
    }
}
