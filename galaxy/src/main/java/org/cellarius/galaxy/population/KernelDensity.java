package org.cellarius.galaxy.population;

/** A Gaussian kernel density estimate, from the linear bins that {@link KernelDensityMode#bins} asks for. */
public final class KernelDensity {

    private static final double REACH = 8.5;

    private KernelDensity() {}

    /**
     * The density at x, per unit of the quantity; the sum over all stars agrees to 1e-7 of it.
     *
     * @param weights weights of nodes lo + k spacing, spacing = bandwidth/{@value KernelDensityMode#NODES_PER_BANDWIDTH}
     * @param lo the first node
     * @param spacing distance of the nodes
     * @param stars their number; of weighted ones the sum of the weights
     */
    public static double at(double x, double[] weights, double lo, double spacing, double stars) {
        double bandwidth = spacing * KernelDensityMode.NODES_PER_BANDWIDTH;
        int from = (int) Math.max(0, Math.ceil((x - REACH * bandwidth - lo) / spacing));
        int to = (int) Math.min(weights.length - 1.0, Math.floor((x + REACH * bandwidth - lo) / spacing));
        double sum = 0;
        for (int k = from; k <= to; k++) {
            if (weights[k] > 0) {
                double d = (lo + k * spacing - x) / bandwidth;
                sum += weights[k] * Math.exp(-0.5 * d * d);
            }
        }
        return sum / (stars * bandwidth * Math.sqrt(2 * Math.PI));
    }
}
