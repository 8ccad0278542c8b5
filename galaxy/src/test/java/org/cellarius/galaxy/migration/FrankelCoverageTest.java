package org.cellarius.galaxy.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.galaxy.column.Tasks;
import org.cellarius.galaxy.posterior.Marginals;
import org.cellarius.galaxy.posterior.NormalApproximation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether stated errors hold the truth, in many mocks drawn from the model of angular momentum. Table of longer runs: -Dmocks=2000. */
class FrankelCoverageTest {

    private static final int MOCKS = Integer.getInteger("mocks", 100);

    private static Marginals fit(MigrantStars stars, MigrationModel model, double[] start) {
        var posterior = new MigrationPosterior(stars, AgeNodes.exact(stars.ageGyr()), model, Tasks.IN_TURN);
        return NormalApproximation.of(new BegunAt(posterior, start)).orElseThrow();
    }

    /** Given the age the stars are of all radii, and the growth of the disc is fitted; given L_z, too, they lie about the Sun. */
    @ParameterizedTest
    @CsvSource({"AGE, 0, 100, true, 200, 1", "AGE_AND_ANGULAR_MOMENTUM, 5, 12, false, 400, 3"})
    void statedErrorsHoldTheTruth(
            MigrationLikelihood.Given given, double from, double to, boolean lossFitted, int stars, int every) {
        int mocks = MOCKS / every;
        var of = MockWanderers.STANDARD;
        var model = new MigrationModel(
                of.likelihood(given),
                lossFitted ? new ScaleLength.LossFitted(3) : new ScaleLength.Known(MockWanderers.GROWTH),
                MockWanderers.GAS,
                Optional.empty());
        double[] truth = of.values(lossFitted);
        List<Marginals> fits = IntStream.range(0, mocks)
                .parallel()
                .mapToObj(m -> fit(of.drawn(stars, from, to, 500 + m).stars(), model, truth))
                .toList();
        // Of a fraction of 68.3 per cent the number held is binomial: three standard deviations for ten numbers.
        double chance = Math.sqrt(0.683 * 0.317 / mocks);
        for (int k = 0; k < truth.length; k++) {
            double held = 0;
            double pull = 0;
            for (Marginals found : fits) {
                boolean in = found.percentiles().get(k).p16() < truth[k]
                        && truth[k] < found.percentiles().get(k).p84();
                held += in ? 1.0 / mocks : 0;
                pull += (found.means()[k] - truth[k]) / Math.sqrt(found.covariance()[k][k]) / mocks;
            }
            if (MOCKS > 100) {
                System.out.printf("%s %d held %.3f pull %.3f%n", given, k, held, pull);
            }
            assertThat(held).as("number %s", k).isCloseTo(0.683, within(3 * chance));
            assertThat(Math.abs(pull)).as("pull of number %s", k).isLessThan(0.15 + 3 / Math.sqrt(mocks));
        }
    }
}
