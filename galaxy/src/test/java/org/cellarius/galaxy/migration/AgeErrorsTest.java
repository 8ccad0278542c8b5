package org.cellarius.galaxy.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.galaxy.column.Tasks;
import org.cellarius.galaxy.posterior.Marginals;
import org.cellarius.galaxy.posterior.NormalApproximation;
import org.junit.jupiter.api.Test;

/** Errors of age, as they smear what is fitted, and as they are summed over; the growth of the disc as a number to be found. */
class AgeErrorsTest {

    private static final double ERROR_LN = 0.4;

    private static AgeNodes nodes(MigrantStars stars) {
        double[] ln = new double[stars.count()];
        Arrays.fill(ln, ERROR_LN);
        var errors = new AgeErrors.LogNormal(ln);
        AgeDistribution prior = AgeDistribution.deconvolved(
                stars.ageGyr(), errors, IntStream.range(0, ln.length).toArray(), 13);
        return AgeNodes.of(stars.ageGyr(), errors, i -> prior, 5);
    }

    private static Marginals fit(MigrantStars stars, AgeNodes ages, MigrationModel model) {
        return NormalApproximation.of(new MigrationPosterior(stars, ages, model, Tasks.IN_TURN))
                .orElseThrow();
    }

    private static double offInErrors(Marginals found, double[] truth, int k) {
        return (found.means()[k] - truth[k]) / Math.sqrt(found.covariance()[k][k]);
    }

    /** [Fe/H] given radius and age: errors of 40 per cent taken as none pass for scatter of the gas, and make migration weaker. */
    @Test
    void strengthOf2018HoldsTheTruthOnceErrorsAreSummedOver() {
        var of = new MockWanderers(
                3.6 * Math.sqrt(0.75), MigrationLikelihood.Drift.NONE, new Heating(63, 0.6, 0.15), ERROR_LN);
        MigrantStars stars = of.drawn(4000, 5, 12, 31).stars();
        double[] truth = of.values(false);
        truth[0] = 3.6;
        var model = new MigrationModel(
                new MigrationLikelihood.Frankel2018(),
                new ScaleLength.Known(MockWanderers.GROWTH),
                MockWanderers.GAS,
                Optional.empty());
        Marginals exact = fit(
                stars,
                AgeNodes.exact(
                        Arrays.stream(stars.ageGyr()).map(a -> Math.min(a, 20)).toArray()),
                model);
        Marginals summed = fit(stars, nodes(stars), model);
        assertThat(offInErrors(exact, truth, 5)).as("scatter").isGreaterThan(3.5);
        assertThat(offInErrors(exact, truth, 0)).as("migration").isLessThan(-2);
        for (int k = 0; k < 6; k++) {
            assertThat(offInErrors(summed, truth, k)).as("number %s", k).isCloseTo(0, within(2.5));
        }
    }

    /** Angular momentum, radial action and [Fe/H] given age; with the growth of the disc. */
    @Test
    void strengthOf2020AndGrowthHoldTheTruthOnceErrorsAreSummedOver() {
        var of = MockWanderers.STANDARD.withAgeErrors(ERROR_LN);
        MigrantStars stars = of.drawn(1200, 0, 100, 32).stars();
        double[] truth = of.values(true);
        var model = new MigrationModel(
                of.likelihood(MigrationLikelihood.Given.AGE),
                new ScaleLength.LossFitted(3),
                MockWanderers.GAS,
                Optional.empty());
        Marginals summed = fit(stars, nodes(stars), model);
        for (int k = 0; k < 10; k++) {
            assertThat(offInErrors(summed, truth, k)).as("number %s", k).isCloseTo(0, within(2.5));
        }
        assertThat(Math.sqrt(summed.covariance()[6][6])).isLessThan(0.006);
    }
}
