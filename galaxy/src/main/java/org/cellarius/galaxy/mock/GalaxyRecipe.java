package org.cellarius.galaxy.mock;

import java.util.List;

/**
 * A Galaxy whose truth is known: populations with their shares of all stars ever born, and what changes with azimuth.
 *
 * @param lowAlpha the low-&alpha; disc
 * @param highAlpha the high-&alpha;, thick disc
 * @param halo the halo
 * @param highAlphaShare share of the stars that belong to the high-&alpha; disc
 * @param haloShare share that belongs to the halo
 * @param pattern changes of [Fe/H] with azimuth
 */
public record GalaxyRecipe(
        LowAlphaDisc lowAlpha,
        HighAlphaDisc highAlpha,
        StellarHalo halo,
        double highAlphaShare,
        double haloShare,
        AzimuthalPattern pattern) {

    /** The Milky Way of the mock surveys, with spiral and bar. */
    public static final GalaxyRecipe STANDARD = new GalaxyRecipe(
            LowAlphaDisc.STANDARD,
            HighAlphaDisc.STANDARD,
            StellarHalo.STANDARD,
            0.25,
            0.01,
            AzimuthalPattern.SpiralAndBar.STANDARD);

    public GalaxyRecipe {
        if (!(highAlphaShare >= 0 && haloShare >= 0 && highAlphaShare + haloShare < 1)) {
            throw new IllegalArgumentException("shares of the high-alpha disc and the halo, " + highAlphaShare + " and "
                    + haloShare + ": they must not be negative and leave something for the low-alpha disc");
        }
    }

    /** The populations; their places in the list are their numbers in tables. */
    public List<MockPopulation> populations() {
        return List.of(lowAlpha, highAlpha, halo);
    }

    /** The twin without any signal in azimuth: the same stars at the same places. */
    public GalaxyRecipe axisymmetric() {
        return new GalaxyRecipe(lowAlpha, highAlpha, halo, highAlphaShare, haloShare, new AzimuthalPattern.None());
    }
}
