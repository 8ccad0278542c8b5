package org.cellarius.galaxy.sky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Beside scipy's root of Snyder's equation, and healpy's projector, which is coarse near the poles. */
class MollweideTest {

    @ParameterizedTest
    @CsvSource({
        "90, 0, -1.4142135623730951, 0.0",
        "30, 45, -0.37990834171051646, 0.8372734721038815",
        "-120, -60, 1.2202257753611232, -1.0781767455494924",
        "170, 80, -0.8706647863656453, 1.336986966848936",
        "45, 89.5, -0.03164868304337129, 1.4127963205807417",
        "10, -5, -0.15676568859364406, -0.09688152177071647",
        "-60, -75, 0.3989582891665932, -1.2813557811501246"
    })
    void placesAreThoseOfSnydersEquation(double l, double b, double x, double y) {
        assertThat(Mollweide.x(l, b)).isCloseTo(x, within(1e-9));
        assertThat(Mollweide.y(b)).isCloseTo(y, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "90, 0, -1.4142135623730951, 0",
        "30, 45, -0.3799083417105164, 0.8372734721038817",
        "-120, -60, 1.220225775361124, -1.078176745549492",
        "170, 80, -0.8706647863656448, 1.336986966848936",
        "10, -5, -0.1567656885936439, -0.09688152177071635",
        "-60, -75, 0.3989582891665928, -1.2813557811501248"
    })
    void placesAreThoseOfHealpy(double l, double b, double x, double y) {
        assertThat(Mollweide.x(l, b)).isCloseTo(x, within(1e-9));
        assertThat(Mollweide.y(b)).isCloseTo(y, within(1e-9));
    }

    /** A square of a degree has the same area everywhere, cos b of one at the equator. */
    @Test
    void areasAreKept() {
        for (double b = -88.5; b < 89; b += 7.4) {
            double height = Mollweide.y(b + 0.5) - Mollweide.y(b - 0.5);
            double width = Mollweide.x(100, b) - Mollweide.x(101, b);
            double solid = Math.toRadians(1) * (Math.sin(Math.toRadians(b + 0.5)) - Math.sin(Math.toRadians(b - 0.5)));
            assertThat(height * width / solid).as("at b = " + b).isCloseTo(1, within(0.02));
        }
    }

    @Test
    void theRimAndThePoles() {
        assertThat(Mollweide.x(180, 0)).isCloseTo(-Mollweide.HALF_WIDTH, within(1e-12));
        assertThat(Mollweide.y(90)).isCloseTo(Mollweide.HALF_HEIGHT, within(1e-12));
        assertThat(Mollweide.x(50, -90)).isCloseTo(0, within(1e-6));
        assertThat(Mollweide.aboutZero(180)).isEqualTo(180);
        assertThat(Mollweide.aboutZero(181)).isEqualTo(-179);
        assertThat(Mollweide.aboutZero(-180)).isEqualTo(180);
        assertThat(Mollweide.aboutZero(360)).isEqualTo(0);
    }
}
