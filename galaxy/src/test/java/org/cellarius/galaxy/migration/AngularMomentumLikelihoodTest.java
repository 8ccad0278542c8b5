package org.cellarius.galaxy.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.cellarius.galaxy.birth.Migration;
import org.cellarius.galaxy.column.Tasks;
import org.cellarius.galaxy.kernel.StandardNormal;
import org.cellarius.galaxy.potential.GaussLegendre;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** p(L_z, J_R, [Fe/H] | &tau;): its norm, its limits, and stars drawn one by one. */
class AngularMomentumLikelihoodTest {

    private static final double V = MockWanderers.SPEED;
    private static final GaussLegendre RULE = GaussLegendre.onUnitInterval(24);

    private static double ln(MockWanderers of, MigrationLikelihood.Given given, double age, double[] star) {
        var stars = new MigrantStars(
                new double[] {age},
                new double[] {star[0]},
                new double[] {star[1]},
                new double[] {MockWanderers.ERROR},
                new double[] {star[2]});
        return new MigrationPosterior(stars, AgeNodes.exact(stars.ageGyr()), of.model(given), Tasks.IN_TURN)
                .lnLikelihood(of.values(false));
    }

    /** Of p over a box of L_z (as radii), [Fe/H] and J_R (where {@code inMeans}, in units of its mean at that L_z), by Gauss and Legendre's rule on so many parts of each side. */
    private static double mass(
            MockWanderers of,
            MigrationLikelihood.Given given,
            double age,
            double[][] box,
            int[] parts,
            boolean inMeans) {
        double[][] at = new double[3][];
        double[][] weight = new double[3][];
        for (int side = 0; side < 3; side++) {
            int n = RULE.nodes().length;
            at[side] = new double[n * parts[side]];
            weight[side] = new double[n * parts[side]];
            double step = (box[side][1] - box[side][0]) / parts[side];
            for (int k = 0; k < at[side].length; k++) {
                int part = k / n;
                at[side][k] = box[side][0] + step * (part + RULE.nodes()[k % n]);
                weight[side][k] = step * RULE.weights()[k % n];
            }
        }
        int cells = at[0].length * at[1].length * at[2].length;
        double[][] c = new double[4][cells];
        double[] w = new double[cells];
        int cell = 0;
        for (int i = 0; i < at[0].length; i++) {
            for (int j = 0; j < at[1].length; j++) {
                for (int k = 0; k < at[2].length; k++) {
                    c[0][cell] = at[0][i];
                    c[1][cell] = at[1][j];
                    double unit = inMeans ? Math.exp(of.heating().lnMean(age, at[0][i])) : 1;
                    c[2][cell] = unit * at[2][k];
                    c[3][cell] = MockWanderers.ERROR;
                    w[cell++] = V * unit * weight[0][i] * weight[1][j] * weight[2][k];
                }
            }
        }
        double[] ages = new double[cells];
        Arrays.fill(ages, age);
        var stars = new MigrantStars(ages, c[0], c[1], c[3], c[2]);
        double[] v = of.values(false);
        var wandered = new WanderedStars(
                of.strengthKpc(),
                MockWanderers.GROWTH.scaleLengthNowKpc(),
                MockWanderers.GROWTH.lossPerGyr(),
                of.likelihood(given).drift(),
                Heating.REFERENCE_GYR);
        var density = new NodeDensity(stars, AgeNodes.exact(ages), of.model(given), v, wandered);
        double sum = 0;
        for (int star = 0; star < cells; star++) {
            sum += w[star] * Math.exp(density.ln(star, star, wandered.lnBirths(age, c[0][star])));
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"DISC, 0.5", "DISC, 6", "DISC, 11", "NONE, 6"})
    void theDensityIsOneOverAllOfIt(MigrationLikelihood.Drift drift, double age) {
        var of = new MockWanderers(2.6, drift, new Heating(63, 0.6, 0.15), 0);
        double[][] all = {{0, 75}, {-5, 1.5}, {0, 40}};
        assertThat(mass(of, MigrationLikelihood.Given.AGE, age, all, new int[] {3, 10, 1}, true))
                .isCloseTo(1, within(1e-6));
    }

    /** Given L_z, too, the other two are a density of their own at each of it. */
    @Test
    void givenTheAngularMomentumTheOthersAreADensity() {
        var of = MockWanderers.STANDARD;
        for (double r : new double[] {0.5, 8}) {
            double[][] thin = {{r, r + 1e-6}, {-4, 2}, {0, 2500}};
            double part =
                    mass(of, MigrationLikelihood.Given.AGE_AND_ANGULAR_MOMENTUM, 6, thin, new int[] {1, 8, 8}, false);
            assertThat(part / (V * 1e-6)).isCloseTo(1, within(1e-6));
        }
    }

