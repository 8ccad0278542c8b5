package org.cellarius.galaxy.density;

import org.cellarius.galaxy.posterior.Marginals;

/**
 * How much a coarser volume would change what is found: the likelihood differs by N times the difference of the integrals, whose slope along the parameters moves the maximum by the covariance
 * times it.
 */
public record VolumeAccuracy(EffectiveVolume coarse, EffectiveVolume fine) {

    /** The largest change of a parameter, in its errors. */
    public double largestChange(DensityModel model, int stars, Marginals found) {
        int d = found.means().length;
        double[] slope = new double[d];
        for (int k = 0; k < d; k++) {
            double sd = Math.sqrt(found.covariance()[k][k]);
            double[] at = found.means().clone();
            at[k] += sd;
            double above = difference(model, at);
            at[k] -= 2 * sd;
            slope[k] = stars * (above - difference(model, at)) / (2 * sd);
        }
        double largest = 0;
        for (int k = 0; k < d; k++) {
            double change = 0;
            for (int j = 0; j < d; j++) {
                change += found.covariance()[k][j] * slope[j];
            }
            largest = Math.max(largest, Math.abs(change) / Math.sqrt(found.covariance()[k][k]));
        }
        return largest;
    }

    private double difference(DensityModel model, double[] values) {
        DiscProfile profile = model.profile(values);
        return coarse.lnIntegral(profile) - fine.lnIntegral(profile);
    }
}
