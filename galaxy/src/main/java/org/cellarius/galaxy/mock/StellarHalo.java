package org.cellarius.galaxy.mock;

/**
 * The halo in the disc's neighbourhood: a few old, metal-poor stars on warm orbits, there to be cut away. Its guiding radii are small, its eccentricities and vertical
 * actions large; it is no model of the halo's density.
 *
 * @param meanFeHDex mean [Fe/H], dex
 * @param feHScatterDex its scatter, dex
 * @param scaleLengthKpc R_d of guiding radii, kpc
 * @param eccentricity scale of eccentricities (Rayleigh)
 * @param verticalActionKpcKms mean J_z, kpc km/s
 */
public record StellarHalo(
        double meanFeHDex,
        double feHScatterDex,
        double scaleLengthKpc,
        double eccentricity,
        double verticalActionKpcKms)
        implements MockPopulation {

    private static final double YOUNGEST_GYR = 10;

    /** Of the mean metallicity of the inner halo (Carollo et al. 2010, 2010ApJ...712..692C). */
    public static final StellarHalo STANDARD = new StellarHalo(-1.5, 0.3, 2.5, 0.45, 150);

    @Override
    public String word() {
        return "halo";
    }

    @Override
    public double oldestGyr() {
        return 13;
    }

    @Override
    public double ageGyr(double youngest, double oldest, double uniform) {
        double from = Math.max(youngest, YOUNGEST_GYR);
        return from + uniform * (oldest - from);
    }

    @Override
    public double scaleLengthKpc(double ageGyr) {
        return scaleLengthKpc;
    }

    @Override
    public double migrationKpc(double ageGyr) {
        return 0;
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
        return meanFeHDex;
    }

    @Override
    public double alphaFeDex(double feHDex, double ageGyr) {
        return 0.3;
    }

    @Override
    public double alphaFeScatterDex() {
        return 0.05;
    }
}
