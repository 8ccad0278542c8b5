package org.cellarius.galaxy.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cellarius.galaxy.frame.Sun;
import org.cellarius.galaxy.potential.Potential;
import org.cellarius.galaxy.potential.Potentials;
import org.junit.jupiter.api.Test;

/** A Sun and a potential of different scales are told. */
class ScaleOfSunTest {

    private static Potential named(String name) {
        return Potentials.all().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** 245 - 12.24 = 232.76 km/s against 220: 8.27 x 232.76 / 220 = 8.7497 kpc, 5.8 % too large. */
    @Test
    void aSlowPotentialMakesGuidingRadiiTooLarge() {
        assertThat(ScaleOfSun.disagreement(Sun.HAWKINS_2023, named("MWPotential2014")))
                .hasValueSatisfying(told -> assertThat(told)
                        .contains("8.75 kpc, 5.8 % too large")
                        .contains("R0: 8.27 kpc and v0: 233 km/s")
                        .contains("--r0 8.27 --v0 233"));
    }

    @Test
    void aPotentialThatWasStretchedToTheSunAgrees() {
        assertThat(ScaleOfSun.disagreement(
                        Sun.HAWKINS_2023, named("MWPotential2014").rescaledTo(8.27, 233)))
                .isEmpty();
        assertThat(ScaleOfSun.disagreement(Sun.VICKERS_2021, named("McMillan17")))
                .isEmpty();
        assertThat(ScaleOfSun.disagreement(Sun.HAWKINS_2023, named("McMillan17")))
                .isEmpty();
    }

    @Test
    void aSunWithoutVelocityIsComparedByItsDistanceAlone() {
        assertThat(ScaleOfSun.disagreement(Sun.IMIG_2023, named("McMillan17"))).isPresent();
        assertThat(ScaleOfSun.disagreement(Sun.LONG_2025, named("McMillan17"))).isEmpty();
    }

    /** astropy's v4.0 takes the same proper motion of Sgr A* at 8.122 kpc: (245.6, 7.78) km/s, rounded. */
    @Test
    void theSunOfGravity2021MovesAsSgrAStarSays() {
        assertThat(Sun.GRAVITY_2021.velocity().orElseThrow().vKms()).isCloseTo(245.6 * 8.275 / 8.122, within(0.06));
        assertThat(Sun.GRAVITY_2021.velocity().orElseThrow().wKms()).isCloseTo(7.78 * 8.275 / 8.122, within(0.006));
    }

    /** 30.24 km/s/kpc (Bland-Hawthorn and Gerhard 2016) at 8.2 kpc, rounded to km/s. */
    @Test
    void theSunOfTheReviewTurnsAsItsAngularSpeedSays() {
        assertThat(Sun.BLAND_HAWTHORN_GERHARD_2016.velocity().orElseThrow().vKms())
                .isCloseTo(30.24 * 8.2, within(0.5));
    }
}
