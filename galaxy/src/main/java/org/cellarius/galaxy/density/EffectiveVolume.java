package org.cellarius.galaxy.density;

import org.cellarius.galaxy.kernel.DiscSums;

/**
 * Nodes of a quadrature over what a survey selects: the integral of any &nu;(R, |z|) S is a sum.
 *
 * @param rKpc Galactocentric radii, kpc
 * @param zKpc heights above the plane, kpc
 * @param weight volume times selected part, kpc&sup3;
 * @param cell the cell of {@link VolumeCells} that a node stands for; 0 for nodes of their own
 * @param ringKpc width of the cells in radius, kpc
 */
public record EffectiveVolume(double[] rKpc, double[] zKpc, double[] weight, int[] cell, double ringKpc) {
    public EffectiveVolume {
        if (rKpc.length == 0
                || zKpc.length != rKpc.length
                || weight.length != rKpc.length
                || cell.length != rKpc.length) {
            throw new IllegalArgumentException(
                    "an effective volume needs nodes, each with a radius, a height and a weight");
        }
    }

    /** ln &int; &nu; S dV, node by node. */
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
        return most + Math.log(sum + atBreak(profile) * Math.exp(-most));
    }

    /**
     * What the points of the ring that holds the break miss: of (R &minus; R_b)<sub>+</sub> they know the value at themselves, while places fill the ring evenly.
     */
    private double atBreak(DiscProfile profile) {
        double step = profile.innerPerKpc() - profile.outerPerKpc();
        if (step == 0 || !(profile.breakKpc() > 0)) {
            return 0;
        }
        int ring = VolumeCells.ring(profile.breakKpc(), ringKpc);
        double from = VolumeCells.ringFromKpc(ring, ringKpc);
        double until = VolumeCells.ringFromKpc(ring + 1, ringKpc);
        double beyond = until - profile.breakKpc();
        double even = beyond * beyond / (2 * (until - from));
        double sum = 0;
        for (int i = VolumeCells.firstOf(ring, cell); i < cell.length && VolumeCells.ringOf(cell[i]) == ring; i++) {
            double own = Math.max(0, rKpc[i] - profile.breakKpc());
            sum += weight[i] * step * (even - own) * Math.exp(profile.lnDensity(profile.breakKpc(), zKpc[i]));
        }
        return sum;
    }

    /** The same, many nodes at once; as {@link #lnIntegral} to 1e-13. */
    double lnIntegralFast(DiscProfile profile) {
        double sum = DiscSums.best()
                .integral(
                        rKpc,
                        zKpc,
                        weight,
                        new DiscSums.Disc(
                                profile.innerPerKpc(),
                                profile.outerPerKpc(),
                                profile.breakKpc(),
                                profile.heightKpc(),
                                profile.flarePerKpc(),
                                profile.referenceKpc(),
                                profile.vertical() == DiscProfile.Vertical.SECH2));
        sum += atBreak(profile);
        // Where all is too small or too large to be a number the slow sum scales it.
        return sum > 1e-250 && sum < 1e250 ? Math.log(sum) : lnIntegral(profile);
    }
}
