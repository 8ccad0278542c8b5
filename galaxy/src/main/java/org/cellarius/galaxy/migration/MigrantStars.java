package org.cellarius.galaxy.migration;

import java.util.Arrays;

/**
 * Stars whose migration is asked for; finite numbers.
 *
 * @param ageGyr ages, Gyr, not negative
 * @param radiusKpc guiding radii today, kpc, not negative; L_z/V_c where the likelihood is one of angular momentum
 * @param feHDex [Fe/H], dex
 * @param feHErrorDex one-sigma errors, dex; empty where there are none
 * @param radialActionKpcKms J_R, kpc km/s, not negative; empty where the likelihood does not ask for it
 */
public record MigrantStars(
        double[] ageGyr, double[] radiusKpc, double[] feHDex, double[] feHErrorDex, double[] radialActionKpcKms) {
    public MigrantStars {
        int n = ageGyr.length;
        if (radiusKpc.length != n
                || feHDex.length != n
                || (feHErrorDex.length != 0 && feHErrorDex.length != n)
                || (radialActionKpcKms.length != 0 && radialActionKpcKms.length != n)) {
            throw new IllegalArgumentException("columns of different lengths: " + n + " ages, " + radiusKpc.length
                    + " radii, " + feHDex.length + " [Fe/H], " + feHErrorDex.length + " errors, "
                    + radialActionKpcKms.length + " radial actions");
        }
    }

    /** Without radial actions. */
    public MigrantStars(double[] ageGyr, double[] radiusKpc, double[] feHDex, double[] feHErrorDex) {
        this(ageGyr, radiusKpc, feHDex, feHErrorDex, new double[0]);
    }

    /** Some of them. */
    public MigrantStars of(int[] stars) {
        return new MigrantStars(
                taken(ageGyr, stars),
                taken(radiusKpc, stars),
                taken(feHDex, stars),
                taken(feHErrorDex, stars),
                taken(radialActionKpcKms, stars));
    }

    private static double[] taken(double[] column, int[] stars) {
        return column.length == 0
                ? column
                : Arrays.stream(stars).mapToDouble(i -> column[i]).toArray();
    }

    public int count() {
        return ageGyr.length;
    }

    double variance(int star) {
        return feHErrorDex.length == 0 ? 0 : feHErrorDex[star] * feHErrorDex[star];
    }
}
