package org.cellarius.galaxy.density;

/**
 * Nodes of a quadrature over what a survey selects: the integral of any &nu;(R, |z|) S is a sum.
 *
 * @param rKpc Galactocentric radii, kpc
 * @param zKpc heights above the plane, kpc
 * @param weight volume times selected part, kpc&sup3;
 */
public record EffectiveVolume(double[] rKpc, double[] zKpc, double[] weight) {
    public EffectiveVolume {
        if (rKpc.length == 0 || zKpc.length != rKpc.length || weight.length != rKpc.length) {
            throw new IllegalArgumentException(
                    "an effective volume needs nodes, each with a radius, a height and a weight");
        }
    }

    /** ln &int; &nu; S dV. */
    public double lnIntegral(DiscProfile profile) {
        double most = Double.NEGATIVE_INFINITY;
        double[] ln = new double[rKpc.length];
        double lnHeight = Math.log(profile.heightKpc());
        for (int i = 0; i < ln.length; i++) {
            ln[i] = profile.lnDensity(rKpc[i], zKpc[i], lnHeight);
            most = Math.max(most, ln[i]);
        }
        double sum = 0;
        for (int i = 0; i < ln.length; i++) {
            sum += weight[i] * Math.exp(ln[i] - most);
        }
        return most + Math.log(sum);
    }
}
