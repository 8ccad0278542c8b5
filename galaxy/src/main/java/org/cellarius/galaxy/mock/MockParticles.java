package org.cellarius.galaxy.mock;

/**
 * Star particles of a simulation of chemical evolution, column by column: an independent truth for mock surveys. Each stands for many stars; what is not told of them, how warm
 * their orbits are, is that of the recipe's low-&alpha; disc at their age.
 *
 * @param ageGyr ages, Gyr
 * @param birthKpc radii of birth, kpc
 * @param finalKpc radii today, taken for guiding radii, kpc
 * @param feHDex [Fe/H], dex
 * @param alphaFeDex [&alpha;/Fe], dex
 * @param mass masses of the particles, in any unit: how many stars they stand for
 */
public record MockParticles(
        double[] ageGyr, double[] birthKpc, double[] finalKpc, double[] feHDex, double[] alphaFeDex, double[] mass) {
    public MockParticles {
        int n = ageGyr.length;
        if (n == 0) {
            throw new IllegalArgumentException("there is no particle with an age, both radii, [Fe/H] and a mass");
        }
        if (birthKpc.length != n
                || finalKpc.length != n
                || feHDex.length != n
                || alphaFeDex.length != n
                || mass.length != n) {
            throw new IllegalArgumentException("columns of particles of different lengths");
        }
        for (int i = 0; i < n; i++) {
            if (!(ageGyr[i] >= 0 && birthKpc[i] >= 0 && finalKpc[i] > 0 && mass[i] > 0 && Double.isFinite(feHDex[i]))) {
                throw new IllegalArgumentException(
                        "particle " + i
                                + ": its age and radius of birth must not be negative, its radius today and mass positive, its [Fe/H] a number");
            }
        }
    }

    int count() {
        return ageGyr.length;
    }

    /** Sums of the masses up to each particle, as parts of all. */
    double[] shares() {
        double[] sums = mass.clone();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        double all = sums[sums.length - 1];
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= all;
        }
        return sums;
    }
}
