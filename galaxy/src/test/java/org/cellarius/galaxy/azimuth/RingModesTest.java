package org.cellarius.galaxy.azimuth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Modes put into mock rings are found again, as often within their errors as they should be; without modes chance is even. */
class RingModesTest {

    private static final int STARS = 800;

    /** A footprint about the Sun, as surveys have: most stars within 40 degrees, none behind the centre. */
    private static double[] footprint(SplittableRandom random) {
        return random.doubles(STARS, 0, 1)
                .map(u -> 70 * Math.sin(Math.PI * (u - 0.5)) * Math.abs(2 * u - 1))
                .toArray();
    }

    private static double[] values(double[] beta, double[] radius, SplittableRandom random, double amplitude) {
        double[] v = new double[beta.length];
        for (int i = 0; i < v.length; i++) {
            v[i] = 0.1
                    - 0.06 * (radius[i] - 8)
                    + amplitude * Math.cos(Math.toRadians(2 * (beta[i] - 20)))
                    + 0.2 * random.nextGaussian();
        }
        return v;
    }

    @Test
    void aModeIsFoundWithinItsErrorsAsOftenAsItShouldBe() {
        var random = new SplittableRandom(1);
        double amplitude = 0.05;
        double cos = amplitude * Math.cos(Math.toRadians(40));
        double sin = amplitude * Math.sin(Math.toRadians(40));
        int mocks = 1000;
        int within = 0;
        double amplitudes = 0;
        double chi2 = 0;
        for (int k = 0; k < mocks; k++) {
            // All around: amplitude and crest are told apart.
            double[] beta = random.doubles(STARS, -180, 180).toArray();
            double[] radius = random.doubles(STARS, 7.5, 8.5).toArray();
            RingModes found = RingModes.of(
                            beta,
                            values(beta, radius, random, amplitude),
                            new double[][] {radius},
                            2,
                            0,
                            new CounterRandom(k))
                    .orElseThrow();
            RingModes.Mode m = found.modes().get(1);
            within += Math.abs(m.cos() - cos) < Math.sqrt(m.cosVariance()) ? 1 : 0;
            amplitudes += m.amplitude() / mocks;
            // Both together: chi squared of two degrees of freedom.
            double det = m.cosVariance() * m.sinVariance() - m.covariance() * m.covariance();
            double dc = m.cos() - cos;
            double ds = m.sin() - sin;
            chi2 += (m.sinVariance() * dc * dc - 2 * m.covariance() * dc * ds + m.cosVariance() * ds * ds)
                    / det
                    / mocks;
        }
        assertThat(within / (double) mocks).isCloseTo(0.6827, within(3 * Math.sqrt(0.6827 * 0.3173 / mocks)));
        assertThat(chi2).isCloseTo(2, within(3 * 2 / Math.sqrt(mocks)));
        // sigma_A = 0.2 sqrt(2 / 800) = 0.01; the mean amplitude is high by sigma^2 / 2A = 0.001.
        assertThat(amplitudes).isCloseTo(amplitude + 0.001, within(0.001));
    }

