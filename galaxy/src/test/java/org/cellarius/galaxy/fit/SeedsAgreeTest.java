package org.cellarius.galaxy.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cellarius.galaxy.posterior.Computation;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.api.Test;

/** A posterior that is called converged does not depend on the seed, also where it is far from normal. */
class SeedsAgreeTest {

    private static final int USUAL_DRAWS = 20_000;

    /** Few clusters with small errors and large scatter, as in Donor et al. (2020): the break may lie between any two of them. */
    private static LineStars clusters(int n, long seed) {
        var random = new CounterRandom(seed);
        double[][] c = new double[3][n];
        for (int i = 0; i < n; i++) {
            double x = 6.5 + 9 * Math.pow(random.uniform(i, 0), 1.8);
            c[0][i] = x;
            c[2][i] = 0.01 + 0.05 * random.uniform(i, 1);
            double line = 0.55 - 0.07 * Math.min(x, 12) - 0.02 * Math.max(0, x - 12);
            c[1][i] = line + 0.09 * random.normal(i, 2) + c[2][i] * random.normal(i, 3);
        }
        return LineStars.of(c[0], c[1], c[2]);
    }

    private static void assertSame(LineEstimator first, LineEstimator second, LineStars stars) {
        FittedLine one = first.fit(stars);
        FittedLine two = second.fit(stars);
        assertThat(one.status()).as(one.reason()).isEqualTo(FitStatus.OK);
        assertThat(two.status()).as(two.reason()).isEqualTo(FitStatus.OK);
        for (Estimate a : one.estimates()) {
            Estimate b = two.estimate(a.name()).orElseThrow();
            assertThat(b.sd() / a.sd())
                    .as("error of " + a.name() + ", " + one.computation())
                    .isCloseTo(1, within(0.07));
            assertThat((b.value() - a.value()) / a.sd()).as(a.name()).isCloseTo(0, within(0.1));
        }
    }

    @Test
    void brokenLinesOfFewClusters() {
        for (long seed : new long[] {5, 6}) {
            LineStars stars = clusters(71, seed);
            assertSame(
                    BrokenLine.usual(new Computation.Importance(USUAL_DRAWS, 1)),
                    BrokenLine.usual(new Computation.Importance(USUAL_DRAWS, 2)),
                    stars);
        }
    }

    @Test
    void mixturesWithFewOutliers() {
        LineStars stars = clusters(120, 8);
        for (int i = 0; i < 120; i += 40) {
            stars.y()[i] -= 0.8;
        }
        assertSame(
                OutlierMixtureLine.usual(new Computation.Importance(USUAL_DRAWS, 1)),
                OutlierMixtureLine.usual(new Computation.Importance(USUAL_DRAWS, 2)),
                stars);
    }

    /** Ten to forty clusters with an outlier or two: what is told at the usual draws, beside twenty times as many. */
    @Test
    void theTailsOfMixturesAreThoseOfManyDraws() {
        for (int n : new int[] {12, 25, 40}) {
            LineStars stars = clusters(n, 30 + n);
            stars.y()[3] -= 0.7;
            FittedLine many = OutlierMixtureLine.usual(new Computation.Importance(400_000, 77))
                    .fit(stars);
            assertThat(many.status()).as(many.reason()).isEqualTo(FitStatus.OK);
            for (long seed = 1; seed <= 4; seed++) {
                FittedLine usual = OutlierMixtureLine.usual(new Computation.Importance(USUAL_DRAWS, seed))
                        .fit(stars);
                assertThat(usual.status()).as(usual.reason()).isEqualTo(FitStatus.OK);
                for (Estimate told : usual.estimates()) {
                    Estimate truth = many.estimate(told.name()).orElseThrow();
                    for (int q : new int[] {0, 4}) {
                        double away = quantile(told, q) - quantile(truth, q);
                        assertThat(away / truth.sd())
                                .as(n + " clusters, seed " + seed + ", " + told.name() + ", quantile " + q)
                                .isCloseTo(0, within(0.12));
                    }
                }
            }
        }
    }

    private static double quantile(Estimate estimate, int level) {
        return estimate.percentiles().orElseThrow().values().get(level);
    }

    @Test
    void theEnsembleConvergesAtItsUsualSteps() {
        LineStars stars = clusters(60, 9);
        stars.y()[5] -= 0.8;
        FittedLine walked = OutlierMixtureLine.usual(new Computation.Ensemble(32, 20_000, 1))
                .fit(stars);
        assertThat(walked.status()).as(walked.reason()).isEqualTo(FitStatus.OK);
        FittedLine drawn = OutlierMixtureLine.usual(new Computation.Importance(USUAL_DRAWS, 1))
                .fit(stars);
        assertThat(walked.estimate("slope").orElseThrow().value())
                .isCloseTo(
                        drawn.estimate("slope").orElseThrow().value(),
                        within(0.1 * drawn.estimate("slope").orElseThrow().sd()));
    }

    @Test
    void whatDoesNotConvergeSaysWhatToDo() {
        FittedLine line = BrokenLine.usual(new Computation.Ensemble(10, 50, 1)).fit(clusters(71, 4));
        assertThat(line.status()).isEqualTo(FitStatus.NOT_CONVERGED);
        assertThat(line.reason()).contains("--steps");
    }
}
