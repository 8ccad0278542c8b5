package org.cellarius.galaxy.birth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangeStatisticTest {

    private static final CounterRandom RANDOM = new CounterRandom(5);

    /** Share of births of R_d = 1 within x: 1 - (1 + x) exp(-x). */
    private static double within1(double x) {
        return 1 - (1 + x) * Math.exp(-x);
    }

    @Test
    void quantilesOfTheExponentialDiscSolveItsEquation() {
        var disc = new RadiusDistribution.ExponentialDisc(2.5);
        for (double p : new double[] {1e-6, 0.05, 0.16, 0.5, 0.84, 0.95, 0.999999}) {
            assertThat(within1(disc.quantileKpc(p) / 2.5)).isCloseTo(p, within(1e-12));
        }
        assertThat(disc.quantileKpc(0.5)).isCloseTo(1.678347 * 2.5, within(1e-5));
    }

    /** On a lattice the same disc has the same numbers. */
    @Test
    void aLatticeIsAsGoodAsTheFormula() {
        var disc = new RadiusDistribution.ExponentialDisc(2);
        double[] weights = new double[1200];
        Arrays.setAll(weights, k -> (k + 0.5) * Math.exp(-(k + 0.5) * 0.05 / 2));
        var lattice = new RadiusDistribution.OnLattice(0.05, weights);
        assertThat(lattice.meanKpc()).isCloseTo(disc.meanKpc(), within(1e-3));
        assertThat(lattice.standardDeviationKpc()).isCloseTo(disc.standardDeviationKpc(), within(1e-3));
        for (double p : new double[] {0.05, 0.5, 0.95}) {
            assertThat(lattice.quantileKpc(p)).isCloseTo(disc.quantileKpc(p), within(2e-3));
        }
    }

    /** Stars seen at all radii were born over the whole disc: the sample's births are those of the disc. */
    @Test
    void birthsOfAWholeDiscAreThoseOfTheDisc() {
        var disc = MockBirths.disc(3, 0.03, -0.07, 0);
        MockBirths mock = MockBirths.of(disc, 200_000, 0.05, 0, 2);
        AgedStars of = mock.stars().between(6, 6.5);
        var growth = new DiscGrowth(3, 0.03);
        RadiusDistribution births =
                new BirthWidth.AsSampled(growth, new Migration(disc.migrationAt8GyrKpc())).births(6.25, of.radiusKpc());
        var whole = new RadiusDistribution.ExponentialDisc(growth.scaleLengthKpc(6.25));
        double error = whole.standardDeviationKpc() / Math.sqrt(of.count());
        assertThat(births.meanKpc()).isCloseTo(whole.meanKpc(), within(4 * error));
        assertThat(births.standardDeviationKpc()).isCloseTo(whole.standardDeviationKpc(), within(4 * error));
    }

    /** The second order in the errors: what a normal distribution would have added against what is added, for births of an exponential disc. */
    @Test
    void quadratureIsRightForAsMuchAsIsSaid() {
        assertThat(addedOverQuadrature(5, 95)).isCloseTo(1.05, within(0.01));
        assertThat(addedOverQuadrature(16, 84)).isCloseTo(0.71, within(0.02));
        // Moments alone: exact.
        double[] values = disc(400_000);
        double[] noisy = noisy(values, 0.3);
        var range = new RangeStatistic.StandardDeviation();
        double plain = range.of(values, RANDOM, 0).range();
        double with = range.of(noisy, RANDOM, 0).range();
        assertThat(with * with - 0.09).isCloseTo(plain * plain, within(0.01));
    }

    private static double addedOverQuadrature(double lower, double upper) {
        var range = new RangeStatistic.PercentileRange(lower, upper);
        var disc = new RadiusDistribution.ExponentialDisc(1);
        // A quantile moves by -sigma^2 f'/(2 f); f = x exp(-x).
        double added = -0.5 * (1 / disc.quantileKpc(upper / 100) - 1 / disc.quantileKpc(lower / 100));
        double quadrature = range.ofNormal() * range.ofNormal() / (2 * range.widthKpc(disc));
        return added / quadrature;
    }

    private static double[] disc(int n) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> -Math.log(RANDOM.uniform(i, 0) * RANDOM.uniform(i, 1)));
        return values;
    }

    private static double[] noisy(double[] values, double sigma) {
        double[] noisy = values.clone();
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += sigma * RANDOM.normal(i, 9);
        }
        return noisy;
    }

    /** Errors and covariance of range and level: those of many samples. */
    @ParameterizedTest
    @ValueSource(ints = {200, 2500})
    void errorsAreThoseOfManySamples(int n) {
        for (RangeStatistic range :
                new RangeStatistic[] {new RangeStatistic.PercentileRange(5, 95), new RangeStatistic.StandardDeviation()
                }) {
            int samples = 600;
            double[] ranges = new double[samples];
            double[] levels = new double[samples];
            double[] stated = new double[3];
            for (int s = 0; s < samples; s++) {
                double[] own = new double[n];
                int from = s * n;
                Arrays.setAll(own, i -> -Math.log(RANDOM.uniform(from + i, 2) * RANDOM.uniform(from + i, 3)));
                Spread spread = range.of(own, RANDOM, s);
                ranges[s] = spread.range();
                levels[s] = spread.level();
                stated[0] += spread.rangeError() / samples;
                stated[1] += spread.levelError() / samples;
                stated[2] += spread.covariance() / samples;
            }
            double real = Math.sqrt(Spread.covariance(ranges, ranges));
            double level = Math.sqrt(Spread.covariance(levels, levels));
            assertThat(stated[0]).isCloseTo(real, within(0.1 * real));
            assertThat(stated[1]).isCloseTo(level, within(0.1 * level));
            assertThat(stated[2]).isCloseTo(Spread.covariance(ranges, levels), within(0.15 * real * level));
        }
    }
}
