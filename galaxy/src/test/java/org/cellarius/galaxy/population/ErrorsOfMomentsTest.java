package org.cellarius.galaxy.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The errors of median and standard deviation are how far those of many samples scatter, whatever the distribution. */
class ErrorsOfMomentsTest {

    private static final int SAMPLES = 2000;
    private static final int STARS = 1600;

    enum Distribution {
        NORMAL,
        EXPONENTIAL,
        /** Few stars at the median: 1.2533 s/sqrt(n) is far too small there. */
        TWO_PEAKS;

        double draw(Random random) {
            return switch (this) {
                case NORMAL -> random.nextGaussian();
                case EXPONENTIAL -> -Math.log(1 - random.nextDouble());
                case TWO_PEAKS -> (random.nextBoolean() ? 1 : -1) + 0.6 * random.nextGaussian();
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void theyAreTheScatterOfManySamples(Distribution distribution) {
        var random = new Random(11);
        double[] medians = new double[SAMPLES];
        double[] deviations = new double[SAMPLES];
        double medianError = 0;
        double deviationError = 0;
        for (int s = 0; s < SAMPLES; s++) {
            double[] stars = new double[STARS];
            Arrays.setAll(stars, i -> distribution.draw(random));
            Arrays.sort(stars);
            Moments moments = Moments.of(stars, STARS);
            medians[s] = Quantiles.ofSorted(stars, 0.5);
            deviations[s] = moments.standardDeviation();
            medianError += medianError(stars) / SAMPLES;
            deviationError += moments.standardDeviationError() / SAMPLES;
        }
        // The scatter of 2,000 is known to 1.6 per cent.
        assertThat(medianError / scatter(medians)).as("median").isCloseTo(1, within(0.1));
        assertThat(deviationError / scatter(deviations))
                .as("standard deviation")
                .isCloseTo(1, within(0.05));
        double normal = 1.2533 * Moments.of(deviations, SAMPLES).mean() / Math.sqrt(STARS);
        if (distribution == Distribution.TWO_PEAKS) {
            assertThat(normal / scatter(medians)).isLessThan(0.8);
        }
    }

    private static double medianError(double[] sorted) {
        double about = Quantiles.shareAboutMedian(sorted.length);
        return Quantiles.medianError(
                Quantiles.ofSorted(sorted, 0.5 - about), Quantiles.ofSorted(sorted, 0.5 + about), sorted.length);
    }

    /** 25 stars tell the density about their median badly, but with little bias. */
    @ParameterizedTest
    @EnumSource
    void ofFewStarsTheErrorOfTheMedianIsRightOnAverage(Distribution distribution) {
        var random = new Random(12);
        double[] medians = new double[SAMPLES];
        double error = 0;
        for (int s = 0; s < SAMPLES; s++) {
            double[] stars = new double[25];
            Arrays.setAll(stars, i -> distribution.draw(random));
            Arrays.sort(stars);
            medians[s] = Quantiles.ofSorted(stars, 0.5);
            error += medianError(stars) / SAMPLES;
        }
        // Measured: 11 per cent too small between two peaks, where 1.2533 s/sqrt(n) is more than a fifth too small.
        assertThat(error / scatter(medians)).isBetween(distribution == Distribution.TWO_PEAKS ? 0.87 : 0.9, 1.1);
    }

    private static double scatter(double[] values) {
        return Moments.of(values, values.length).standardDeviation();
    }
}
