package org.cellarius.galaxy.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PotentialsTest {

    /** The speeds that the papers state for their own R0; four digits are given. */
    @Test
    void everyNamedPotentialTurnsAsItsPaperSays() {
        for (Potential potential : Potentials.all()) {
            assertThat(potential.circularOrbits().speedKms(potential.r0Kpc()))
                    .as(potential.name())
                    .isCloseTo(potential.v0Kms(), within(0.13));
        }
    }

    @Test
    void rescaledPotentialTurnsWithTheNewSpeedAtTheNewRadius() {
        Potential chen = Potentials.named("MWPotential2014").rescaledTo(8.27, 236);
        assertThat(chen.circularOrbits().speedKms(8.27)).isCloseTo(236, within(1e-9));
        assertThat(chen.scaling()).isEqualTo(Scaling.RESCALED);
    }

    @Test
    void unknownNameIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> Potentials.named("McMillan18"))
                .hasMessageContaining("no potential 'McMillan18'")
                .hasMessageContaining("McMillan17, McMillan17-rounded, Irrgang13I");
    }
}