    /** Counts of drawn stars in boxes, against the integral of p. */
    @ParameterizedTest
    @CsvSource({"DISC, 7", "NONE, 3"})
    void drawnStarsLieWhereTheDensitySays(MigrationLikelihood.Drift drift, double age) {
        var of = new MockWanderers(2.6, drift, new Heating(63, 0.6, 0.15), 0);
        double[] r = {0, 3, 6, 9, 14};
        double[] feH = {-1.2, -0.3, -0.1, 0.1, 1};
        double[] action = {0, 25, 80, 200};
        int n = 200_000;
        int[][][] count = new int[4][4][3];
        var random = new CounterRandom(3);
        for (int star = 0; star < n; star++) {
            CounterRandom.OfStar numbers = random.of(star);
            double[] place = of.place(age, numbers);
            int i = cell(r, place[0]);
            int j = cell(feH, place[1] + MockWanderers.ERROR * numbers.normal(1));
            int k = cell(action, of.action(age, place[0], numbers));
            if (i >= 0 && j >= 0 && k >= 0) {
                count[i][j][k]++;
            }
        }
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                for (int k = 0; k < 3; k++) {
                    double[][] box = {{r[i], r[i + 1]}, {feH[j], feH[j + 1]}, {action[k], action[k + 1]}};
                    double expected = n * mass(of, MigrationLikelihood.Given.AGE, age, box, new int[] {1, 2, 1}, false);
                    assertThat((double) count[i][j][k])
                            .as("box %s %s %s", i, j, k)
                            .isCloseTo(expected, within(4 * Math.sqrt(expected + 1)));
                }
            }
        }
    }

    private static int cell(double[] edges, double value) {
        for (int k = 0; k + 1 < edges.length; k++) {
            if (value >= edges[k] && value < edges[k + 1]) {
                return k;
            }
        }
        return -1;
    }

    /** Without migration: births as they were, [Fe/H] that of the gas at R. Without eccentricity: J_R of zero with the density 1/mean. */
    @Test
    void withoutMigrationAndHeatingItIsTheDiscAtBirth() {
        var of = new MockWanderers(1e-5, MigrationLikelihood.Drift.DISC, new Heating(1e-3, 0, 0), 0);
        double age = 6;
        double scale = MockWanderers.GROWTH.scaleLengthKpc(age);
        double noise = Math.hypot(MockWanderers.SCATTER, MockWanderers.ERROR);
        for (double r : new double[] {1, 5, 9, 15}) {
            double gas = MockWanderers.GAS.centreDex(MockWanderers.GAS_VALUES, age)
                    + MockWanderers.GAS.gradientDexPerKpc(MockWanderers.GAS_VALUES, age) * r;
            double expected = Math.log(r / (scale * scale * V))
                    - r / scale
                    + Math.log(StandardNormal.density(0.7) / noise)
                    - Math.log(1e-3 / Math.sqrt(2) * r / 8);
            assertThat(ln(of, MigrationLikelihood.Given.AGE, age, new double[] {r, gas + 0.7 * noise, 0}))
                    .isCloseTo(expected, within(1e-5));
        }
    }

    /** Far from the centre diffusion with its drift leaves (R - d) exp(-R/R_d)/R_d^2: as many stars at R as there were, but for the drift. */
    @Test
    void theDriftKeepsTheDiscExponential() {
        var of = new WanderedStars(2, 3, 0, 0.5, 6);
        double d = 2 * 2 / (2 * 3.0);
        for (double r : new double[] {17, 20, 30}) {
            assertThat(of.lnRadius(of.lnBirths(6, r), 6, r)).isCloseTo(Math.log((r - d) / 9) - r / 3, within(2e-8));
        }
    }

    /** Without drift, given L_z, it is the likelihood of 2018 and that of J_R. */
    @Test
    void withoutDriftTheOtherFactorIsThatOfFrankel2018() {
        var of =
                new MockWanderers(3.6 * Math.sqrt(0.75), MigrationLikelihood.Drift.NONE, new Heating(63, 0.6, 0.15), 0);
        MigrantStars stars = of.drawn(300, 2, 14, 7).stars();
        double ofActions = 0;
        for (int i = 0; i < stars.count(); i++) {
            double mean = 63
                    / Math.sqrt(2)
                    * Math.pow(stars.ageGyr()[i] / 6, 0.6)
                    * stars.radiusKpc()[i]
                    / 8
                    * Math.exp(-0.15 * (stars.radiusKpc()[i] - 8));
            ofActions += -Math.log(mean) - stars.radialActionKpcKms()[i] / mean;
        }
        double[] v = of.values(false);
        double[] before = Arrays.copyOf(v, 6);
        before[0] = 3.6;
        double of2018 = new MigrationPosterior(
                        stars, MockWanderers.GROWTH, MockWanderers.GAS, Optional.empty(), Tasks.IN_TURN)
                .lnLikelihood(before);
        double all = new MigrationPosterior(
                        stars,
                        AgeNodes.exact(stars.ageGyr()),
                        of.model(MigrationLikelihood.Given.AGE_AND_ANGULAR_MOMENTUM),
                        Tasks.IN_TURN)
                .lnLikelihood(v);
        assertThat(all).isCloseTo(of2018 + ofActions, within(1e-8));
        assertThat(new Migration(3.6).sigmaKpc(6)).isCloseTo(of.strengthKpc(), within(1e-12));
    }
}
