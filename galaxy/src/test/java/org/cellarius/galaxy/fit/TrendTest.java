package org.cellarius.galaxy.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.cellarius.galaxy.population.Grouping;
import org.junit.jupiter.api.Test;

class TrendTest {

    /** x, y and a slicing column. */
    private static double[][] stars(int n, long seed) {
        var random = new Random(seed);
        double[][] stars = new double[3][n];
        for (int i = 0; i < n; i++) {
            stars[0][i] = 7000 + 8000 * random.nextDouble();
            stars[2][i] = random.nextInt(2);
            double t = (stars[0][i] - 11000) / 4000;
            stars[1][i] = stars[2][i] + 0.3 * t - 0.2 * t * t * t + 0.05 * random.nextGaussian();
        }
        return stars;
    }

    @Test
    void partsOfASampleGiveThePolynomialOfTheWhole() {
        double[][] all = stars(3000, 1);
        var sums = new PolynomialsByGroup(
                6, new double[] {7000, 7000}, new double[] {15000, 15000}, new Grouping.Slices(List.of(0.0, 0.5, 2.0)));
        TriangularFactor[] whole = sums.fold(sums.empty(), 3000, copy(all, 0, 3000));
        TriangularFactor[] first = sums.fold(sums.empty(), 900, copy(all, 0, 900));
        TriangularFactor[] second = sums.fold(sums.empty(), 1100, copy(all, 900, 2000));
        second = sums.fold(second, 1000, copy(all, 2000, 3000));
        TriangularFactor[] merged = sums.merge(first, second);
        for (int g = 0; g < 2; g++) {
            Polynomial one = sums.polynomial(whole, g);
            Polynomial two = sums.polynomial(merged, g);
            assertThat(two.n()).isEqualTo(one.n());
            for (double x = 7000; x <= 15000; x += 500) {
                assertThat(two.at(x)).isCloseTo(one.at(x), within(1e-12));
            }
        }
    }

    /** The condition of a least-squares solution: residuals are orthogonal to every column of the design. */
    @Test
    void residualsAreOrthogonalToEveryPower() {
        double[][] s = stars(500, 2);
        Polynomial trend = Polynomial.fit(s[0], s[1], 5);
        for (int k = 0; k <= 5; k++) {
            int power = k;
            double dot = IntStream.range(0, 500)
                    .mapToDouble(i -> (s[1][i] - trend.at(s[0][i])) * Math.pow((s[0][i] - 11000) / 4000, power))
                    .sum();
            assertThat(dot).isCloseTo(0, within(1e-10));
        }
    }

    @Test
    void powersOfTGiveTheSameValues() {
        double[][] s = stars(400, 3);
        Polynomial trend = Polynomial.fit(s[0], s[1], 12);
        double[] powers = trend.powersOfT();
        for (double x = trend.from(); x <= trend.to(); x += 100) {
            double t = (x - trend.centre()) / trend.halfWidth();
            double sum = 0;
            for (int k = powers.length - 1; k >= 0; k--) {
                sum = sum * t + powers[k];
            }
            assertThat(sum).isCloseTo(trend.at(x), within(1e-12));
        }
    }

    @Test
    void interpolatedTrendsAreStraightBetweenPointsAndLevelBeyond() {
        var trend = new InterpolatedTrend(new double[] {1, 2, 4}, new double[] {10, 20, 0}, 0.5, 4.5, 9);
        assertThat(IntStream.of(0, 1, 2, 3, 4, 9).mapToDouble(trend::at).toArray())
                .containsExactly(10, 10, 20, 10, 0, 0);
        assertThat(trend.at(1.25)).isEqualTo(12.5);
        assertThat(trend.at(Double.NaN)).isNaN();
        assertThatThrownBy(() -> new InterpolatedTrend(new double[] {1, 1}, new double[2], 0, 2, 2))
                .hasMessageContaining("must rise");
    }

    private static double[][] copy(double[][] all, int from, int to) {
        return Arrays.stream(all).map(c -> Arrays.copyOfRange(c, from, to)).toArray(double[][]::new);
    }
}
