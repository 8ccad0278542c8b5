package org.cellarius.galaxy.age;

/**
 * The probability density of a measurement under a grid: the likelihood averaged over ages, each year as likely as any other between
 * the grid's first and last one, over compositions, and over the masses of stars as they are born. Grids can be compared by it
 * where they are measured by the same observables with the same units.
 */
final class AgeEvidence {

    private static final double LN_ROOT_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    private AgeEvidence() {}

    /**
     * ln of it.
     *
     * @param star a likelihood that has measured the star
     * @param errors standard errors of its observables
     */
    static double ln(VickersLikelihood star, double[] errors) {
        IsochroneGrid grid = star.grid();
        double[] likelihood = star.likelihood();
        double mass = 0;
        for (int k = 0; k + 1 < grid.ages(); k++) {
            mass += 0.5 * (grid.ageGyr(k + 1) - grid.ageGyr(k)) * (likelihood[k] + likelihood[k + 1]);
        }
        double span = grid.ageGyr(grid.ages() - 1) - grid.ageGyr(0);
        return Math.log(mass / span / grid.compositions().size()) + star.lnScale() + lnDensity(errors);
    }

    /** ln of the factor from exp(&minus;&chi;&sup2;/2), with births in units of {@link KroupaMassFunction}, to a probability density. */
    static double lnDensity(double[] errors) {
        double ln = 0;
        for (double error : errors) {
            ln += Math.log(error);
        }
        return lnDensity(ln, errors.length);
    }

    /**
     * The same of errors that have a covariance.
     *
     * @param lnErrors ln of the root of its determinant
     */
    static double lnDensity(double lnErrors, int observables) {
        return -Math.log(KroupaMassFunction.ALL) - lnErrors - observables * LN_ROOT_TWO_PI;
    }
}
