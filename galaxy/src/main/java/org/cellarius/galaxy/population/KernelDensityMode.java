package org.cellarius.galaxy.population;

/**
 * The peak of a Gaussian kernel density estimate, from linear bins.
 *
 * <p>The nodes lie a thousandth of the bandwidth apart: the peak agrees with the sum over all stars to about 1e-7 of the
 * bandwidth, and the cost does not grow with the number of stars.
 */
public final class KernelDensityMode {

    /** Nodes per bandwidth. */
    public static final int NODES_PER_BANDWIDTH = 1000;

    private static final double REACH = 8;
    private static final int COARSE = 50;

    /** Longest step of Newton, bandwidths: two coarse nodes. */
    private static final double SHORT = 0.1;

    private KernelDensityMode() {}

    /** Scott's bandwidth, units of the quantity. */
    public static double scottBandwidth(long n, double standardDeviation) {
        return KernelBandwidth.SCOTT1992.of((double) n, standardDeviation);
    }

    /** The bins that {@link #of} wants for groups of these moments, of Scott's bandwidth; groups of fewer than two different values get none. */
    public static LinearBinsByGroup bins(Grouping grouping, Moments[] moments) {
        return bins(grouping, Weighting.EQUAL, moments, KernelBandwidth.SCOTT1992);
    }

    /** The same of a bandwidth. */
    public static LinearBinsByGroup bins(
            Grouping grouping, Weighting weighting, Moments[] moments, KernelBandwidth bandwidth) {
        int groups = moments.length;
        double[] lo = new double[groups];
        double[] spacing = new double[groups];
        int[] nodes = new int[groups];
        for (int g = 0; g < groups; g++) {
            Moments m = moments[g];
            lo[g] = m.min();
            spacing[g] = bandwidth.of(m.effective(), m.standardDeviation()) / NODES_PER_BANDWIDTH;
            nodes[g] = spacing[g] > 0 ? (int) Math.min(20_000_000, Math.ceil((m.max() - m.min()) / spacing[g]) + 2) : 0;
        }
        return new LinearBinsByGroup(grouping, weighting, lo, spacing, nodes);
    }

    /**
     * The mode.
     *
     * @param weights weights of nodes lo + k spacing, spacing = bandwidth/{@value #NODES_PER_BANDWIDTH}
     * @param lo the first node
     * @param spacing distance of the nodes
     */
    public static double of(double[] weights, double lo, double spacing) {
        double bandwidth = spacing * NODES_PER_BANDWIDTH;
        double t = lo + spacing * COARSE * coarsePeak(weights);
        // Mean shift converges to the peak of a Gaussian estimate from anywhere on its flank, but slowly; Newton's step
        // is its step over
        // one less the scatter of the stars in view, in bandwidths, and is taken where it is short and leads up.
        for (int round = 0; round < 1000; round++) {
            double weight = 0;
            double moment = 0;
            double square = 0;
            int from = Math.max(0, (int) ((t - REACH * bandwidth - lo) / spacing));
            int to = Math.min(weights.length - 1, (int) ((t + REACH * bandwidth - lo) / spacing) + 1);
            for (int k = from; k <= to; k++) {
                if (weights[k] > 0) {
                    double d = (lo + k * spacing - t) / bandwidth;
                    double kernel = weights[k] * Math.exp(-0.5 * d * d);
                    weight += kernel;
                    moment += kernel * d;
                    square += kernel * d * d;
                }
            }
            double shift = moment / weight;
            double newton = shift / (1 - square / weight);
            double step = square < weight && Math.abs(newton) < SHORT ? newton : shift;
            t += step * bandwidth;
            if (Math.abs(step) < 1e-11) {
                break;
            }
        }
        return t;
    }

    /** The highest point of the estimate on a grid of {@link #COARSE} nodes, by nodes gathered to that grid. */
    private static int coarsePeak(double[] weights) {
        double[] gathered = new double[weights.length / COARSE + 2];
        for (int k = 0; k < weights.length; k++) {
            gathered[(k + COARSE / 2) / COARSE] += weights[k];
        }
        int perBandwidth = NODES_PER_BANDWIDTH / COARSE;
        int reach = (int) (REACH * perBandwidth);
        double[] kernel = new double[2 * reach + 1];
        for (int k = 0; k < kernel.length; k++) {
            double u = (k - reach) / (double) perBandwidth;
            kernel[k] = Math.exp(-0.5 * u * u);
        }
        int best = 0;
        double highest = -1;
        for (int j = 0; j < gathered.length; j++) {
            double density = 0;
            for (int k = Math.max(0, j - reach); k <= Math.min(gathered.length - 1, j + reach); k++) {
                density += gathered[k] * kernel[k - j + reach];
            }
            if (density > highest) {
                highest = density;
                best = j;
            }
        }
        return best;
    }
}
