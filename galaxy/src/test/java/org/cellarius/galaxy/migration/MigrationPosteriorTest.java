package org.cellarius.galaxy.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.galaxy.birth.DiscGrowth;
import org.cellarius.galaxy.column.Tasks;
import org.cellarius.galaxy.mock.LowAlphaDisc;
import org.cellarius.galaxy.posterior.Marginals;
import org.cellarius.galaxy.posterior.NormalApproximation;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.api.Test;

/** The mock's low-alpha disc, seen in part. */
class MigrationPosteriorTest {

    private static final LowAlphaDisc TRUTH = LowAlphaDisc.STANDARD;
    private static final DiscGrowth GROWTH = new DiscGrowth(TRUTH.scaleLengthNowKpc(), TRUTH.scaleLengthLossPerGyr());
    private static final double ERROR = 0.05;

    /** Stars of 6 to 11 kpc, more of them young than formed; some have another origin. */
    private static MigrantStars stars(int count, double contaminants, long seed) {
        var random = new CounterRandom(seed);
        double[][] columns = new double[4][count];
        int found = 0;
        for (long star = 0; found < count; star++) {
            CounterRandom.OfStar numbers = random.of(star);
            double age = 0.1 + 10.9 * numbers.uniform(0) * numbers.uniform(4);
            double birth = TRUTH.birthRadiusKpc(age, numbers, 1);
            double guiding = -1;
            for (int k = 0; guiding <= 0; k++) {
                guiding = birth + TRUTH.migrationKpc(age) * numbers.normal(100 + k);
            }
            if (guiding < 6 || guiding > 11) {
                continue;
            }
            boolean other = numbers.uniform(5) < contaminants;
            columns[0][found] = age;
            columns[1][found] = guiding;
            columns[2][found] = (other
                            ? -0.5 + 0.4 * numbers.normal(2)
                            : TRUTH.feHDex(birth, age) + TRUTH.feHScatterDex() * numbers.normal(0))
                    + ERROR * numbers.normal(1);
            columns[3][found] = ERROR;
            found++;
        }
        return new MigrantStars(columns[0], columns[1], columns[2], columns[3]);
    }

    private static final double[] TRUE_VALUES = {
        TRUTH.migrationAt8GyrKpc(),
        TRUTH.feHNowDex(),
        TRUTH.feHLossDexPerGyr(),
        TRUTH.gradientNowDexPerKpc(),
        TRUTH.gradientChangeDexPerKpcGyr(),
        TRUTH.feHScatterDex()
    };

    private static Optional<Marginals> fit(MigrantStars stars, Optional<Contaminants> contaminants) {
        return NormalApproximation.of(new MigrationPosterior(
                stars, GROWTH, new Enrichment.Linear(TRUTH.referenceKpc()), contaminants, Tasks.IN_TURN));
    }

    @Test
    void statedErrorsHoldTheTruthInManyMocks() {
        int mocks = 200;
        int[] held = new int[TRUE_VALUES.length];
        double[] pull = new double[TRUE_VALUES.length];
        List<Marginals> fits = IntStream.range(0, mocks)
                .parallel()
                .mapToObj(m -> fit(stars(400, 0, 100 + m), Optional.empty()).orElseThrow())
                .toList();
        for (Marginals found : fits) {
            for (int k = 0; k < held.length; k++) {
                held[k] += found.percentiles().get(k).p16() < TRUE_VALUES[k]
                                && TRUE_VALUES[k] < found.percentiles().get(k).p84()
                        ? 1
                        : 0;
                pull[k] += (found.means()[k] - TRUE_VALUES[k]) / Math.sqrt(found.covariance()[k][k]) / mocks;
            }
        }
        // Of 200 mocks two standard deviations of chance are 6.6 per cent.
        assertThat(held[0] / (double) mocks).isBetween(0.62, 0.74);
        for (int k = 0; k < held.length; k++) {
            assertThat(held[k] / (double) mocks).isBetween(0.61, 0.77);
            assertThat(Math.abs(pull[k])).isLessThan(0.3);
        }
    }

    @Test
    void manyStarsGiveTheTruthWithinThreePerCent() {
        Marginals found = fit(stars(6000, 0, 22), Optional.empty()).orElseThrow();
        for (int k = 0; k < TRUE_VALUES.length; k++) {
            double error = Math.sqrt(found.covariance()[k][k]);
            assertThat(found.means()[k]).isCloseTo(TRUE_VALUES[k], within(3 * error));
        }
        assertThat(Math.sqrt(found.covariance()[0][0])).isLessThan(0.022 * TRUTH.migrationAt8GyrKpc());
        assertThat(found.means()[0] / TRUTH.migrationAt8GyrKpc()).isBetween(0.97, 1.03);
    }

    /** Five per cent of other stars: taken for migrants they make it 40 per cent stronger; as a mixture they are counted. */
    @Test
    void contaminantsAreToldApart() {
        MigrantStars stars = stars(2500, 0.05, 9);
        Marginals plain = fit(stars, Optional.empty()).orElseThrow();
        Marginals mixed = fit(stars, Optional.of(new Contaminants(-0.5, 0.4))).orElseThrow();
        assertThat(plain.means()[0] / TRUTH.migrationAt8GyrKpc()).isGreaterThan(1.25);
        for (int k = 0; k < TRUE_VALUES.length; k++) {
            assertThat(mixed.means()[k]).isCloseTo(TRUE_VALUES[k], within(3 * Math.sqrt(mixed.covariance()[k][k])));
        }
        assertThat(mixed.means()[6]).isCloseTo(0.05, within(3 * Math.sqrt(mixed.covariance()[6][6])));
    }

