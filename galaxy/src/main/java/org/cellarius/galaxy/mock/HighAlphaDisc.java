package org.cellarius.galaxy.mock;

/**
 * The high-&alpha;, thick disc: old, short, warm. Its stars were born with surface density exp(&minus;R/R_d) from gas whose [Fe/H] rose with time, at a gradient of its own.
 *
 * @param youngestGyr age of its last stars, Gyr
 * @param oldestGyr age of its first stars, Gyr
 * @param scaleLengthKpc R_d, kpc
 * @param feHAtYoungestDex [Fe/H] of the last stars at 8.2 kpc, dex
 * @param feHLossDexPerGyr how much lower [Fe/H] was for each Gyr back, dex/Gyr
 * @param gradientDexPerKpc gradient with birth radius, dex/kpc
 * @param feHScatterDex scatter of the gas, dex
 * @param migrationAt8GyrKpc standard deviation of R_g &minus; R_birth after 8 Gyr, kpc
 * @param eccentricity scale of eccentricities (Rayleigh)
 * @param verticalActionKpcKms mean J_z, kpc km/s
 * @param alphaScatterDex scatter of [&alpha;/Fe], dex
 */
public record HighAlphaDisc(
        double youngestGyr,
        double oldestGyr,
        double scaleLengthKpc,
        double feHAtYoungestDex,
        double feHLossDexPerGyr,
        double gradientDexPerKpc,
        double feHScatterDex,
        double migrationAt8GyrKpc,
        double eccentricity,
        double verticalActionKpcKms,
        double alphaScatterDex)
        implements MockPopulation {

    private static final double REFERENCE_KPC = 8.2;

    /** Short and warm as Bovy et al. (2016, 2016ApJ...823...30B) find it; a small positive gradient as in Vickers et al. (2021). */
    public static final HighAlphaDisc STANDARD =
            new HighAlphaDisc(7.5, 12.5, 2.2, -0.15, 0.10, 0.02, 0.12, 2.5, 0.22, 30, 0.025);

    public HighAlphaDisc {
        if (!(youngestGyr < oldestGyr && scaleLengthKpc > 0 && migrationAt8GyrKpc >= 0 && feHScatterDex >= 0)) {
            throw new IllegalArgumentException(
                    "the high-alpha disc needs rising ages, a positive scale length, and scatters that are not negative");
        }
    }

    @Override
    public String word() {
        return "high-alpha";
    }

    @Override
    public double ageGyr(double youngest, double oldest, double uniform) {
        double from = Math.max(youngest, youngestGyr);
        return from + uniform * (oldest - from);
    }

    @Override
    public double scaleLengthKpc(double ageGyr) {
        return scaleLengthKpc;
    }

    @Override
    public double migrationKpc(double ageGyr) {
        return migrationAt8GyrKpc * Math.sqrt(ageGyr / 8);
    }

    @Override
    public double eccentricityScale(double ageGyr) {
        return eccentricity;
    }

    @Override
    public double meanVerticalActionKpcKms(double ageGyr) {
        return verticalActionKpcKms;
    }

    @Override
    public double feHDex(double birthRadiusKpc, double ageGyr) {
        return feHAtYoungestDex
                - feHLossDexPerGyr * (ageGyr - youngestGyr)
                + gradientDexPerKpc * (birthRadiusKpc - REFERENCE_KPC);
    }

    @Override
    public double alphaFeDex(double feHDex, double ageGyr) {
        return 0.29 - 0.16 * (feHDex + 0.5);
    }

    @Override
    public double alphaFeScatterDex() {
        return alphaScatterDex;
    }
}
