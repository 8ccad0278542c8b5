package org.cellarius.galaxy.kinematics;

/**
 * The velocities of one population relative to the local standard of rest: a normal ellipsoid with the axes U, V, W.
 *
 * @param share the population's share of the stars near the Sun
 * @param asymmetricDriftKms mean of V, km/s; negative where the population lags behind the circular orbit
 * @param sigmaUKms dispersion towards the centre, km/s
 * @param sigmaVKms dispersion along rotation, km/s
 * @param sigmaWKms dispersion towards the pole, km/s
 */
public record VelocityEllipsoid(
        double share, double asymmetricDriftKms, double sigmaUKms, double sigmaVKms, double sigmaWKms) {

    public VelocityEllipsoid {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share of a population " + share + ": it must lie in (0, 1]");
        }
        if (!(Math.abs(asymmetricDriftKms) < 1000)) {
            throw new IllegalArgumentException(
                    "asymmetric drift " + asymmetricDriftKms + " km/s: its size must be below 1000 km/s");
        }
        checkDispersion("U", sigmaUKms);
        checkDispersion("V", sigmaVKms);
        checkDispersion("W", sigmaWKms);
    }

    private static void checkDispersion(String axis, double kms) {
        if (!(kms > 0 && kms < 1000)) {
            throw new IllegalArgumentException(
                    "velocity dispersion in " + axis + " " + kms + " km/s: it must lie in (0, 1000) km/s");
        }
    }

    /** ln(f &sigma;_U^&minus;1 &sigma;_V^&minus;1 &sigma;_W^&minus;1): what of the logarithm does not depend on the star. */
    double lnWeight() {
        return Math.log(share) - Math.log(sigmaUKms) - Math.log(sigmaVKms) - Math.log(sigmaWKms);
    }

    /** ln(f N) up to the factor (2&pi;)^(&minus;3/2) that all populations share; velocities in km/s. */
    double lnDensity(double lnWeight, double uKms, double vKms, double wKms) {
        double u = uKms / sigmaUKms;
        double v = (vKms - asymmetricDriftKms) / sigmaVKms;
        double w = wKms / sigmaWKms;
        return lnWeight - (u * u + v * v + w * w) / 2;
    }

    VelocityEllipsoid withAsymmetricDrift(double kms) {
        return new VelocityEllipsoid(share, kms, sigmaUKms, sigmaVKms, sigmaWKms);
    }
}
