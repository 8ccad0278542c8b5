package org.cellarius.galaxy.migration;

/**
 * Stars whose migration is asked for; finite numbers.
 *
 * @param ageGyr ages, Gyr, above 0
 * @param radiusKpc guiding radii today, kpc, not negative
 * @param feHDex [Fe/H], dex
 * @param feHErrorDex one-sigma errors, dex; empty where there are none
 */
public record MigrantStars(double[] ageGyr, double[] radiusKpc, double[] feHDex, double[] feHErrorDex) {
    public MigrantStars {
        int n = ageGyr.length;
        if (radiusKpc.length != n || feHDex.length != n || (feHErrorDex.length != 0 && feHErrorDex.length != n)) {
            throw new IllegalArgumentException("columns of different lengths: " + n + " ages, " + radiusKpc.length
                    + " radii, " + feHDex.length + " [Fe/H], " + feHErrorDex.length + " errors");
        }
    }

    public int count() {
        return ageGyr.length;
    }

    double variance(int star) {
        return feHErrorDex.length == 0 ? 0 : feHErrorDex[star] * feHErrorDex[star];
    }
}