    /** The law of Frankel et al. (2018) on stars made by it. */
    @Test
    void theEnrichmentOfThePaperIsFound() {
        var law = new Enrichment.Frankel2018();
        double[] truth = {3.6, -1, -0.075, 8.7, 0.32, 0.04};
        MigrantStars born = stars(2500, 0, 12);
        double[] feH = born.feHDex().clone();
        for (int i = 0; i < feH.length; i++) {
            // What was born at R0 has its place in the mock's [Fe/H], which is taken back to R0.
            double age = born.ageGyr()[i];
            double birth = (feH[i] - TRUTH.feHDex(0, age)) / TRUTH.gradientDexPerKpc(age);
            feH[i] = law.centreDex(truth, age) + law.gradientDexPerKpc(truth, age) * birth;
        }
        Marginals found = NormalApproximation.of(new MigrationPosterior(
                        new MigrantStars(born.ageGyr(), born.radiusKpc(), feH, new double[0]),
                        GROWTH,
                        law,
                        Optional.empty(),
                        Tasks.IN_TURN))
                .orElseThrow();
        for (int k = 0; k < 5; k++) {
            assertThat(found.means()[k]).isCloseTo(truth[k], within(3.2 * Math.sqrt(found.covariance()[k][k])));
        }
    }

    /** Gas that is linear in age, fitted by the law of the paper: Newton's method alone ends on a ridge of power and first [Fe/H]. */
    @Test
    void theMaximumIsFoundWhereNewtonsMethodFails() {
        int newtonFailed = 0;
        for (int seed = 1; seed <= 4; seed++) {
            MigrantStars stars = MockWanderers.STANDARD.drawn(400, 0, 30, seed).stars();
            var posterior = new MigrationPosterior(
                    stars, GROWTH, new Enrichment.Frankel2018(), Optional.empty(), Tasks.IN_TURN);
            newtonFailed += NormalApproximation.of(posterior).isEmpty() ? 1 : 0;
            Marginals found = MigrationFit.of(posterior).orElseThrow();
            double top = posterior.lnLikelihood(found.means());
            for (int k = 0; k < 6; k++) {
                for (int sign : new int[] {-1, 1}) {
                    double[] beside = found.means().clone();
                    beside[k] += sign * Math.sqrt(found.covariance()[k][k]);
                    assertThat(posterior.lnLikelihood(beside))
                            .as("number %s", k)
                            .isLessThan(top);
                }
            }
            assertThat(found.means()[0]).isCloseTo(619 / 236.0 * Math.sqrt(8 / 6.0), within(1.0));
        }
        assertThat(newtonFailed).isPositive();
    }

    /** 70 widths off both densities are 0, their logarithms are not. */
    @Test
    void aStarFarFromAllHasALikelihood() {
        double ln = new Contaminants(-0.5, 0.05).lnMixed(-5000, 0.1, 3, 0);
        double d = 3.5 / 0.05;
        assertThat(ln).isCloseTo(Math.log(0.1) - 0.5 * d * d - Math.log(0.05 * Math.sqrt(2 * Math.PI)), within(1e-9));
        assertThat(new Contaminants(-0.5, 0.05).lnMixed(-1, 0.1, -0.5, 0))
                .isCloseTo(Math.log(0.9 * Math.exp(-1) + 0.1 / (0.05 * Math.sqrt(2 * Math.PI))), within(1e-12));
    }

    /** One very old star: the prior of the loss ends below the usual start. */
    @Test
    void searchesBeginInsideThePriors() {
        var stars = new MigrantStars(new double[] {2, 45}, new double[] {8, 8}, new double[] {0, 0}, new double[0]);
        var model = new MigrationModel(
                new MigrationLikelihood.Frankel2018(),
                new ScaleLength.LossFitted(3),
                new Enrichment.Linear(8.2),
                Optional.empty());
        var posterior = new MigrationPosterior(stars, AgeNodes.exact(stars.ageGyr()), model, Tasks.IN_TURN);
        for (int k = 0; k < posterior.start().length; k++) {
            assertThat(posterior.parameters().get(k).prior().lnDensity(posterior.start()[k]))
                    .isGreaterThan(Double.NEGATIVE_INFINITY);
        }
        assertThat(posterior.start()[6]).isBetween(0.0, 0.9 / 45);
    }

    /** The sum does not hang on who does the parts, and in which order. */
    @Test
    void anyOrderOfThePartsGivesTheSameBits() {
        MigrantStars stars = stars(7000, 0, 3);
        double[] v = TRUE_VALUES.clone();
        var gas = new Enrichment.Linear(8.2);
        double inTurn = new MigrationPosterior(stars, GROWTH, gas, Optional.empty(), Tasks.IN_TURN).lnLikelihood(v);
        Tasks backwards = (n, task) -> IntStream.range(0, n).map(k -> n - 1 - k).forEach(task);
        assertThat(new MigrationPosterior(stars, GROWTH, gas, Optional.empty(), backwards).lnLikelihood(v))
                .isEqualTo(inTurn);
    }
}
