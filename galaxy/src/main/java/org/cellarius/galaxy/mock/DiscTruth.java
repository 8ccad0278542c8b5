package org.cellarius.galaxy.mock;

/**
 * What is true of the mock disc.
 *
 * @param radialSlopeDexPerKpc m_R, dex/kpc
 * @param verticalSlopeDexPerKpc m_z, dex/kpc, of |z|
 * @param ageSlopeDexPerGyr m_t, dex/Gyr
 * @param feHAtSunDex f0: mean [Fe/H] at R0, z = 0, 5 Gyr, dex
 * @param scatterDex intrinsic scatter, dex
 */
public record DiscTruth(
        double radialSlopeDexPerKpc,
        double verticalSlopeDexPerKpc,
        double ageSlopeDexPerGyr,
        double feHAtSunDex,
        double scatterDex) {
    public DiscTruth {
        if (!(scatterDex >= 0)) {
            throw new IllegalArgumentException("intrinsic scatter " + scatterDex + " dex: it must not be negative");
        }
    }
}
