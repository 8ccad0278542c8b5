package org.cellarius.galaxy.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.cellarius.galaxy.distance.ParallaxZeroPoint.Constant;
import org.cellarius.galaxy.distance.ParallaxZeroPoint.Lindegren2021;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParallaxZeroPointTest {

    private static final double ROUNDING_MAS = 1e-11;

    /**
     * Computed with numpy 1.24 (np.interp over the arrays of M. Pantaleoni's astrometric_corrections.py, mode "Lindegren"; the same arrays as
     * the coefficient files z5_200720.txt and z6_200720.txt in EXOFASTv2), ecliptic latitude by a rotation of the unit vector; that latitude is
     * astropy 5.2's BarycentricMeanEcliptic to 6e-6 deg. G, nu_eff, ra, dec, five parameters (mas), pseudocolour, six parameters (mas).
     */
    @ParameterizedTest
    @CsvSource({
        "7.3, 1.55, 10.0, 20.0, -0.036653890265, 1.55, -0.038300135753",
        "10.95, 1.2, 200.0, -60.0, -0.034796546404, 1.25, -0.027163863609",
        "13.0, 1.62, 310.0, 45.0, -0.024697268769, 1.62, -0.026267955893",
        "14.5, 1.15, 83.0, -5.0, -0.072027486328, 1.25, -0.055616301898",
        "16.0, 1.8, 123.4, 66.0, -0.013868616994, 1.71, -0.017320637422",
        "17.2, 1.45, 266.4, -28.9, -0.030810449924, 1.45, -0.029109960908",
        "18.3, 1.3, 0.0, 0.0, -0.025827775111, 1.3, -0.034155718756",
        "20.5, 1.6, 150.0, 88.0, -0.018535099083, 1.6, -0.029842522848",
        "12.2, 1.48, 45.0, -45.0, -0.009989316150, 1.48, -0.006618784856",
        "15.2, 1.87, 270.0, 66.56, 0.002255249997, 1.71, -0.016413916670"
    })
    void recipeEqualsAnIndependentImplementation(
            double gMag,
            double nuEff,
            double raDeg,
            double decDeg,
            double fiveMas,
            double pseudocolour,
            double sixMas) {
        assertThat(zero(raDeg, decDeg, gMag, nuEff, Double.NaN, 31)).isCloseTo(fiveMas, within(ROUNDING_MAS));
        assertThat(zero(raDeg, decDeg, gMag, Double.NaN, pseudocolour, 95)).isCloseTo(sixMas, within(ROUNDING_MAS));
    }

    /** Quasars, G from 17 to 20, nu_eff about 1.6, all over the sky: the catalogue's median is about -0.017 mas, its mean -0.021 mas. */
    @Test
    void quasarsHaveTheirPublishedZeroPoint() {
        double sum = 0;
        int n = 0;
        for (double sinBeta = -0.995; sinBeta < 1; sinBeta += 0.01) {
            for (double gMag = 17; gMag <= 20; gMag += 0.1) {
                sum += Lindegren2021Recipe.fiveParameterMas(gMag, 1.6, sinBeta);
                n++;
            }
        }
        assertThat(sum / n).isBetween(-0.025, -0.017);
    }

    @ParameterizedTest
    @ValueSource(doubles = {10.8, 11.2, 11.8, 12.2, 12.9, 13.1, 15.9, 16.1, 17.5, 19.0, 20.0})
    void zeroPointIsContinuousAtTheNodesOfMagnitude(double gMag) {
        for (double colour : new double[] {1.25, 1.4, 1.6, 1.71}) {
            double below = Lindegren2021Recipe.fiveParameterMas(gMag - 1e-9, colour, 0.3);
            assertThat(Lindegren2021Recipe.fiveParameterMas(gMag + 1e-9, colour, 0.3))
                    .isCloseTo(below, within(1e-9));
            double sixBelow = Lindegren2021Recipe.sixParameterMas(gMag - 1e-9, colour, 0.3);
            assertThat(Lindegren2021Recipe.sixParameterMas(gMag + 1e-9, colour, 0.3))
                    .isCloseTo(sixBelow, within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.24, 1.48, 1.72})
    void zeroPointIsContinuousAtTheNodesOfColour(double colour) {
        for (double gMag = 6.1; gMag < 21; gMag += 0.7) {
            double below = Lindegren2021Recipe.fiveParameterMas(gMag, colour - 1e-10, -0.6);
            assertThat(Lindegren2021Recipe.fiveParameterMas(gMag, colour + 1e-10, -0.6))
                    .isCloseTo(below, within(1e-9));
        }
    }

    @Test
    void outsideItsRangeTheRecipeSaysNothing() {
        assertThat(zero(10, 10, 5.99, 1.5, Double.NaN, 31)).isNaN();
        assertThat(zero(10, 10, 21.01, 1.5, Double.NaN, 31)).isNaN();
        assertThat(zero(10, 10, 15, 1.09, Double.NaN, 31)).isNaN();
        assertThat(zero(10, 10, 15, 1.91, Double.NaN, 31)).isNaN();
        assertThat(zero(10, 10, 15, Double.NaN, 1.23, 95)).isNaN();
        assertThat(zero(10, 10, 15, Double.NaN, 1.73, 95)).isNaN();
        assertThat(zero(10, 10, 15, 1.5, 1.5, 3)).isNaN();
        assertThat(zero(10, 91, 15, 1.5, Double.NaN, 31)).isNaN();
        assertThat(zero(10, 10, 6, 1.1, Double.NaN, 31)).isFinite();
        assertThat(zero(10, 10, 21, 1.9, Double.NaN, 31)).isFinite();
    }

    @Test
    void aConstantOfDegreesIsRefused() {
        assertThatThrownBy(() -> new Constant(-17)).hasMessageContaining("mas");
    }

    private static double zero(double raDeg, double decDeg, double gMag, double nu, double pseudo, double solved) {
        return new Lindegren2021()
                .zeroPointMas(new double[][] {{raDeg}, {decDeg}, {gMag}, {nu}, {pseudo}, {solved}}, 0, 0);
    }
}
