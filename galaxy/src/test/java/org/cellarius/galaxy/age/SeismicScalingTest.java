package org.cellarius.galaxy.age;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against the Sun, and a red giant whose frequencies come from its mass and radius by hand. */
class SeismicScalingTest {

    @Test
    void theSunIsTheUnit() {
        assertThat(SeismicScaling.SOLAR_LOGG).isCloseTo(4.438, within(1e-3));
        assertThat(SeismicScaling.radiusSun(1, SeismicScaling.SOLAR_LOGG)).isCloseTo(1, within(1e-12));
        assertThat(SeismicScaling.nuMaxMicrohertz(5772, SeismicScaling.SOLAR_LOGG))
                .isCloseTo(3090, within(1e-9));
        assertThat(SeismicScaling.deltaNuMicrohertz(1, SeismicScaling.SOLAR_LOGG))
                .isCloseTo(135.1, within(1e-9));
    }

    @Test
    void aGiantOfTenSolarRadii() {
        double mass = 1.2;
        double logg = SeismicScaling.SOLAR_LOGG + Math.log10(mass / 100);
        assertThat(SeismicScaling.radiusSun(mass, logg)).isCloseTo(10, within(1e-9));
        assertThat(SeismicScaling.deltaNuMicrohertz(mass, logg)).isCloseTo(135.1 * Math.sqrt(1.2 / 1000), within(1e-9));
        assertThat(SeismicScaling.nuMaxMicrohertz(4800, logg))
                .isCloseTo(3090 * 0.012 * Math.sqrt(5772 / 4800.0), within(1e-9));
    }
}