    /**
     * Coefficients of known amplitude and covariance, drawn many times: the mean of the corrected amplitude is the true one within 0.06 of its error where it is more than twice the
     * error in every direction, the plain one is up to 0.3 too large.
     */
    @ParameterizedTest
    @CsvSource({"1, 1, 0, 2", "1, 1, 0, 3", "1, 2, 0.5, 2.9", "4, 1, -1.2, 4.3", "4, 1, -1.2, 7"})
    void correctedAmplitudesAreRightOnAverage(double cosVariance, double sinVariance, double covariance, double truth) {
        var random = new SplittableRandom(4);
        int mocks = 100_000;
        double along = Math.sqrt(cosVariance);
        double slope = covariance / along;
        double rest = Math.sqrt(sinVariance - slope * slope);
        double largestPlain = 0;
        for (double angle : new double[] {20, 70, 130, 200}) {
            double plain = 0;
            double corrected = 0;
            double asymptotic = 0;
            double error = 0;
            for (int k = 0; k < mocks; k++) {
                double u = random.nextGaussian();
                var mode = new RingModes.Mode(
                        1,
                        truth * Math.cos(Math.toRadians(angle)) + along * u,
                        truth * Math.sin(Math.toRadians(angle)) + slope * u + rest * random.nextGaussian(),
                        cosVariance,
                        sinVariance,
                        covariance);
                plain += mode.amplitude() / mocks;
                corrected += mode.amplitude(AmplitudeEstimator.WARDLE_KRONBERG) / mocks;
                asymptotic += mode.amplitude(AmplitudeEstimator.MODIFIED_ASYMPTOTIC) / mocks;
                error += mode.amplitudeError() / mocks;
            }
            largestPlain = Math.max(largestPlain, (plain - truth) / error);
            assertThat((corrected - truth) / error).as("at " + angle).isBetween(-0.06, 0.06);
            // Positive where noise is strong, by construction.
            assertThat((asymptotic - truth) / error).as("at " + angle).isBetween(-0.03, 0.3);
        }
        assertThat(largestPlain).isGreaterThan(0.1);
    }

    /** Mocks of stars: a mode of 2.5 times its error in a whole ring. */
    @Test
    void ofStarsCorrectedAmplitudesAreRightOnAverage() {
        var random = new SplittableRandom(6);
        double truth = 2.5 * 0.2 * Math.sqrt(2.0 / STARS);
        int mocks = 1500;
        double plain = 0;
        double corrected = 0;
        for (int k = 0; k < mocks; k++) {
            double[] beta = random.doubles(STARS, -180, 180).toArray();
            double[] radius = random.doubles(STARS, 7.5, 8.5).toArray();
            RingModes.Mode m = RingModes.of(
                            beta,
                            values(beta, radius, random, truth),
                            new double[][] {radius},
                            2,
                            0,
                            new CounterRandom(k))
                    .orElseThrow()
                    .modes()
                    .get(1);
            plain += m.amplitude() / mocks;
            corrected += m.amplitude(AmplitudeEstimator.WARDLE_KRONBERG) / mocks;
        }
        double ofMean = truth / 2.5 / Math.sqrt(mocks);
        assertThat(corrected).isCloseTo(truth, within(3 * ofMean));
        assertThat(plain - truth).isGreaterThan(5 * ofMean);
    }

    @Test
    void inflationIsOneOfAWholeRing() {
        var random = new SplittableRandom(8);
        double[] all = random.doubles(STARS, -180, 180).toArray();
        double[] few = random.doubles(STARS, -25, 25).toArray();
        double[] value = random.doubles(STARS, 0, 1).toArray();
        assertThat(RingModes.of(all, value, new double[0][], 2, 0, new CounterRandom(1))
                        .orElseThrow()
                        .inflation())
                .isCloseTo(1, within(0.1));
        // Over 50 degrees four curves are hardly told apart.
        assertThat(RingModes.of(few, value, new double[0][], 2, 0, new CounterRandom(1))
                        .orElseThrow()
                        .inflation())
                .isGreaterThan(50);
    }

    @Test
    void underAFootprintTheModesHangTogetherAndTheCovarianceSaysSo() {
        var random = new SplittableRandom(2);
        int mocks = 400;
        double chi2 = 0;
        double correlation = 0;
        for (int k = 0; k < mocks; k++) {
            double[] beta = footprint(random);
            double[] radius = random.doubles(STARS, 7.5, 8.5).toArray();
            RingModes.Mode m = RingModes.of(
                            beta, values(beta, radius, random, 0), new double[][] {radius}, 1, 0, new CounterRandom(k))
                    .orElseThrow()
                    .modes()
                    .getFirst();
            double det = m.cosVariance() * m.sinVariance() - m.covariance() * m.covariance();
            chi2 += (m.sinVariance() * m.cos() * m.cos()
                            - 2 * m.covariance() * m.cos() * m.sin()
                            + m.cosVariance() * m.sin() * m.sin())
                    / det
                    / mocks;
            correlation = Math.max(correlation, m.cosVariance() / m.sinVariance());
        }
        assertThat(chi2).isCloseTo(2, within(3 * 2 / Math.sqrt(mocks)));
        // Cos is nearly the constant there.
        assertThat(correlation).isGreaterThan(4);
    }

