package org.cellarius.galaxy.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cellarius.galaxy.kernel.DrawMath;
import org.cellarius.galaxy.kernel.ScalarDrawMath;
import org.cellarius.galaxy.population.Moments;
import org.junit.jupiter.api.Test;

class NormalBlocksTest {

    private static final int N = 1_000_000;

    @Test
    void normalsHaveTheMomentsAndTheTailsOfANormalDistribution() {
        double[][] z = normals(1660, 3);
        for (double[] v : z) {
            Moments m = Moments.of(v, N);
            // Five standard errors of each moment.
            assertThat(m.mean()).isCloseTo(0, within(5e-3));
            assertThat(m.standardDeviation()).isCloseTo(1, within(3.6e-3));
            assertThat(m.skewness()).isCloseTo(0, within(1.3e-2));
            assertThat(m.excessKurtosis()).isCloseTo(0, within(2.5e-2));
            // Beyond two and three sigma: 4.5500e-2 and 2.6998e-3.
            assertThat(beyond(v, 2)).isCloseTo(4.5500e-2, within(5 * Math.sqrt(0.0455 / N)));
            assertThat(beyond(v, 3)).isCloseTo(2.6998e-3, within(5 * Math.sqrt(0.0027 / N)));
        }
    }

    @Test
    void pairsSlotsStarsSeedsAndAttemptsAreUncorrelated() {
        double[][] here = normals(4, 9);
        double[][] seed = normals(5, 9);
        double[][] star = normals(4, 10);
        double[] again = new double[N];
        double[] scratch = new double[N];
        blocks(4).pair(N, 9, 0, 0, 1, again, scratch);
        for (double[] other : new double[][] {here[1], here[2], here[3], seed[0], star[0], again}) {
            assertThat(correlation(here[0], other)).isCloseTo(0, within(5e-3));
            assertThat(correlation(squares(here[0]), squares(other))).isCloseTo(0, within(5e-3));
        }
        double[] uniform = new double[N];
        blocks(4).uniform(N, 9, 0, 0, uniform);
        assertThat(correlation(here[0], uniform)).isCloseTo(0, within(5e-3));
    }

    @Test
    void blocksDoNotMatter() {
        double[][] whole = normals(11, 2);
        double[] first = new double[104];
        double[] second = new double[104];
        var scalar = new NormalBlocks(new CounterRandom(11), new ScalarDrawMath(), 104);
        scalar.pair(100, 2, 777, 1, 0, first, second);
        for (int i = 0; i < 100; i++) {
            assertThat(first[i]).isEqualTo(whole[2][777 + i]);
            assertThat(second[i]).isEqualTo(whole[3][777 + i]);
        }
    }

    @Test
    void blocksAreTheCountersOfTheGenerator() {
        var random = new CounterRandom(7);
        double[] uniform = new double[8];
        new NormalBlocks(random, DrawMath.best(), 8).uniform(8, 3, 0, 0, uniform);
        assertThat(uniform[2]).isEqualTo(random.uniform(3, 2 * NormalBlocks.SLOTS_PER_DRAW + NormalBlocks.SIDE_SLOT));
    }

    @Test
    void purposesDoNotShareNumbers() {
        var random = new CounterRandom(7);
        assertThat(random.forPurpose("a").bits(0, 0))
                .isNotEqualTo(random.forPurpose("b").bits(0, 0))
                .isNotEqualTo(random.bits(0, 0))
                .isEqualTo(new CounterRandom(7).forPurpose("a").bits(0, 0));
    }

    private static NormalBlocks blocks(long seed) {
        return new NormalBlocks(new CounterRandom(seed), DrawMath.best(), N);
    }

    private static double[][] normals(long seed, long star) {
        double[][] z = new double[4][N];
        blocks(seed).pair(N, star, 0, 0, 0, z[0], z[1]);
        blocks(seed).pair(N, star, 0, 1, 0, z[2], z[3]);
        return z;
    }

    private static double beyond(double[] v, double limit) {
        int n = 0;
        for (double x : v) {
            n += Math.abs(x) > limit ? 1 : 0;
        }
        return n / (double) v.length;
    }

    private static double[] squares(double[] v) {
        double[] s = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            s[i] = v[i] * v[i];
        }
        return s;
    }

    private static double correlation(double[] a, double[] b) {
        Moments ma = Moments.of(a, N);
        Moments mb = Moments.of(b, N);
        double sum = 0;
        for (int i = 0; i < N; i++) {
            sum += (a[i] - ma.mean()) * (b[i] - mb.mean());
        }
        return sum / N / ma.standardDeviation() / mb.standardDeviation();
    }
}
