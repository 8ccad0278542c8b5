package org.cellarius.study.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cellarius.catalogue.InputError;
import org.cellarius.galaxy.potential.Potential;
import org.cellarius.galaxy.potential.Potentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PotentialReaderTest {

    /** McMillan (2017), typed from its table. */
    private static final String MCMILLAN = """
            name: typed
            source: McMillan (2017)
            R0: 8.21 kpc
            components:
              - {kind: exponential-disc, surface-density: 896 Msun/pc2, scale-length: 2.50 kpc, scale-height: 300 pc}
              - {kind: exponential-disc, surface-density: 183 Msun/pc2, scale-length: 3.02 kpc, scale-height: 900 pc}
              - {kind: holed-sech2-disc, surface-density: 53.1 Msun/pc2, scale-length: 7 kpc, hole: 4 kpc, scale-height: 85 pc}
              - {kind: holed-sech2-disc, surface-density: 2180 Msun/pc2, scale-length: 1.5 kpc, hole: 12 kpc, scale-height: 45 pc}
              - {kind: flattened-cutoff-bulge, density: 98.4 Msun/pc3, scale: 75 pc, cut: 2.1 kpc, axis-ratio: 0.5}
              - {kind: nfw, density: 0.00854 Msun/pc3, scale: 19.6 kpc}
            """;

    @TempDir
    Path folder;

    @Test
    void aTypedMcMillan17IsTheRoundedOneAndKnowsItsSpeed() throws IOException {
        Potential typed = read(MCMILLAN);
        for (double r : new double[] {0.5, 8, 20}) {
            double there = Potentials.MCMILLAN_17_ROUNDED.forceRKms2PerKpc(r, 0.3);
            assertThat(typed.forceRKms2PerKpc(r, 0.3)).isCloseTo(there, within(1e-9 * Math.abs(there)));
        }
        assertThat(typed.v0Kms()).isCloseTo(233.2, within(0.5));
        assertThat(typed.citation()).isEqualTo("McMillan (2017)");
        assertThat(typed.settings()).contains("typed, native, R0 = 8.21 kpc").contains("scaleLengthKpc=3.02");
    }

    /** Every kind that can carry a whole galaxy gives v0 at R0 with a share of 1. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            miyamoto-nagai | a: 3 kpc, b: 0.28 kpc
            power-law-with-cutoff | exponent: 1.8, cut: 1.9 kpc
            nfw | scale: 16 kpc
            hernquist | scale: 5 kpc
            plummer | scale: 3 kpc
            isochrone | scale: 2 kpc
            logarithmic | core: 1 kpc, flattening: 0.9
            allen-santillan | scale: 2.5 kpc, gamma: 2, cut: 200 kpc
            truncated-flat | scale: 200 kpc
            exponential-disc | scale-length: 2.5 kpc, scale-height: 300 pc
            """)
    void aShareOfOneCarriesTheWholeSpeed(String kind, String shape) throws IOException {
        Potential galaxy = read(
                "{name: one, R0: 8 kpc, v0: 220 km/s, components: [{kind: %s, share: 1, %s}]}".formatted(kind, shape));
        assertThat(galaxy.circularOrbits().speedKms(8)).isCloseTo(220, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name: typed | nome: typed | has no 'nome'; did you mean 'name'?
            R0: 8.21 kpc | R0: 8.21 | '8.21'
            R0: 8.21 kpc | R0: 8.21 km/s | do not measure the same quantity
            kind: nfw | kind: nwf | did you mean 'nfw'?
            scale: 19.6 kpc | skale: 19.6 kpc | did you mean 'scale'?
            density: 0.00854 Msun/pc3, | | lacks 'density'
            axis-ratio: 0.5 | axis-ratio: half | is no number
            density: 0.00854 Msun/pc3 | density: -1 Msun/pc3 | must be positive
            density: 0.00854 Msun/pc3 | share: 0.3 | Add v0
            name: typed | name: McMillan17 | is the name of a published potential
            """)
    void mistakesAreNamedWithTheirPlace(String from, String to, String message) {
        String wrong = MCMILLAN.replace(from, to == null ? "" : to);
        assertThat(wrong).isNotEqualTo(MCMILLAN);
        assertThatThrownBy(() -> read(wrong))
                .isInstanceOf(InputError.class)
                .hasMessageContaining(message)
                .hasMessageContaining("galaxy.yaml:");
    }

    private Potential read(String text) throws IOException {
        return PotentialReader.read(Files.writeString(folder.resolve("galaxy.yaml"), text));
    }
}
