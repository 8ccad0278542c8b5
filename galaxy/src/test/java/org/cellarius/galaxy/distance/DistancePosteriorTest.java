package org.cellarius.galaxy.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistancePosteriorTest {

    /**
     * Mpmath with 30 digits: 60 panels in ln r of its Gauss-Legendre quadrature, quantiles by bisection and Newton, the mode by findroot.
     * Parallax and error (mas), length scale (kpc); mode and the quantiles 0.1587, 0.5, 0.8413, 0.05, 0.95 (kpc). The fourth and fifth have two maxima.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 0.0001, 1.35, 1.00000001259259, 0.999900042583818, 1.00000003259259, 1.00010004260137, 0.999835574268095, 1.00016454502797",
        "1, 0.1, 1.35, 1.0128201250849, 0.936588974147373, 1.03475560464709, 1.15608743009163, 0.882643392895854, 1.2507761992364",
        "0.5, 0.25, 1.35, 2.21923732069779, 1.91395362318818, 3.07989312283425, 5.1962383560142, 1.48240392956894, 7.18652801946001",
        "1, 0.42, 10, 16.8321719580795, 10.4971471971002, 23.6030181512403, 43.2822189118418, 5.10816054600213, 59.8791914892923",
        "1, 0.36, 3, 1.38016516518472, 1.67923180056509, 4.24123554008197, 9.72688810552073, 1.10132457994621, 14.6406404902332",
        "0.1, 0.1, 1.35, 5.15757221011615, 4.29732478798731, 5.90943855930921, 8.30866830704291, 3.56559271169618, 10.3728431326269",
        "-0.2, 0.3, 1.35, 4.24122984230613, 3.30897804836989, 5.10068895494591, 7.75054223556717, 2.51985249144145, 9.98261949864359",
        "-3, 0.3, 0.5, 4.75271549217589, 3.96368549733419, 5.02334941415156, 6.35608873905745, 3.40523910325865, 7.37939929718608",
        "0.01, 1000, 1.35, 2.70000018018516, 1.84584912441133, 3.60998174198494, 6.26111075153347, 1.10388408606662, 8.49932162838411",
        "100, 0.02, 1.35, 0.0100000007970372, 0.00999800199615966, 0.0100000015970376, 0.0100020019979161, 0.00999671297033296, 0.0100032923881787",
        "0.001, 0.02, 2, 18.4373956448583, 15.9017320342516, 19.4441000890759, 24.0162775207605, 14.0642002281236, 27.6107628910663"
    })
    void quantilesEqualThirtyDigitQuadrature(
            double parallaxMas,
            double errorMas,
            double lengthKpc,
            double mode,
            double lo,
            double median,
            double hi,
            double p05,
            double p95) {
        var posterior = new DistancePosterior(new ExponentialDensityPrior(lengthKpc));
        posterior.observe(parallaxMas, errorMas);
        close(posterior.modeKpc(), mode);
        close(posterior.quantileKpc(ParallaxKernel.LOWER), lo);
        close(posterior.quantileKpc(0.5), median);
        close(posterior.quantileKpc(ParallaxKernel.UPPER), hi);
        close(posterior.quantileKpc(0.05), p05);
        close(posterior.quantileKpc(0.95), p95);
    }

    private static void close(double value, double truth) {
        assertThat(value).isCloseTo(truth, within(1e-9 * truth));
    }

    /** The median of a gamma distribution of shape 3 is 2.674060313723561 scales, its mode 2 (scipy 1.10, gamma.ppf(0.5, 3)). */
    @Test
    void aParallaxThatSaysNothingLeavesThePrior() {
        var posterior = new DistancePosterior(new ExponentialDensityPrior(1.35));
        posterior.observe(0, 1e6);
        close(posterior.quantileKpc(0.5), 1.35 * 2.674060313723561);
        close(posterior.modeKpc(), 2.7);
        for (double probability : new double[] {0.01, 0.3, 0.7, 0.99}) {
            double r = posterior.quantileKpc(probability) / 1.35;
            double below = 1 - Math.exp(-r) * (1 + r + r * r / 2);
            assertThat(below).isCloseTo(probability, within(1e-10));
        }
    }

    @Test
    void anExactParallaxIsItsInverse() {
        var posterior = new DistancePosterior(new ExponentialDensityPrior(1.35));
        for (double parallaxMas : new double[] {0.05, 1, 30, 700}) {
            posterior.observe(parallaxMas, 1e-8 * parallaxMas);
            assertThat(posterior.quantileKpc(0.5) * parallaxMas).isCloseTo(1, within(1e-12));
            double width = posterior.quantileKpc(ParallaxKernel.UPPER) - posterior.quantileKpc(ParallaxKernel.LOWER);
            assertThat(width * parallaxMas).isCloseTo(2e-8, within(1e-12));
        }
    }

    /** Whatever comes from the prior and is measured with the stated error lies within the central interval 68.27 times in 100. */
    @ParameterizedTest
    @CsvSource({"0.01", "0.1", "0.5"})
    void centralIntervalHoldsTheTruthAsOftenAsItSays(double errorMas) {
        double lengthKpc = 1.35;
        var random = new CounterRandom(20);
        var posterior = new DistancePosterior(new ExponentialDensityPrior(lengthKpc));
        int stars = 20_000;
        int inside = 0;
        int below = 0;
        for (int i = 0; i < stars; i++) {
            // A gamma variable of shape 3 is minus the logarithm of the product of three uniforms.
            double truth = -lengthKpc * Math.log(random.uniform(i, 0) * random.uniform(i, 1) * random.uniform(i, 2));
            posterior.observe(1 / truth + errorMas * random.normal(i, 7), errorMas);
            double lo = posterior.quantileKpc(ParallaxKernel.LOWER);
            double hi = posterior.quantileKpc(ParallaxKernel.UPPER);
            inside += lo <= truth && truth <= hi ? 1 : 0;
            below += truth <= posterior.quantileKpc(0.5) ? 1 : 0;
        }
        double counting = Math.sqrt(0.6827 * 0.3173 / stars);
        assertThat((double) inside / stars).isCloseTo(0.6827, within(3 * counting));
        assertThat((double) below / stars).isCloseTo(0.5, within(3 * 0.5 / Math.sqrt(stars)));
    }

    /** Quantiles go on growing and stay finite over fourteen decades of the error and both signs of the parallax. */
    @Test
    void everyParallaxHasADistance() {
        var posterior = new DistancePosterior(new ExponentialDensityPrior(0.5));
        for (double errorMas = 1e-7; errorMas < 1e7; errorMas *= 3) {
            for (double parallaxMas : new double[] {-100, -1, -1e-3, 0, 1e-3, 0.3, 1, 7, 768.5}) {
                posterior.observe(parallaxMas, errorMas);
                double before = 0;
                for (double probability : new double[] {0.001, 0.1587, 0.5, 0.8413, 0.999}) {
                    double kpc = posterior.quantileKpc(probability);
                    assertThat(kpc)
                            .as("%s +- %s", parallaxMas, errorMas)
                            .isFinite()
                            .isGreaterThan(before);
                    before = kpc;
                }
            }
        }
    }
}
