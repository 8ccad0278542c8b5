package org.cellarius.galaxy.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.cellarius.galaxy.birth.DiscGrowth;
import org.cellarius.galaxy.birth.Migration;
import org.cellarius.galaxy.column.Tasks;
import org.cellarius.galaxy.kernel.StandardNormal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both integrals against brute force: the formula of the paper, summed over a fine lattice of radii of birth. */
class BirthIntegralTest {

    private static final DiscGrowth GROWTH = new DiscGrowth(3, 0.0375);
    private static final Enrichment GAS = new Enrichment.Linear(8.2);

    /** Simpson's rule. */
    private static double simpson(java.util.function.DoubleUnaryOperator f, double low, double high, int steps) {
        double h = (high - low) / steps;
        double sum = f.applyAsDouble(low) + f.applyAsDouble(high);
        for (int k = 1; k < steps; k++) {
            sum += (k % 2 == 1 ? 4 : 2) * f.applyAsDouble(low + k * h);
        }
        return sum * h / 3;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.9, 1.5})
    void theIntegralIsThatOfAFineLattice(double drift) {
        double worst = 0;
        for (double b : new double[] {0.001, 0.01, 0.05, 0.2, 0.5, 0.9, 1}) {
            for (double a :
                    new double[] {-20 * b, -5 * b, -2 * b, -0.5 * b, 0, 0.5 * b, b, 3 * b, 6 * b, 1, 3, 7, 12, 50}) {
                double peak = Math.max(a, 0);
                double from = Math.max(0, a - 12 * b);
                double to = a < 0 ? a + Math.hypot(a, 12 * b) : a + 12 * b;
                double sum = simpson(
                        x -> x
                                / StandardNormal.below(x - drift)
                                * Math.exp(-0.5 * (x - peak) * (x + peak - 2 * a) / (b * b)),
                        from,
                        to,
                        20_000);
                double ln = -0.5 * (peak - a) * (peak - a) / (b * b) + Math.log(sum * StandardNormal.PEAK / b);
                worst = Math.max(worst, Math.abs(BirthIntegral.ln(a, b, drift) - ln));
            }
        }
        assertThat(worst).isLessThan(2e-8);
    }

    @Test
    void theDensityIsThatOfThePaper() {
        double[] v = {3.6, 0.03, 0.03, -0.072, -0.002, 0.04};
        for (double age : new double[] {0.2, 1, 4, 8, 11}) {
            double sigma = new Migration(v[0]).sigmaKpc(age);
            for (double r : new double[] {0.3, 2, 6, 8.2, 14, 20}) {
                for (double feH : new double[] {-1.2, -0.5, -0.1, 0.1, 0.4}) {
                    var star = new MigrantStars(
                            new double[] {age}, new double[] {r}, new double[] {feH}, new double[] {0.05});
                    var posterior = new MigrationPosterior(star, GROWTH, GAS, Optional.empty(), Tasks.IN_TURN);
                    double error = Math.hypot(0.05, v[5]);
                    double scale = GROWTH.scaleLengthKpc(age);
                    double from = Math.max(1e-9, r - 14 * sigma);
                    double to = r + 14 * sigma;
                    double births = simpson(
                            b -> b * Math.exp(-(b - r) / scale) * Migration.density(r, b, sigma), from, to, 20_000);
                    double withFeH = simpson(
                            b -> b
                                    * Math.exp(-(b - r) / scale)
                                    * Migration.density(r, b, sigma)
                                    * StandardNormal.density(
                                            (feH - GAS.centreDex(v, age) - GAS.gradientDexPerKpc(v, age) * b) / error)
                                    / error,
                            from,
                            to,
                            20_000);
                    double ln = Math.log(withFeH / births);
                    if (ln > -60) {
                        assertThat(posterior.lnLikelihood(v))
                                .as("age %s, R %s, [Fe/H] %s", age, r, feH)
                                .isCloseTo(ln, within(1e-6));
                    }
                }
            }
        }
    }
}
