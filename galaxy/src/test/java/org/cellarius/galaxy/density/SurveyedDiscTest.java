package org.cellarius.galaxy.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.galaxy.density.DiscProfile.Vertical;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.galaxy.posterior.Prior;
import org.junit.jupiter.api.Test;

/** Discs seen by a survey of uneven taste: parameters lie within their errors as often as they should, and the test of the fit rejects as often as it says. */
class SurveyedDiscTest {

    private static final double R0 = Sun.IMIG_2023.r0Kpc();
    /** Of the broken disc; docs/science/density.md has 200: -Dmocks=200. */
    private static final int MANY = Integer.getInteger("mocks", 80);

    private static final EffectiveVolume VOLUME =
            SurveyMock.STANDARD.selection().cells(Sun.IMIG_2023).points();

    /** How often each parameter lay within its error, and the chances that the test of the fit told. */
    private record Found(int[] inside, double[] chances) {

        static Found of(int mocks, DensityModel model, double[] truth, int stars, long seed) {
            int[] inside = new int[truth.length];
            double[] chances = new double[mocks];
            for (int mock = 0; mock < mocks; mock++) {
                double[][] drawn = SurveyMock.STANDARD.stars(model.profile(truth), stars, seed + mock);
                var posterior = new DensityPosterior(model, drawn[0], drawn[1], VOLUME);
                var best = HighestLikelihood.of(posterior, model, VOLUME, truth).orElseThrow();
                for (int k = 0; k < truth.length; k++) {
                    inside[k] += Math.abs(best.values()[k] - truth[k]) < Math.sqrt(best.covariance()[k][k]) ? 1 : 0;
                }
                ProfileScores scores = ProfileScores.of(model, best.values(), posterior.widths(), VOLUME);
                chances[mock] = CountGrid.of(scores.share(), VOLUME, stars, model.breakKpc(best.values()))
                        .test(scores, VOLUME, drawn[0], drawn[1])
                        .orElseThrow()
                        .chance();
            }
            return new Found(inside, chances);
        }

        double share() {
            return Arrays.stream(inside).sum() / ((double) chances.length * inside.length);
        }

        /** The largest distance between the distribution of the chances and an even one. */
        double unevenness() {
            double[] sorted = chances.clone();
            Arrays.sort(sorted);
            int n = sorted.length;
            return IntStream.range(0, n)
                    .mapToDouble(i -> Math.max(sorted[i] - (double) i / n, (i + 1.0) / n - sorted[i]))
                    .max()
                    .orElseThrow();
        }

        void holds() {
            int n = chances.length;
            // The numbers of 200 parameters lie within 3 per cent; of fewer, by the root of their number.
            assertThat(share()).isCloseTo(0.68, within(0.03 * Math.sqrt(200.0 / n)));
            // Binomial: one in a thousand lies beyond 3.3 standard deviations.
            for (int one : inside) {
                assertThat(one / (double) n).isCloseTo(0.6827, within(3.3 * Math.sqrt(0.6827 * 0.3173 / n)));
            }
            // Kolmogorov: one in a thousand is further away.
            assertThat(unevenness()).isLessThan(1.95 / Math.sqrt(n));
        }
    }

    @Test
    void aDiscWithoutABreak() {
        var model = new DensityModel(Optional.empty(), true, R0, Vertical.EXPONENTIAL);
        Found.of(200, model, new double[] {0.35, 0.35, 0.08}, 800, 1000).holds();
    }

    /** With fewer stars the likelihood of a break is far from normal, and errors from the curvature are too small; the posterior's intervals are not. */
    @Test
    void aBrokenFlaringDisc() {
        var model = new DensityModel(Optional.of(new Prior.Uniform(6, 11)), true, R0, Vertical.EXPONENTIAL);
        Found.of(MANY, model, new double[] {-0.1, 0.6, 9, 0.3, 0.08}, 3000, 3000)
                .holds();
    }

    /** Without the selection the disc is wrong, and so is one exponential for a broken disc: both are seen in the counts. */
    @Test
    void aWrongModelIsRejected() {
        var broken = new DiscProfile(-0.1, 0.6, 9, 0.3, 0.08, R0, Vertical.EXPONENTIAL);
        double[][] stars = SurveyMock.STANDARD.stars(broken, 4000, 5);
        var model = new DensityModel(Optional.empty(), true, R0, Vertical.EXPONENTIAL);
        CountTest plain = CountTest.of(model, stars[0], stars[1], VOLUME, new double[] {0.2, 0.3, 0.08})
                .orElseThrow();
        assertThat(plain.chance()).isLessThan(1e-6);
        assertThat(plain.cells().stream().mapToLong(CountTest.Cell::observed).sum())
                .isEqualTo(4000);
        assertThat(plain.cells().stream().mapToDouble(CountTest.Cell::expected).sum())
                .isBetween(3999.0, 4001.0);
        var right = new DensityModel(Optional.of(new Prior.Uniform(6, 11)), true, R0, Vertical.EXPONENTIAL);
        double[] truth = {-0.1, 0.6, 9, 0.3, 0.08};
        assertThat(CountTest.of(right, stars[0], stars[1], VOLUME, truth)
                        .orElseThrow()
                        .chance())
                .isGreaterThan(1e-3);
        EffectiveVolume unaware =
                new SolarVolume(5, 0, 90, 9).cells(Sun.IMIG_2023).points();
        assertThat(CountTest.of(right, stars[0], stars[1], unaware, truth)
                        .orElseThrow()
                        .chance())
                .isLessThan(1e-6);
    }

    @Test
    void tailsOfChiSquared() {
        // Abramowitz and Stegun, table 26.8: upper 5 and 0.1 per cent.
        assertThat(CountTest.tail(3.84146, 1)).isBetween(0.04999, 0.05001);
        assertThat(CountTest.tail(5.99147, 2)).isBetween(0.04999, 0.05001);
        assertThat(CountTest.tail(11.0705, 5)).isBetween(0.04999, 0.05001);
        assertThat(CountTest.tail(29.588, 10)).isBetween(0.000999, 0.001001);
        assertThat(CountTest.tail(37.697, 15)).isBetween(0.000999, 0.001001);
    }
}
