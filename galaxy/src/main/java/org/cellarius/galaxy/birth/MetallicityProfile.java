package org.cellarius.galaxy.birth;

/**
 * [Fe/H] of the gas along the radius at one time: F0 + g R.
 *
 * @param gradient g, dex/kpc
 * @param gradientError one sigma, dex/kpc
 * @param centre F0, dex
 * @param centreError one sigma, dex
 * @param covariance of both errors, dex&sup2;/kpc
 */
public record MetallicityProfile(
        double gradient, double gradientError, double centre, double centreError, double covariance) {

    static final MetallicityProfile NONE =
            new MetallicityProfile(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** Radius at which the gas has that [Fe/H], kpc; negative where it is above F0. */
    public double radiusKpc(double feHDex) {
        return (feHDex - centre) / gradient;
    }

    /** Error of that radius from the errors of g and F0, kpc, of first order. */
    public double radiusErrorKpc(double feHDex) {
        double radius = radiusKpc(feHDex);
        double variance =
                centreError * centreError + radius * radius * gradientError * gradientError + 2 * radius * covariance;
        return Math.sqrt(Math.max(0, variance)) / Math.abs(gradient);
    }

    /** Between this profile and another one, {@code share} of the way; beyond them for shares below 0 and above 1, errors as at the nearer one. */
    MetallicityProfile towards(MetallicityProfile other, double share) {
        double within = Math.clamp(share, 0, 1);
        return new MetallicityProfile(
                gradient + share * (other.gradient - gradient),
                gradientError + within * (other.gradientError - gradientError),
                centre + share * (other.centre - centre),
                centreError + within * (other.centreError - centreError),
                covariance + within * (other.covariance - covariance));
    }
}
