package org.cellarius.galaxy.birth;

import org.cellarius.galaxy.kernel.StandardNormal;

/**
 * Diffusion of guiding radii: those of stars of age &tau; that were born at R0 are normal about R0 with &sigma; = &sigma;_8 (&tau;/8 Gyr)<sup>1/2</sup>, cut at the centre and normalised
 * there (Frankel et al. 2018, 2018ApJ...865...96F, eq. 8).
 *
 * @param at8GyrKpc &sigma;_8: standard deviation after 8 Gyr, kpc
 */
public record Migration(double at8GyrKpc) {

    private static final double REFERENCE_GYR = 8;

    public Migration {
        if (!(at8GyrKpc > 0 && at8GyrKpc < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("migration of " + at8GyrKpc + " kpc in 8 Gyr: it must be above zero");
        }
    }

    /** &sigma; of that age, kpc. */
    public double sigmaKpc(double ageGyr) {
        return at8GyrKpc * Math.sqrt(ageGyr / REFERENCE_GYR);
    }

    /** Probability of a radius R &ge; 0 for a star born at R0, 1/kpc. */
    public static double density(double radiusKpc, double birthKpc, double sigmaKpc) {
        return StandardNormal.density((radiusKpc - birthKpc) / sigmaKpc)
                / (sigmaKpc * StandardNormal.below(birthKpc / sigmaKpc));
    }
}
