package org.cellarius.galaxy.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cellarius.galaxy.column.Tasks;
import org.cellarius.galaxy.kernel.StandardNormal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ages with errors: the rule, the distribution of ages, the sum over them. */
class AgeNodesTest {

    /** Of a normal weight it is Gauss and Hermite's rule of five nodes (zeros of He5 in closed form: x^4 - 10 x^2 + 15 = 0). */
    @Test
    void ofANormalWeightItIsGaussAndHermitesRule() {
        double[] points = IntStream.range(0, 400)
                .mapToDouble(k -> -8 + 16 * (k + 0.5) / 400)
                .toArray();
        double[] weight = Arrays.stream(points).map(StandardNormal::density).toArray();
        GaussRule rule = GaussRule.of(points, weight, 5);
        double near = Math.sqrt(5 - Math.sqrt(10));
        double far = Math.sqrt(5 + Math.sqrt(10));
        double[] nodes = {-far, -near, 0, near, far};
        for (int k = 0; k < 5; k++) {
            assertThat(rule.nodes()[k]).isCloseTo(nodes[k], within(1e-9));
        }
        assertThat(rule.weights()[2]).isCloseTo(8 / 15.0, within(1e-9));
        assertThat(Arrays.stream(rule.weights()).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void aRuleHasNoMoreNodesThanTheWeightHasPoints() {
        GaussRule rule = GaussRule.of(new double[] {1, 2, 5}, new double[] {0, 3, 1}, 5);
        assertThat(rule.nodes()).hasSize(2);
        assertThat(rule.nodes()[0]).isCloseTo(2, within(1e-12));
        assertThat(rule.nodes()[1]).isCloseTo(5, within(1e-12));
        assertThat(rule.weights()[0]).isCloseTo(0.75, within(1e-12));
    }

    /** Seven nodes against 4000 ages, added up one by one; stars that the model all but rules out (ln p below -25) need more. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.25})
    void theSumOverNodesIsTheIntegralOverAges(double errorLn) {
        var of = MockWanderers.STANDARD;
        MigrationModel model = of.model(MigrationLikelihood.Given.AGE);
        double[] v = of.values(false);
        AgeDistribution prior = AgeDistribution.uniform(12);
        double worst = 0;
        for (double observed : new double[] {0.5, 2, 5, 9, 13}) {
            for (double feH : new double[] {-0.5, -0.1, 0.2}) {
                for (double action : new double[] {5, 60, 200}) {
                    var errors = new AgeErrors.LogNormal(new double[] {errorLn});
                    var star = new MigrantStars(
                            new double[] {observed},
                            new double[] {8},
                            new double[] {feH},
                            new double[] {0.03},
                            new double[] {action});
                    double summed = new MigrationPosterior(
                                    star, AgeNodes.of(star.ageGyr(), errors, i -> prior, 7), model, Tasks.IN_TURN)
                            .lnLikelihood(v);
                    double top = 0;
                    double norm = 0;
                    for (int k = 0; k < 4000; k++) {
                        double age = 12 * (k + 0.5) / 4000;
                        double weight = errors.density(0, observed, age);
                        if (weight > 1e-9) {
                            norm += weight;
                            top += weight
                                    * Math.exp(new MigrationPosterior(
                                                    star, AgeNodes.exact(new double[] {age}), model, Tasks.IN_TURN)
                                            .lnLikelihood(v));
                        }
                    }
                    if (summed > -25) {
                        worst = Math.max(worst, Math.abs(summed - Math.log(top / norm)));
                    }
                }
            }
        }
        assertThat(worst).isLessThan(errorLn < 0.2 ? 1e-3 : 4e-3);
    }

    /** Normal ages with normal errors: the mean is pulled to that of the sample by the share of the error. */
    @Test
    void aNormalPriorShrinksTheAge() {
        double[] perGyr = IntStream.range(0, 1201)
                .mapToDouble(k -> StandardNormal.density((k * 0.01 - 6) / 1.2) / 1.2)
                .toArray();
        var prior = new AgeDistribution(0.01, perGyr);
        AgeNodes nodes = AgeNodes.of(new double[] {7}, new AgeErrors.Normal(new double[] {0.9}), i -> prior, 5);
        double mean = 0;
        for (int k = 0; k < 5; k++) {
            mean += nodes.weight()[k] * nodes.ageGyr()[k];
        }
        assertThat(mean).isCloseTo(6 + 1.44 / (1.44 + 0.81), within(1e-4));
    }

    /** Seven errors above the oldest age there is none; four errors above it there is one below. */
    @Test
    void agesThatAreNotPossibleAreRuledOut() {
        AgeDistribution prior = AgeDistribution.uniform(10);
        var errors = new AgeErrors.Normal(new double[] {1, 1, 1});
        AgeNodes nodes = AgeNodes.of(new double[] {17, 14, 5}, errors, i -> prior, 3);
        assertThat(nodes.possible()).containsExactly(1, 2);
        AgeNodes kept = nodes.of(nodes.possible());
        assertThat(kept.stars()).isEqualTo(2);
        assertThat(kept.oldestGyr()).isBetween(9.0, 10.0);
        assertThat(Arrays.stream(kept.weight()).sum()).isCloseTo(2, within(1e-12));
        var stars = new MigrantStars(
                        new double[] {17, 14, 5}, new double[] {7, 8, 9}, new double[] {-1, 0, 1}, new double[0])
                .of(nodes.possible());
        assertThat(stars.radiusKpc()).containsExactly(8, 9);
        assertThat(stars.feHDex()).containsExactly(0, 1);
    }

    /** The observed ages are wider than the true ones by a third; the distribution without errors is not. */
    @Test
    void theDistributionOfTrueAgesIsFound() {
        var drawn = MockWanderers.STANDARD.withAgeErrors(0.25).drawn(4000, 0, 100, 5);
        double[] observed = drawn.stars().ageGyr();
        double[] ln = new double[observed.length];
        Arrays.fill(ln, 0.25);
        AgeDistribution found = AgeDistribution.deconvolved(
                observed,
                new AgeErrors.LogNormal(ln),
                IntStream.range(0, ln.length).toArray(),
                14);
        double[] truth = Arrays.stream(drawn.trueAgeGyr()).sorted().toArray();
        double step = 0.01;
        double whole = IntStream.range(0, 1400)
                .mapToDouble(k -> found.density((k + 0.5) * step) * step)
                .sum();
        assertThat(whole).isCloseTo(1, within(1e-3));
        for (double age : new double[] {1, 2, 4, 6, 8, 10}) {
            double share = IntStream.range(0, (int) Math.round(age / step))
                    .mapToDouble(k -> found.density((k + 0.5) * step) * step)
                    .sum();
            long below = Arrays.stream(truth).filter(a -> a < age).count();
            assertThat(share).isCloseTo(below / 4000.0, within(0.03));
        }
    }
}