    @Test
    void withoutAModeChanceIsEven() {
        var random = new SplittableRandom(3);
        int mocks = 200;
        double[] p = new double[mocks];
        double[] tail = new double[mocks];
        for (int k = 0; k < mocks; k++) {
            double[] beta = footprint(random);
            double[] radius = random.doubles(STARS, 7.5, 8.5).toArray();
            double[] value = values(beta, radius, random, 0);
            p[k] = RingModes.of(beta, value, new double[][] {radius}, 2, 199, new CounterRandom(k))
                    .orElseThrow()
                    .pValue();
            tail[k] = RingModes.of(beta, value, new double[][] {radius}, 2, 0, new CounterRandom(k))
                    .orElseThrow()
                    .pValue();
        }
        // Kolmogorov and Smirnov: 1.63 / sqrt(n) is passed by chance once in a hundred.
        assertThat(farthestFromEven(p)).isLessThan(1.63 / Math.sqrt(mocks));
        assertThat(farthestFromEven(tail)).isLessThan(1.63 / Math.sqrt(mocks));
    }

    private static double farthestFromEven(double[] p) {
        double[] sorted = p.clone();
        Arrays.sort(sorted);
        double farthest = 0;
        for (int i = 0; i < sorted.length; i++) {
            farthest = Math.max(
                    farthest,
                    Math.max(sorted[i] - i / (double) sorted.length, (i + 1) / (double) sorted.length - sorted[i]));
        }
        return farthest;
    }

    @Test
    void aModeIsSignificant() {
        var random = new SplittableRandom(4);
        double[] beta = footprint(random);
        double[] radius = random.doubles(STARS, 7.5, 8.5).toArray();
        double[] value = values(beta, radius, random, 0.1);
        assertThat(RingModes.of(beta, value, new double[][] {radius}, 2, 999, new CounterRandom(1))
                        .orElseThrow()
                        .pValue())
                .isEqualTo(0.001);
    }

    @Test
    void tooFewStarsOrAzimuthsHaveNoModes() {
        double[] beta = {0, 10, 20, 30};
        assertThat(RingModes.of(beta, new double[4], new double[0][], 2, 0, new CounterRandom(1)))
                .isEmpty();
        double[] two = new double[50];
        Arrays.fill(two, 25, 50, 30);
        assertThat(RingModes.of(two, new double[50], new double[0][], 2, 0, new CounterRandom(1)))
                .isEmpty();
    }

    @Test
    void theTailOfChiSquaredIsItsClosedForm() {
        // Of 2 and 4 degrees of freedom: exp(-x/2), exp(-x/2) (1 + x/2).
        assertThat(RingModes.chiSquaredTail(3, 1)).isCloseTo(Math.exp(-1.5), within(1e-15));
        assertThat(RingModes.chiSquaredTail(9.487729036781154, 2)).isCloseTo(0.05, within(1e-12));
    }

    @Test
    void theMeanAtTheSameRadiusIsTakenStarByStar() {
        var random = new SplittableRandom(5);
        double[] radius = random.doubles(500, 5, 10).toArray();
        double[] value = random.doubles(500, -1, 1).toArray();
        value[7] = Double.NaN;
        radius[9] = Double.NaN;
        double[] residual = SameRadius.residuals(radius, value, 0.2);
        for (int i = 0; i < 500; i++) {
            double sum = 0;
            int n = 0;
            for (int j = 0; j < 500; j++) {
                if (Math.abs(radius[j] - radius[i]) <= 0.2 && !Double.isNaN(value[j])) {
                    sum += value[j];
                    n++;
                }
            }
            if (i == 7 || i == 9) {
                assertThat(residual[i]).isNaN();
            } else {
                assertThat(residual[i]).isCloseTo(value[i] - sum / n, within(1e-12));
            }
        }
    }
}
